package gradus.reference.train;

import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes k training sets out of one, each of N samples drawn with replacement (bootstrap aggregating), one for each
 * net of an {@link Ensemble}. A sample is left out of a set with probability (1 - 1/N)ᴺ, about 1/e = 37 %.
 *
 * <p>Source: lecture 8; the summary (the sets may overlap); Breiman (1996).
 */
public record Bagging(int sets) {
    /** @throws IllegalArgumentException if the number of sets is below 1 */
    public Bagging {
        if (sets < 1) {
            throw new IllegalArgumentException("Bagging: sets: expected 1 or more but got " + sets + ".");
        }
    }

    /** Returns the sets, set i drawn by {@code seed.child(i)}. */
    public <T> List<Samples<T>> of(Samples<T> training, Seed seed) {
        return IntStream.range(0, sets)
                .mapToObj(i -> training.take(drawn(training.size(), seed.child(i))))
                .toList();
    }

    private static IntTensor drawn(int n, Seed seed) {
        return IntTensor.of(
                IntStream.range(0, n).map(i -> (int) (seed.uniform(i) * n)).toArray());
    }
}
