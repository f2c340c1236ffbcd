package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;

/**
 * Every n epochs takes a part away: α ← α - t α, so α(epoch) = (1 - t)^⌊epoch / n⌋ α₀.
 *
 * <p>t is the part that is removed, not the part that is kept, as it is in {@link ExponentialDecay}; at the lecture's t = 0.5 the two
 * are equal.
 *
 * <p>Source: lecture 6.
 *
 * @param start α₀
 * @param every n
 * @param removed t
 */
public record StepDecay(double start, int every, double removed) implements Schedule {
    /** @throws IllegalArgumentException if α₀ is negative or not finite, n is below 1, or t is not from 0 to 1 */
    public StepDecay {
        Require.rate("StepDecay: start", start);
        Require.count("StepDecay: every", 1, every);
        Require.share("StepDecay: removed", removed);
    }

    @Override
    public double rate(int epoch) {
        Require.count("StepDecay.rate: epoch", 0, epoch);
        int steps = epoch / every;
        return start * Math.pow(1 - removed, steps);
    }
}
