package gradus.reference.plan;

import gradus.reference.dense.Affine;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/** A fully connected stage: (D) to (M), with D · M weights, M biases and D · M multiplications; it sees all of the input. Immutable. */
public record Connected(int outputs) implements Stage {
    /** @throws IllegalArgumentException if there are no outputs */
    public Connected {
        Require.positive("Connected: outputs", outputs);
    }

    /** @throws gradus.tensor.ShapeException if there is no vector */
    @Override
    public Measure after(Measure before) {
        Require.vector("Connected", before);
        long weights = (long) before.shape().dim(0) * outputs;
        return before.learns(weights + outputs).multiplies(weights).seesAll().to(outputs);
    }

    @Override
    public Layer layer(Shape input) {
        return new Affine(input.dim(0), outputs);
    }
}
