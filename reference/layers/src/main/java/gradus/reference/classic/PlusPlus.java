package gradus.reference.classic;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Where k-means++ starts: the first of K centres is any of the samples x (N, D), each further one sample n with the probability
 * d²ₙ / Σ d², with dₙ the distance from it to the nearest centre so far. Where all d are 0, fewer than K samples differ, and any will do.
 *
 * <p>Source: Arthur and Vassilvitskii (2007), k-means++.
 */
record PlusPlus(int clusters) {
    /** Draws centres (K, D). */
    Tensor centres(Tensor x, Seed seed) {
        Tensor centres = x.take(IntTensor.of(index(Tensor.ones(x.dim(0)), seed.uniform(0))));
        for (int i = 1; i < clusters; i++) {
            Tensor nearest = Distance.L2.between(x, centres).min(1);
            double most = nearest.max();
            Tensor weights = most > 0 ? nearest.divide(most).square() : Tensor.ones(x.dim(0));
            centres = Tensor.concat(0, centres, x.take(IntTensor.of(index(weights, seed.uniform(i)))));
        }
        return centres;
    }

    /** The first number whose weights up to its own exceed the share u of all; its own is not 0. */
    private static int index(Tensor weights, double u) {
        double[] sums = weights.toArray();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        double all = sums[sums.length - 1];
        return IntStream.range(0, sums.length)
                .filter(i -> sums[i] > u * all)
                .findFirst()
                .orElseThrow();
    }
}
