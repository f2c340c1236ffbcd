package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Squares target minus prediction and forgets the minus sign of the inner derivative. */
public final class MseTargetMinusPrediction implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor diff;

    public MseTargetMinusPrediction(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        diff = target.minus(prediction);
        return diff.square().sum() * factor();
    }

    @Override
    public Tensor backward() {
        return diff.times(2 * factor());
    }

    private double factor() {
        return switch (reduction) {
            case MEAN_BATCH -> 1.0 / diff.dim(0);
            case SUM -> 1;
            case MEAN_ALL -> 1.0 / diff.size();
            case HALF_SUM -> 0.5;
        };
    }
}
