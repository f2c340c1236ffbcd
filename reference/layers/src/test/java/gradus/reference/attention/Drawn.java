package gradus.reference.attention;

import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/** Layers with drawn parameters, and what became of them. */
final class Drawn {
    private Drawn() {}

    /** The layer, its parameters of about 1/2, so that no softmax saturates. */
    static <T extends Trainable> T with(T layer, long seed) {
        for (Parameter p : layer.parameters()) {
            p.set(Values.NORMAL.draw(seed++, p.value().shape().toArray()).times(0.5));
        }
        return layer;
    }

    static List<Tensor> gradients(Trainable layer) {
        return layer.parameters().stream().map(p -> p.gradient().copy()).toList();
    }

    static List<Tensor> values(Trainable layer) {
        return layer.parameters().stream().map(p -> p.value().copy()).toList();
    }
}
