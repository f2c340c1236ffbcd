package gradus.reference.train;

import java.util.List;

/** How a training went, epoch by epoch. Immutable. */
public record History(List<Epoch> epochs) {
    public History {
        epochs = List.copyOf(epochs);
    }

    public List<Double> trainLosses() {
        return epochs.stream().map(Epoch::trainLoss).toList();
    }

    /** NaN where there was no validation set. */
    public List<Double> validationLosses() {
        return epochs.stream().map(Epoch::validationLoss).toList();
    }

    /** The number of the first epoch with the least validation loss; -1 without one. */
    public int best() {
        return EarlyStopping.best(validationLosses());
    }
}
