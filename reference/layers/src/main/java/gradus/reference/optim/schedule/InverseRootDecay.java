package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;

/**
 * Decays like the inverse of a root: α(epoch) = t α₀ / √epoch.
 *
 * <p>At epoch 0 the formula has no value: there the rate is α₀ itself, before any decay.
 *
 * <p>Source: lecture 6.
 *
 * @param start α₀
 * @param factor t
 */
public record InverseRootDecay(double start, double factor) implements Schedule {
    /** @throws IllegalArgumentException if a number is negative or not finite */
    public InverseRootDecay {
        Require.rate("InverseRootDecay: start", start);
        Require.rate("InverseRootDecay: factor", factor);
    }

    @Override
    public double rate(int epoch) {
        Require.count("InverseRootDecay.rate: epoch", 0, epoch);
        return epoch == 0 ? start : factor * start / Math.sqrt(epoch);
    }
}
