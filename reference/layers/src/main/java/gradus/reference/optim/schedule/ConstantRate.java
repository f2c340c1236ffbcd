package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;

/** No schedule: α(epoch) = α₀. */
public record ConstantRate(double rate) implements Schedule {
    /** @throws IllegalArgumentException if α₀ is negative or not finite */
    public ConstantRate {
        Require.rate("ConstantRate: rate", rate);
    }

    @Override
    public double rate(int epoch) {
        Require.count("ConstantRate.rate: epoch", 0, epoch);
        return rate;
    }
}
