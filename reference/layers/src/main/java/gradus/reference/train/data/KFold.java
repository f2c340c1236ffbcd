package gradus.reference.train.data;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Cross-validation: the <em>training</em> data (never the test data) in k parts of sizes that differ by 1 at most;
 * run i validates on part i and trains on the others. Every sample validates once and trains k - 1 times.
 *
 * <p>It costs k trainings, and the more of them, the smaller k's validation sets.
 *
 * <p>Source: lecture 2 (five folds); winter 2021, 2.1.
 */
public record KFold(int k) {
    /** @throws IllegalArgumentException if k is below 2 */
    public KFold {
        if (k < 2) {
            throw new IllegalArgumentException("KFold: k: expected 2 or more but got " + k + ".");
        }
    }

    /**
     * Returns the k runs.
     *
     * @throws IllegalArgumentException if there are fewer samples than parts
     */
    public <T> List<Fold<T>> of(Samples<T> training, Seed seed) {
        if (training.size() < k) {
            throw new IllegalArgumentException(
                    "KFold.of: expected " + k + " samples or more but got " + training.size() + ".");
        }
        IntTensor order = Permutation.of(training.size(), seed);
        return IntStream.range(0, k).mapToObj(i -> fold(training, order, i)).toList();
    }

    private <T> Fold<T> fold(Samples<T> training, IntTensor order, int i) {
        int n = order.size();
        int from = (int) ((long) n * i / k);
        int to = (int) ((long) n * (i + 1) / k);
        IntStream others = IntStream.concat(IntStream.range(0, from), IntStream.range(to, n));
        return new Fold<>(
                training.take(picked(order, others)), training.take(picked(order, IntStream.range(from, to))));
    }

    private static IntTensor picked(IntTensor order, IntStream places) {
        return IntTensor.of(places.map(order::get).toArray());
    }

    /** The mean over the k runs of what {@code error} measures in each: trained on its training part, taken on its validation part. */
    public <T> double mean(Samples<T> training, Seed seed, ToDoubleFunction<Fold<T>> error) {
        return of(training, seed).stream().mapToDouble(error).sum() / k;
    }
}
