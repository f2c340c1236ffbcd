package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Averages the loss over the batch and leaves the gradient undivided. */
public final class MseGradientOfSum implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor diff;

    public MseGradientOfSum(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        diff = prediction.minus(target);
        return diff.square().sum() * factor();
    }

    @Override
    public Tensor backward() {
        return switch (reduction) {
            case MEAN_BATCH, SUM -> diff.times(2);
            case MEAN_ALL -> diff.times(2.0 / diff.size());
            case HALF_SUM -> diff.copy();
        };
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
