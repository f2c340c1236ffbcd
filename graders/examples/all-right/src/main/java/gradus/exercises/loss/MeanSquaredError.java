package gradus.exercises.loss;

import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

public final class MeanSquaredError implements Loss<Tensor> {
    private final Reduction reduction;
    private Tensor error;
    private double factor;

    public MeanSquaredError(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        error = prediction.minus(target);
        factor = 1.0;
        if (reduction == Reduction.HALF_SUM) {
            factor = 0.5;
        } else if (reduction == Reduction.MEAN_BATCH) {
            factor = 1.0 / error.dim(0);
        } else if (reduction == Reduction.MEAN_ALL) {
            factor = 1.0 / error.size();
        }
        return factor * error.dot(error);
    }

    @Override
    public Tensor backward() {
        return error.times(2 * factor);
    }
}
