package gradus.reference.plan;

import gradus.reference.norm.BatchNorm;
import gradus.reference.norm.SpatialBatchNorm;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/** Batch normalisation of C channels or D features: two numbers to learn and two running ones for each. */
public record Normalization() implements Stage {
    private static final double MOMENTUM = 0.9;
    private static final double EPS = 1e-5;

    @Override
    public Measure after(Measure before) {
        long each = before.shape().dim(0);
        return before.learns(2 * each).keeps(2 * each);
    }

    @Override
    public Layer layer(Shape input) {
        return input.rank() == 3
                ? new SpatialBatchNorm(input.dim(0), MOMENTUM, EPS)
                : new BatchNorm(input.dim(0), MOMENTUM, EPS);
    }
}
