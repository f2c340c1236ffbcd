package gradus.exercises.loss;

import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

public final class MeanSquaredError implements Loss<Tensor> {
    private final Reduction reduction;
    private Tensor prediction;
    private Tensor target;

    public MeanSquaredError(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        this.prediction = prediction;
        this.target = target;
        return prediction.minus(target).square().sum() * weight();
    }

    @Override
    public Tensor backward() {
        return target.minus(prediction).times(2 * weight());
    }

    private double weight() {
        return switch (reduction) {
            case MEAN_BATCH -> 1.0 / prediction.dim(0);
            case MEAN_ALL -> 1.0 / prediction.size();
            case HALF_SUM -> 0.5;
            case SUM -> 1.0;
        };
    }
}
