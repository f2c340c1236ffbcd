package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;

/**
 * Keeps the same part from each epoch to the next: α(epoch) = t^epoch α₀.
 *
 * <p>t is the part that is kept; {@link StepDecay} names the part that is removed.
 *
 * <p>Source: lecture 6.
 *
 * @param start α₀
 * @param kept t
 */
public record ExponentialDecay(double start, double kept) implements Schedule {
    /** @throws IllegalArgumentException if α₀ is negative or not finite, or t is not from 0 to 1 */
    public ExponentialDecay {
        Require.rate("ExponentialDecay: start", start);
        Require.share("ExponentialDecay: kept", kept);
    }

    @Override
    public double rate(int epoch) {
        Require.count("ExponentialDecay.rate: epoch", 0, epoch);
        return start * Math.pow(kept, epoch);
    }
}
