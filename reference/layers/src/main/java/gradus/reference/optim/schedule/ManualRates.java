package gradus.reference.optim.schedule;

import gradus.tensor.Schedule;
import java.util.List;

/**
 * Rates written down beforehand, each for n epochs: α(epoch) = rates[⌊epoch / n⌋], and the last one for ever after.
 *
 * <p>Source: lecture 6, training schedule.
 *
 * @param every n
 */
public record ManualRates(int every, List<Double> rates) implements Schedule {
    /** @throws IllegalArgumentException if n is below 1, there is no rate, or one is negative or not finite */
    public ManualRates {
        Require.count("ManualRates: every", 1, every);
        Require.count("ManualRates: number of rates", 1, rates.size());
        rates.forEach(rate -> Require.rate("ManualRates: rates", rate));
        rates = List.copyOf(rates);
    }

    @Override
    public double rate(int epoch) {
        Require.count("ManualRates.rate: epoch", 0, epoch);
        return rates.get(Math.min(epoch / every, rates.size() - 1));
    }
}
