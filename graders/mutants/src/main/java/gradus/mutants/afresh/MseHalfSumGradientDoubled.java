package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Takes the half of HALF_SUM into the loss and not into the gradient. */
public final class MseHalfSumGradientDoubled implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor diff;

    public MseHalfSumGradientDoubled(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        diff = prediction.minus(target);
        return diff.square().sum() * factor();
    }

    @Override
    public Tensor backward() {
        double scale = reduction == Reduction.HALF_SUM ? 1 : factor();
        return diff.times(2 * scale);
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
