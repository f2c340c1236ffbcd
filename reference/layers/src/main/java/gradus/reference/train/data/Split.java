package gradus.reference.train.data;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;

/**
 * Samples in three sets, shuffled first, so that each set is like the others; every sample is in exactly one of them.
 *
 * <p>Of N samples the first N · train / 100 (rounded down) train, those up to N · (train + validation) / 100 (rounded
 * down) validate, the others test.
 *
 * <p>Source: lecture 2; lecture 6; summer 2020, 5b (day photos in one set and night photos in the other: pool,
 * shuffle, split again).
 */
public record Split<T>(Samples<T> train, Samples<T> validation, Samples<T> test) {
    public static <T> Split<T> of(Samples<T> all, Shares shares, Seed seed) {
        IntTensor order = Permutation.of(all.size(), seed);
        int first = part(all.size(), shares.train());
        int second = part(all.size(), shares.train() + shares.validation());
        Samples<T> shuffled = all.take(order);
        return new Split<>(shuffled.slice(0, first), shuffled.slice(first, second), shuffled.slice(second, all.size()));
    }

    private static int part(int size, int percent) {
        return (int) ((long) size * percent / 100);
    }
}
