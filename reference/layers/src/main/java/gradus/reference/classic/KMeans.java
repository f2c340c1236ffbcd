package gradus.reference.classic;

import gradus.reference.calculus.Norm;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups samples without labels, by Lloyd's two steps in turn: each sample joins the nearest of K centres (the first of equals); each centre moves
 * to the mean of its samples. Neither step can make the inertia Σ ‖xₙ - centreₙ‖² greater, so it ends, at a minimum that need not be the least.
 *
 * <p>A centre without samples moves to the sample that is farthest from its own centre; a second such centre to the next farthest. With K = N
 * different samples each is its own centre, and the inertia 0 means nothing.
 *
 * <p>Source: lecture 2 and the summer exam of 2021, 1.1, name it; Lloyd (1982), Least squares quantization in PCM; the start: Arthur and
 * Vassilvitskii (2007), k-means++.
 *
 * @param clusters K, 1 or more
 * @param passes how often at most both steps are done, 1 or more
 */
public record KMeans(int clusters, int passes) {
    public KMeans {
        require("clusters", clusters);
        require("passes", passes);
    }

    /** Groups x (N, D), N of K or more, from centres drawn by k-means++: a sample is the likelier the farther it is from those before. */
    public Clustering cluster(Tensor x, Seed seed) {
        Require.samples("KMeans.cluster: x", x);
        if (x.dim(0) < clusters) {
            throw new IllegalArgumentException(
                    "KMeans.cluster: x: expected " + clusters + " samples or more but got " + x.dim(0) + ".");
        }
        return from(x, new PlusPlus(clusters).centres(x, seed));
    }

    /** Groups x (N, D), N of 1 or more, from given centres (K, D). */
    public Clustering from(Tensor x, Tensor start) {
        Require.samples("KMeans.from: x", x);
        start.require("KMeans.from: start", clusters, x.dim(1));
        Require.finite("KMeans.from: start", start);
        Tensor centres = start.copy();
        IntTensor groups = Clustering.nearest(x, centres);
        List<Double> inertias = new ArrayList<>(List.of(inertia(x, centres, groups)));
        boolean converged = false;
        for (int pass = 0; pass < passes && !converged; pass++) {
            centres = means(x, centres, groups);
            IntTensor before = groups;
            groups = Clustering.nearest(x, centres);
            inertias.add(inertia(x, centres, groups));
            converged = groups.equals(before);
        }
        return new Clustering(centres, groups, inertias, converged);
    }

    private Tensor means(Tensor x, Tensor centres, IntTensor groups) {
        Tensor sums = Tensor.zeros(centres.shape());
        sums.addTake(groups, x);
        Tensor counts = Tensor.zeros(clusters, 1);
        counts.addTake(groups, Tensor.ones(x.dim(0), 1));
        Tensor means = sums.divide(counts.maximum(1));
        Iterator<Integer> farthest =
                farthest(Norm.lengths(toOwn(x, centres, groups), 1).toArray());
        for (int c = 0; c < clusters; c++) {
            if (counts.get(c, 0) == 0 && farthest.hasNext()) {
                means.put(0, c, x.select(0, farthest.next()).expand(0));
            }
        }
        return means;
    }

    private static Iterator<Integer> farthest(double[] distances) {
        return IntStream.range(0, distances.length)
                .boxed()
                .sorted((a, b) -> Double.compare(distances[b], distances[a]))
                .iterator();
    }

    private static double inertia(Tensor x, Tensor centres, IntTensor groups) {
        return toOwn(x, centres, groups).square().sum();
    }

    /** From the centre of its group to each sample, (N, D). */
    private static Tensor toOwn(Tensor x, Tensor centres, IntTensor groups) {
        return x.minus(centres.take(groups));
    }

    private static void require(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("KMeans: " + what + ": expected 1 or more but got " + number + ".");
        }
    }
}
