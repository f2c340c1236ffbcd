package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;

/**
 * Grows in proportion to the step, then falls with its root: α(step) = width^-½ · min(step^-½, step · warmup^-³ᐟ²). The two meet where
 * step = warmup, and there α is largest.
 *
 * <p>Changes with every update, not with every epoch. The formula's first step is 1, as 0^-½ has no value: update k, counted from 0, is
 * step k + 1.
 *
 * <p>Source: the Transformer (Vaswani et al. 2017), in lecture 11; warmup is not given there, the paper has 4000.
 *
 * @param width of the model's representations, d_model
 * @param warmup how many steps the rate grows
 */
public record WarmUp(int width, int warmup) implements Schedule {
    /** @throws IllegalArgumentException if a number is below 1 */
    public WarmUp {
        Require.count("WarmUp: width", 1, width);
        Require.count("WarmUp: warmup", 1, warmup);
    }

    /** The rate of an update, counted from 0. */
    @Override
    public double rate(int update) {
        Require.count("WarmUp.rate: update", 0, update);
        return formula(update + 1.0);
    }

    /** The rate at a step as the formula counts it, from 1. */
    public double atStep(int step) {
        Require.count("WarmUp.atStep: step", 1, step);
        return formula(step);
    }

    private double formula(double step) {
        return Math.min(1 / Math.sqrt(step), step / (warmup * Math.sqrt(warmup))) / Math.sqrt(width);
    }
}
