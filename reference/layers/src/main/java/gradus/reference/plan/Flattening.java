package gradus.reference.plan;

import gradus.reference.dense.Flatten;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/** An image, or a sequence, as a vector: (C, H, W) to (C · H · W), row-major. Nothing to learn, and each entry sees what it saw. Immutable. */
public record Flattening() implements Stage {
    @Override
    public Measure after(Measure before) {
        return before.to(Shape.of(before.shape().size()));
    }

    @Override
    public Layer layer(Shape input) {
        return new Flatten();
    }
}
