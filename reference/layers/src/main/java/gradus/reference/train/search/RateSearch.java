package gradus.reference.train.search;

import gradus.reference.train.Trainer;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.tensor.Seed;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks for a learning rate as the lecture does: with all training data and a small weight decay, try a few rates on
 * a new net each, and see whose loss falls clearly within a hundred iterations. Before that, the first loss must be
 * what guessing costs (see {@link gradus.reference.train.diagnosis.FirstLoss}); after it, a coarse grid of rates and
 * decays ({@link Grid#coarse}) for a few epochs, and a finer one around the best ({@link Grid#around}) for 10 to 20.
 *
 * <p>Source: lecture 6.
 *
 * @param rates to try
 * @param iterations of each
 * @param batches what an iteration sees
 */
public record RateSearch(List<Double> rates, int iterations, Batches batches) {
    public RateSearch {
        rates = List.copyOf(rates);
        if (rates.isEmpty() || iterations < 1) {
            throw new IllegalArgumentException("RateSearch: expected at least one rate and one iteration but got "
                    + rates + " and " + iterations + ".");
        }
    }

    /** Rates 0.1, 0.01, 0.001 and 0.0001, a hundred iterations each. */
    public static RateSearch usual(Batches batches) {
        return new RateSearch(List.of(1e-1, 1e-2, 1e-3, 1e-4), 100, batches);
    }

    /**
     * What a rate did to the loss.
     *
     * @param first the loss of all training data at the start
     * @param last the loss of all training data at the end; NaN if it did not stay finite
     */
    public record Outcome(double rate, double first, double last) {
        /** How many times smaller the loss has become; NaN if it did not stay finite. */
        public double drop() {
            return first / last;
        }
    }

    /**
     * Tries every rate on a new trainer, and returns the outcomes, the least last loss first, NaN last.
     *
     * @param trainer makes a new net with the same start, its loss (with the decay, if any) and its optimizers
     * @throws IllegalArgumentException if there is no sample that counts
     */
    public <T> List<Outcome> run(Supplier<Trainer<T>> trainer, Samples<T> training, Seed seed) {
        return rates.stream()
                .map(rate -> outcome(rate, trainer.get(), training, seed))
                .sorted(Comparator.comparingDouble(Outcome::last))
                .toList();
    }

    private <T> Outcome outcome(double rate, Trainer<T> trainer, Samples<T> training, Seed seed) {
        if (!trainer.counts(training)) {
            throw new IllegalArgumentException(
                    "RateSearch.run: training: expected at least one sample that counts for the loss but got none.");
        }
        double first = trainer.evaluate(training, batches);
        int done = 0;
        for (int epoch = 0; done < iterations; epoch++) {
            for (Samples<T> batch : batches.of(training, seed.child(epoch))
                    .filter(trainer::counts)
                    .limit(iterations - done)
                    .toList()) {
                if (!Double.isFinite(trainer.step(batch, rate))) {
                    return new Outcome(rate, first, Double.NaN);
                }
                done++;
            }
        }
        double last = trainer.evaluate(training, batches);
        return new Outcome(rate, first, Double.isFinite(last) ? last : Double.NaN);
    }
}
