package gradus.demo;

import gradus.tensor.Initializer;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Trainable;

/** Gives nets something to start with. */
public final class Weights {
    private Weights() {}

    /** Draws every matrix and every filter of a net; vectors, which are biases and scales, stay as they are. Returns the net. */
    public static <T extends Trainable> T draw(T net, Initializer initializer, Seed seed) {
        int number = 0;
        for (Parameter p : net.parameters()) {
            if (p.value().rank() > 1) {
                p.set(initializer.create(p.value().shape(), seed.child(number)));
            }
            number++;
        }
        return net;
    }
}
