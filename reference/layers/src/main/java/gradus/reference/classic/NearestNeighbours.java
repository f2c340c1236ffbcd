package gradus.reference.classic;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Answers with the label that most of the k nearest samples have. Learns nothing: it keeps the samples (N, D) and their labels
 * (N), and is supervised, for it needs the labels.
 *
 * <p>Of samples equally far, the one with the lower number is nearer. Of labels equally often among the k, the one whose nearest sample is nearer
 * wins.
 *
 * <p>With k = 1 it is right on all its own samples, if equal samples have equal labels: an error of 0 there says nothing. k and the distance are
 * hyperparameters, to be chosen on other data.
 *
 * <p>Source: lecture 2, nearest neighbours.
 */
public final class NearestNeighbours {
    private final Tensor x; // (N, D)
    private final IntTensor labels; // (N)
    private final int k;
    private final Distance distance;

    /**
     * Keeps samples by reference.
     *
     * @param x (N, D)
     * @param labels (N)
     * @param k how many neighbours vote, from 1 to N
     */
    public NearestNeighbours(Tensor x, IntTensor labels, int k, Distance distance) {
        Require.labels("NearestNeighbours", x, labels);
        if (k < 1 || k > x.dim(0)) {
            throw new IllegalArgumentException(
                    "NearestNeighbours: k: expected 1 to " + x.dim(0) + " samples but got " + k + ".");
        }
        this.x = x;
        this.labels = labels;
        this.k = k;
        this.distance = distance;
    }

    /** Returns labels (M) for queries (M, D). */
    public IntTensor predict(Tensor queries) {
        IntTensor nearest = neighbours(queries);
        return IntTensor.of(
                IntStream.range(0, queries.dim(0)).map(m -> vote(nearest, m)).toArray());
    }

    /** Returns the numbers of the k nearest samples (M, k) for queries (M, D), nearest first. */
    public IntTensor neighbours(Tensor queries) {
        queries.require("NearestNeighbours: queries", Shape.ANY, x.dim(1));
        Require.finite("NearestNeighbours: queries", queries);
        Tensor distances = distance.between(queries, x);
        int[] numbers = IntStream.range(0, queries.dim(0))
                .flatMap(m -> nearest(distances.select(0, m).toArray()))
                .toArray();
        return IntTensor.of(Shape.of(queries.dim(0), k), numbers);
    }

    private IntStream nearest(double[] distances) {
        return IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> distances[n])) // stable: of equals, the lower number is first
                .limit(k)
                .mapToInt(n -> n);
    }

    private int vote(IntTensor nearest, int m) {
        Map<Integer, Integer> votes = new LinkedHashMap<>(); // in the order of the nearest of each label
        for (int i = 0; i < k; i++) {
            votes.merge(labels.get(nearest.get(m, i)), 1, Integer::sum);
        }
        int most = votes.values().stream().mapToInt(v -> v).max().orElseThrow();
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
