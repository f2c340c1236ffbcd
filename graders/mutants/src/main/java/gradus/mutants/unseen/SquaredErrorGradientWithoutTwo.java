package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Squared error whose gradient lacks the 2 of the square, as if the loss were halved. */
public final class SquaredErrorGradientWithoutTwo implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor prediction;

    @Cached
    private Tensor target;

    public SquaredErrorGradientWithoutTwo(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        this.prediction = prediction;
        this.target = target;
        double[] p = prediction.toArray();
        double[] t = target.toArray();
        double loss = 0;
        for (int i = 0; i < p.length; i++) {
            loss += (p[i] - t[i]) * (p[i] - t[i]);
        }
        return loss * factor();
    }

    @Override
    public Tensor backward() {
        return prediction.minus(target).times(factor());
    }

    private double factor() {
        return switch (reduction) {
            case MEAN_BATCH -> 1.0 / prediction.dim(0);
            case SUM -> 1;
            case MEAN_ALL -> 1.0 / prediction.size();
            case HALF_SUM -> 0.5;
        };
    }
}
