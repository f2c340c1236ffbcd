package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** The squared error in the algebra: a scale times the sum of squares, whose gradient is 2 scale (prediction - target). */
public class SquaredErrorAlgebra implements Loss<Tensor> {

    protected final Reduction reduction;

    @Cached
    protected Tensor difference; // (N, M)

    public SquaredErrorAlgebra(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        difference = prediction.minus(target);
        return scale() * difference.square().sum();
    }

    @Override
    public Tensor backward() {
        return difference.times(2 * scale());
    }

    protected double scale() {
        return switch (reduction) {
            case MEAN_BATCH -> 1.0 / difference.dim(0);
            case SUM -> 1;
            case MEAN_ALL -> 1.0 / difference.size();
            case HALF_SUM -> 0.5;
        };
    }
}
