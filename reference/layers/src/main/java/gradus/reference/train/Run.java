package gradus.reference.train;

import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.List;

/** One training by a plan, from the first epoch to the last. */
final class Run<T> {
    private final Training plan;
    private final Layer net;
    private final Samples<T> train;
    private final Samples<T> validation;
    private final Trainer<T> trainer;
    private final List<Epoch> epochs = new ArrayList<>();
    private Checkpoint best;

    Run(Training plan, Layer net, Loss<T> loss, Samples<T> train, Samples<T> validation) {
        this.plan = plan;
        this.net = net;
        this.train = train;
        this.validation = validation;
        trainer = new Trainer<>(net, loss, plan.optimizer());
        best = Checkpoint.of(net);
        require("train: expected at least one sample", train);
        if (plan.stopping().isPresent()) {
            require("validation: expected at least one sample, to stop early by,", validation);
        }
    }

    private void require(String expected, Samples<T> samples) {
        if (!trainer.counts(samples)) {
            throw new IllegalArgumentException("Training.fit: " + expected + " but got "
                    + (samples.size() == 0 ? "none." : samples.size() + " of which none counts for the loss."));
        }
    }

    History history() {
        while (epochs.size() < plan.epochs() && !stopped()) {
            Epoch epoch = epoch(epochs.size());
            epochs.add(epoch);
            keepBest();
            plan.progress().after(epoch);
        }
        if (plan.stopping().isPresent()) {
            best.restore(net);
        }
        net.mode(Mode.EVAL);
        return new History(epochs);
    }

    private boolean stopped() {
        List<Double> losses = new History(epochs).validationLosses();
        return plan.stopping().map(rule -> rule.stops(losses)).orElse(false);
    }

    private void keepBest() {
        if (plan.stopping().isPresent() && new History(epochs).best() == epochs.size() - 1) {
            best = Checkpoint.of(net);
        }
    }

    private Epoch epoch(int number) {
        double rate = plan.schedule().rate(number);
        double trainLoss = learn(number, rate);
        double validationLoss = validation.size() == 0 ? Double.NaN : trainer.evaluate(validation, plan.batches());
        return new Epoch(number, rate, trainLoss, validationLoss);
    }

    /** One pass over the training set, less the batches of which nothing counts; returns the loss of all. */
    private double learn(int number, double rate) {
        Seed seed = plan.seed().child(number);
        int iteration = 0;
        double sum = 0;
        for (Samples<T> batch :
                (Iterable<Samples<T>>) plan.batches().of(train, seed).filter(trainer::counts)::iterator) {
            Samples<T> changed = batch.with(plan.augmentation().apply(batch.x(), seed.child(iteration)));
            double loss = trainer.step(changed, rate, plan.clipping());
            if (!Double.isFinite(loss)) {
                throw new DivergedException(loss, number, iteration);
            }
            sum += loss * trainer.weight(batch);
            plan.progress().after(number, iteration, loss);
            iteration++;
        }
        return sum / trainer.weight(train);
    }
}
