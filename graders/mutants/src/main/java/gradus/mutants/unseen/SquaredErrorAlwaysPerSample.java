package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Squared error whose gradient is that of the mean over samples, whatever the reduction. */
public final class SquaredErrorAlwaysPerSample implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor difference;

    public SquaredErrorAlwaysPerSample(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        difference = prediction.minus(target);
        double sum = difference.square().sum();
        return switch (reduction) {
            case MEAN_BATCH -> sum / prediction.dim(0);
            case SUM -> sum;
            case MEAN_ALL -> sum / prediction.size();
            case HALF_SUM -> sum / 2;
        };
    }

    @Override
    public Tensor backward() {
        return difference.times(2.0 / difference.dim(0));
    }
}
