package gradus.demo.digit;

import gradus.reference.train.data.Permutation;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Clusters by k-means: every point belongs to the nearest centre, every centre is the mean of its points, by turns. */
final class Clusters {
    private static final int STARTS = 5;
    private static final int TURNS = 30;

    private Clusters() {}

    /** The cluster of each of the points (N, D), from several starts the one with the least squared distances. */
    static IntTensor of(Tensor points, int k, Seed seed) {
        IntTensor best = IntTensor.of();
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            IntTensor first = Permutation.of(points.dim(0), seed.named("clusters").child(start));
            Tensor centres = points.take(first).slice(0, 0, k);
            for (int turn = 0; turn < TURNS; turn++) {
                centres = means(points, nearest(points, centres), centres);
            }
            double distances = distances(points, centres).min(1).sum();
            if (distances < least) {
                least = distances;
                best = nearest(points, centres);
            }
        }
        return best;
    }

    private static Tensor distances(Tensor points, Tensor centres) {
        return points.expand(1).minus(centres.expand(0)).square().sum(2);
    }

    private static IntTensor nearest(Tensor points, Tensor centres) {
        return distances(points, centres).negate().argmax(1);
    }

    /** A centre that lost all its points stays where it was. */
    private static Tensor means(Tensor points, IntTensor clusters, Tensor centres) {
        Tensor members = Tensor.eye(centres.dim(0)).take(clusters); // (N, k)
        Tensor sizes = members.sum(0).expand(1);
        return sizes.greater(0).where(members.transposedMatmul(points).divide(sizes.maximum(1)), centres);
    }

    /** The share of the points that are of the commonest class of their cluster. */
    static double purity(IntTensor clusters, IntTensor classes) {
        int[] labels = classes.toArray();
        int[] found = clusters.toArray();
        int[][] counts = new int[Arrays.stream(found).max().orElse(0) + 1][Digits.CLASSES];
        IntStream.range(0, found.length).forEach(n -> counts[found[n]][labels[n]]++);
        return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).max().orElse(0)).sum() / (double) found.length;
    }
}
