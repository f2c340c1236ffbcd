package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** The squared error in one loop over the entries; the gradient is finished in the forward pass. */
public final class SquaredErrorLoops implements Loss<Tensor> {

    private final Reduction reduction;

    @Cached
    private Tensor gradient; // (N, M)

    public SquaredErrorLoops(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        double[] y = prediction.toArray();
        double[] t = target.toArray();
        double divisor = divisor(prediction);
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double error = y[i] - t[i];
            loss += error * error / divisor;
            y[i] = 2 * error / divisor;
        }
        gradient = Tensor.of(prediction.shape(), y);
        return loss;
    }

    private double divisor(Tensor prediction) {
        return switch (reduction) {
            case MEAN_BATCH -> prediction.dim(0);
            case SUM -> 1;
            case MEAN_ALL -> prediction.size();
            case HALF_SUM -> 2;
        };
    }

    @Override
    public Tensor backward() {
        return gradient.copy();
    }
}
