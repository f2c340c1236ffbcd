package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Reduces the loss as asked, and always differentiates the mean over the batch. */
public final class MseGradientIgnoresReduction implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private double[] errors;

    @Cached
    private Tensor last;

    public MseGradientIgnoresReduction(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        last = prediction;
        errors = prediction.toArray();
        double[] wanted = target.toArray();
        double total = 0;
        for (int i = 0; i < errors.length; i++) {
            errors[i] -= wanted[i];
            total += errors[i] * errors[i];
        }
        return switch (reduction) {
            case MEAN_BATCH -> total / prediction.dim(0);
            case SUM -> total;
            case MEAN_ALL -> total / errors.length;
            case HALF_SUM -> total / 2;
        };
    }

    @Override
    public Tensor backward() {
        double[] dx = new double[errors.length];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = 2 * errors[i] / last.dim(0);
        }
        return Tensor.of(last.shape(), dx);
    }
}
