package gradus.reference.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** A second opinion on a loss: the terms of its sum in dual numbers, for drawn inputs (N, D). */
final class LossOpinion {
    private LossOpinion() {}

    /** Holds a loss and its gradient along the direction of x against the sum of the terms. */
    static void agree(double value, Tensor gradient, Dual x, Dual terms) {
        double size = terms.value().abs().sum();
        double slopes = terms.tangent().abs().sum();
        assertThat(value).as("value").isCloseTo(terms.value().sum(), within(1e-12 * (1 + size)));
        assertThat(gradient.dot(x.tangent()))
                .as("slope")
                .isCloseTo(terms.tangent().sum(), within(1e-12 * (1 + slopes)));
    }

    static Dual drawn(Primes dims, long seed, Values values) {
        return SecondOpinion.directed(values.draw(seed, dims.n(), dims.d()), seed + 1);
    }

    /** What the sum over inputs (N, D) is divided by. */
    static double divisor(Reduction reduction, Primes dims) {
        return switch (reduction) {
            case SUM -> 1;
            case HALF_SUM -> 2;
            case MEAN_BATCH -> dims.n();
            case MEAN_ALL -> dims.n() * dims.d();
        };
    }

    /** Of rows (N, D). */
    static Dual logSoftmax(Dual x) {
        Dual shifted = x.minus(Dual.constant(x.value().maxKeep(1))); // changes neither value nor slope
        return shifted.minus(shifted.exp().sumKeep(1).log());
    }
}
