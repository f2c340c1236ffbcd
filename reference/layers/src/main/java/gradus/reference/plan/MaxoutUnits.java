package gradus.reference.plan;

import gradus.reference.dense.Maxout;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/**
 * Units that are the greatest of K affine maps each: (D) to (M), with D · M · K weights, M · K biases and D · M · K multiplications. They
 * see all of the input. Immutable.
 *
 * <p>Source: lecture 3; lecture 7.
 */
public record MaxoutUnits(int outputs, int pieces) implements Stage {
    /** @throws IllegalArgumentException if there are no outputs or no pieces */
    public MaxoutUnits {
        Require.positive("MaxoutUnits: outputs", outputs);
        Require.positive("MaxoutUnits: pieces", pieces);
    }

    @Override
    public Measure after(Measure before) {
        Require.vector("MaxoutUnits", before);
        long maps = (long) outputs * pieces;
        long weights = before.shape().dim(0) * maps;
        return before.learns(weights + maps).multiplies(weights).seesAll().to(outputs);
    }

    @Override
    public Layer layer(Shape input) {
        return new Maxout(input.dim(0), outputs, pieces);
    }
}
