package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Knows one reduction only, the mean over the batch, whatever it was asked for. */
public final class MseAlwaysBatchMean implements Loss<Tensor> {
    @Cached
    private Tensor diff;

    public MseAlwaysBatchMean(Reduction reduction) {}

    @Override
    public double forward(Tensor prediction, Tensor target) {
        diff = prediction.minus(target);
        return diff.square().sum() / diff.dim(0);
    }

    @Override
    public Tensor backward() {
        return diff.times(2).divide(diff.dim(0));
    }
}
