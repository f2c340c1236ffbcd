package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Squared error that is halved in the loss, with a gradient that is not. */
public final class SquaredErrorHalvedForward implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor difference;

    public SquaredErrorHalvedForward(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        difference = prediction.minus(target);
        double half = 0.5 * difference.square().sum();
        return switch (reduction) {
            case MEAN_BATCH -> half / difference.dim(0);
            case MEAN_ALL -> half / difference.size();
            case SUM, HALF_SUM -> half;
        };
    }

    @Override
    public Tensor backward() {
        return switch (reduction) {
            case MEAN_BATCH -> difference.times(2.0 / difference.dim(0));
            case MEAN_ALL -> difference.times(2.0 / difference.size());
            case SUM -> difference.times(2);
            case HALF_SUM -> difference.copy();
        };
    }
}
