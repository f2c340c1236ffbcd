package gradus.reference;

import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Softmax;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import java.util.stream.Stream;

/** Every layer once, for 7 inputs, its parameters set. */
final class Samples {
    static final int FEATURES = 7;

    private Samples() {}

    static Stream<Layer> layers() {
        return Stream.of(affine(), new Relu(), new Sigmoid(), new Tanh(), new Softmax());
    }

    private static Affine affine() {
        Affine layer = new Affine(FEATURES, 3);
        long seed = 100;
        for (Parameter p : layer.parameters()) {
            p.set(Values.NORMAL.draw(seed++, p.value().shape().toArray()));
        }
        return layer;
    }
}
