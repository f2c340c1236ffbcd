package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Takes one entry's share of the gradient as a whole number, which is 0 unless there is one entry only. */
public final class MseIntegerShare implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor diff;

    public MseIntegerShare(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        diff = prediction.minus(target);
        double squares = diff.square().sum();
        return reduction == Reduction.HALF_SUM ? squares / 2 : squares / count();
    }

    @Override
    public Tensor backward() {
        int share = 1 / count();
        int two = reduction == Reduction.HALF_SUM ? 1 : 2;
        return diff.times(two).times(share);
    }

    private int count() {
        return switch (reduction) {
            case MEAN_BATCH -> diff.dim(0);
            case MEAN_ALL -> diff.size();
            case SUM, HALF_SUM -> 1;
        };
    }
}
