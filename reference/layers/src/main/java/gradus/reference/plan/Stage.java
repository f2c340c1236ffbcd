package gradus.reference.plan;

import gradus.tensor.Layer;
import gradus.tensor.Shape;
import java.util.List;

/** One stage of a net: what it makes of a measure, and the layer that it stands for. */
public interface Stage {
    /**
     * The measure behind this stage.
     *
     * @throws gradus.tensor.ShapeException if the stage does not fit the shape before it
     */
    Measure after(Measure before);

    /** The layer, untrained, for inputs of a shape, that is (C, H, W) or (D) without the batch. */
    Layer layer(Shape input);

    /** Stages one after another. */
    static Chain of(Stage... stages) {
        return new Chain(List.of(stages));
    }
}
