package gradus.reference.plan;

import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Tanh;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import java.util.function.Supplier;

/** An activation: shape and counts stay. */
@SuppressWarnings("ImmutableEnumChecker") // constructors without state
public enum Entrywise implements Stage {
    RELU(Relu::new),
    SIGMOID(Sigmoid::new),
    TANH(Tanh::new);

    private final Supplier<Layer> layer;

    Entrywise(Supplier<Layer> layer) {
        this.layer = layer;
    }

    @Override
    public Measure after(Measure before) {
        return before;
    }

    @Override
    public Layer layer(Shape input) {
        return layer.get();
    }
}
