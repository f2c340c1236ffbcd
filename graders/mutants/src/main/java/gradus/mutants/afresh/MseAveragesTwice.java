package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Has the 1 / N of the batch mean in the factor, and divides by N once more. */
public final class MseAveragesTwice implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor diff;

    public MseAveragesTwice(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        diff = prediction.minus(target);
        return diff.square().sum() * factor();
    }

    @Override
    public Tensor backward() {
        Tensor dx = diff.times(2 * factor());
        if (reduction == Reduction.MEAN_BATCH) {
            dx = dx.divide(diff.dim(0));
        }
        return dx;
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
