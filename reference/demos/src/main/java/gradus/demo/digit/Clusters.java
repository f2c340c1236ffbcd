package gradus.demo.digit;

import gradus.reference.classic.Clustering;
import gradus.reference.classic.KMeans;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Clusters of codes, and how well they agree with classes that nobody told them. */
final class Clusters {
    private static final int STARTS = 5;
    private static final int PASSES = 50;

    private Clusters() {}

    /** The cluster of each of the points (N, D), from several starts the one with the least squared distances. */
    static IntTensor of(Tensor points, int k, Seed seed) {
        return IntStream.range(0, STARTS)
                .mapToObj(start -> new KMeans(k, PASSES)
                        .cluster(points, seed.named("clusters").child(start)))
                .min(Comparator.comparing(Clustering::inertia))
                .map(Clustering::assignment)
                .orElseThrow();
    }

    /** The share of the points that are of the commonest class of their cluster. */
    static double purity(IntTensor clusters, IntTensor classes) {
        int[] labels = classes.toArray();
        int[] found = clusters.toArray();
        int[][] counts = new int[Arrays.stream(found).max().orElse(0) + 1][Digits.CLASSES];
        IntStream.range(0, found.length).forEach(n -> counts[found[n]][labels[n]]++);
        int hits = Arrays.stream(counts)
                .mapToInt(row -> Arrays.stream(row).max().orElse(0))
                .sum();
        return (double) hits / found.length;
    }
}
