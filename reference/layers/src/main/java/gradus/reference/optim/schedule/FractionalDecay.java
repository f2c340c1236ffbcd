package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;

/**
 * Decays like a fraction: α(epoch) = α₀ / (1 + decay · epoch). From α₀ = 0.1 with decay 1: 0.1, 0.05, 0.033, 0.025.
 *
 * <p>Source: lecture 6.
 *
 * @param start α₀
 */
public record FractionalDecay(double start, double decay) implements Schedule {
    /** @throws IllegalArgumentException if a number is negative or not finite */
    public FractionalDecay {
        Require.rate("FractionalDecay: start", start);
        Require.rate("FractionalDecay: decay", decay);
    }

    @Override
    public double rate(int epoch) {
        Require.count("FractionalDecay.rate: epoch", 0, epoch);
        return start / (1 + decay * epoch);
    }
}
