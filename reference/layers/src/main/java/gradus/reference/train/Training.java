package gradus.reference.train;

import gradus.reference.optim.Clipping;
import gradus.reference.optim.schedule.ConstantRate;
import gradus.reference.train.augment.Augmentation;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Optimizer;
import gradus.tensor.Schedule;
import gradus.tensor.Seed;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How to train: everything but the net, the loss and the samples. Immutable; each setting returns another plan. At
 * first: rate 0.1, 10 epochs, batches of 32, seed 0, no clipping, no augmentation, no early stopping, nobody
 * listening.
 *
 * <pre>{@code
 * History history = Training.with(Adam::new).rate(3e-4).epochs(20).batches(64).seed(new Seed(1))
 *         .fit(net, new SoftmaxCrossEntropy(), split.train(), split.validation());
 * }</pre>
 *
 * <p>The same plan, net and samples give the same history: the order of epoch e is by {@code seed.child(e)}.
 *
 * <p>Source: lecture 5; lecture 6.
 *
 * @param optimizer makes one optimizer for each parameter
 * @param augmentation changes the inputs of every batch anew, as "online" augmentation does
 */
public record Training(
        Supplier<? extends Optimizer> optimizer,
        Schedule schedule,
        int epochs,
        Batches batches,
        Seed seed,
        Clipping clipping,
        Augmentation augmentation,
        Optional<EarlyStopping> stopping,
        Progress progress) {
    /** @throws IllegalArgumentException if the number of epochs is negative */
    public Training {
        if (epochs < 0) {
            throw new IllegalArgumentException("Training: epochs: expected 0 or more but got " + epochs + ".");
        }
    }

    /** A plan to begin with, one optimizer for each parameter coming from the supplier. */
    public static Training with(Supplier<? extends Optimizer> optimizer) {
        return new Training(
                optimizer,
                new ConstantRate(0.1),
                10,
                new Batches(32),
                new Seed(0),
                gradients -> gradients,
                Augmentation.NONE,
                Optional.empty(),
                epoch -> {});
    }

    /** The same learning rate in every epoch. */
    public Training rate(double rate) {
        return schedule(new ConstantRate(rate));
    }

    public Training schedule(Schedule rates) {
        return new Training(optimizer, rates, epochs, batches, seed, clipping, augmentation, stopping, progress);
    }

    public Training epochs(int number) {
        return new Training(optimizer, schedule, number, batches, seed, clipping, augmentation, stopping, progress);
    }

    public Training batches(int size) {
        return new Training(
                optimizer, schedule, epochs, new Batches(size), seed, clipping, augmentation, stopping, progress);
    }

    public Training seed(Seed start) {
        return new Training(optimizer, schedule, epochs, batches, start, clipping, augmentation, stopping, progress);
    }

    public Training clip(Clipping rule) {
        return new Training(optimizer, schedule, epochs, batches, seed, rule, augmentation, stopping, progress);
    }

    public Training augment(Augmentation change) {
        return new Training(optimizer, schedule, epochs, batches, seed, clipping, change, stopping, progress);
    }

    /** Stops early, and in the end goes back to the least validation loss; to the start if none was a number. */
    public Training stop(EarlyStopping rule) {
        return new Training(
                optimizer, schedule, epochs, batches, seed, clipping, augmentation, Optional.of(rule), progress);
    }

    public Training tell(Progress listener) {
        return new Training(optimizer, schedule, epochs, batches, seed, clipping, augmentation, stopping, listener);
    }

    /** Trains without a validation set, by a plan that does not stop early; otherwise like the other. */
    public <T> History fit(Layer net, Loss<T> loss, Samples<T> train) {
        return fit(net, loss, train, train.slice(0, 0));
    }

    /**
     * Trains, and leaves the net in {@link gradus.tensor.Mode#EVAL}. An empty validation set counts as none. A batch of
     * which nothing counts for the loss is passed over, as it has nothing to teach.
     *
     * @throws IllegalArgumentException if there is no sample that counts, or the plan stops early and there is none to
     *     validate by
     * @throws DivergedException if a loss is not finite
     */
    public <T> History fit(Layer net, Loss<T> loss, Samples<T> train, Samples<T> validation) {
        return new Run<>(this, net, loss, train, validation).history();
    }
}
