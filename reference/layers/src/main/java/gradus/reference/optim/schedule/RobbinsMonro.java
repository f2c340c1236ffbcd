package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;

/**
 * The steps with which stochastic descent converges: αₙ = α / n for n = 1, 2, …. Σ αₙ is infinite, so no minimum is too far; Σ αₙ² is
 * finite, so the noise dies out.
 *
 * <p>Of 1/n, 1/√n, 1/n² and a constant only the first has both. Update k, counted from 0, has n = k + 1.
 *
 * <p>Source: Robbins and Monro 1951, in lecture 5.
 *
 * @param alpha α
 */
public record RobbinsMonro(double alpha) implements Schedule {
    /** @throws IllegalArgumentException if α is negative or not finite */
    public RobbinsMonro {
        Require.rate("RobbinsMonro: alpha", alpha);
    }

    /** The rate of an update, counted from 0. */
    @Override
    public double rate(int update) {
        Require.count("RobbinsMonro.rate: update", 0, update);
        return alpha / (update + 1.0);
    }

    /** αₙ, n counted from 1. */
    public double atStep(int n) {
        Require.count("RobbinsMonro.atStep: n", 1, n);
        return alpha / n;
    }
}
