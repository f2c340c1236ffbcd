package gradus.reference.train.data;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Mini-batches of {@code size} samples. An epoch sees every sample once, in an order of its own; its last batch may
 * be smaller.
 *
 * <p>Size 1 is stochastic gradient descent in the narrow sense, size N (or more) gradient descent; in between, the
 * gradient is the mean over the batch, and estimates the mean over all samples. Its cost no longer grows with N: a
 * gradient over 1,000,000 images and 500,000 parameters takes 5 · 10¹¹ terms. Smaller batches take cheaper, more
 * numerous and noisier steps: the variance of the mean over m samples is 1/m of that of one.
 *
 * <p>Usual sizes are powers of two, 8 to 128, as far as memory reaches.
 *
 * <p>Source: lecture 5 (2²⁰ samples in batches of 64 are 16,384 iterations); the summary (1000 in batches of 500 are
 * 2).
 */
public record Batches(int size) {
    /** @throws IllegalArgumentException if the size is below 1 */
    public Batches {
        if (size < 1) {
            throw new IllegalArgumentException("Batches: size: expected 1 or more but got " + size + ".");
        }
    }

    /**
     * The iterations of an epoch: ⌈N / size⌉.
     *
     * @throws IllegalArgumentException if N is negative
     */
    public int iterations(int samples) {
        if (samples < 0) {
            throw new IllegalArgumentException(
                    "Batches.iterations: samples: expected 0 or more but got " + samples + ".");
        }
        return -Math.floorDiv(-samples, size);
    }

    /** The batches of one epoch, made one by one. */
    public <T> Stream<Samples<T>> of(Samples<T> samples, Seed seed) {
        int[] order = Permutation.of(samples.size(), seed).toArray();
        return IntStream.range(0, iterations(order.length)).mapToObj(i -> samples.take(part(order, i)));
    }

    /** The batches in the samples' own order, as for an evaluation. */
    public <T> Stream<Samples<T>> inOrder(Samples<T> samples) {
        int[] order = IntStream.range(0, samples.size()).toArray();
        return IntStream.range(0, iterations(order.length)).mapToObj(i -> samples.take(part(order, i)));
    }

    private IntTensor part(int[] order, int i) {
        int from = i * size;
        return IntTensor.of(Arrays.copyOfRange(order, from, Math.min(order.length, from + size)));
    }
}
