package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** The squared error by rows: first the sum over the outputs of a sample, then the reduction over the samples. */
public final class SquaredErrorRows implements Loss<Tensor> {

    private final Reduction reduction;

    @Cached
    private Tensor prediction; // (N, M)

    @Cached
    private Tensor target; // (N, M)

    public SquaredErrorRows(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        this.prediction = prediction.copy();
        this.target = target.copy();
        Tensor rows = prediction.minus(target).square().sumKeep(-1);
        return switch (reduction) {
            case MEAN_BATCH -> rows.sum() / rows.size();
            case SUM -> rows.sum();
            case MEAN_ALL -> rows.sum() / prediction.size();
            case HALF_SUM -> rows.sum() / 2;
        };
    }

    @Override
    public Tensor backward() {
        Tensor difference = prediction.minus(target);
        return switch (reduction) {
            case MEAN_BATCH -> difference.times(2.0 / difference.dim(0));
            case SUM -> difference.plus(difference);
            case MEAN_ALL -> difference.times(2.0 / difference.size());
            case HALF_SUM -> difference;
        };
    }
}
