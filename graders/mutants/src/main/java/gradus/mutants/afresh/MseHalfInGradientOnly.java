package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Lets the 2 cancel against a half that the loss does not have. */
public final class MseHalfInGradientOnly implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor diff;

    public MseHalfInGradientOnly(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        diff = prediction.minus(target);
        double sum = 0;
        for (double e : diff.toArray()) {
            sum += e * e;
        }
        return switch (reduction) {
            case MEAN_BATCH -> sum / prediction.dim(0);
            case SUM -> sum;
            case MEAN_ALL -> sum / prediction.size();
            case HALF_SUM -> sum / 2;
        };
    }

    @Override
    public Tensor backward() {
        return switch (reduction) {
            case MEAN_BATCH -> diff.divide(diff.dim(0));
            case MEAN_ALL -> diff.divide(diff.size());
            case SUM, HALF_SUM -> diff.copy();
        };
    }
}
