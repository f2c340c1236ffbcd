package gradus.reference.init;

import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Every entry is the same number; the seed does not matter.
 *
 * <p>Right for biases: 0, or 0.01 before a ReLU so that it starts awake. Wrong for weights: units that start equal get
 * equal gradients and stay equal for ever.
 *
 * <p>Source: lecture 7; endterm 2021, 2.9.
 */
public record Constant(double value) implements Initializer {
    @Override
    public Tensor create(Shape shape, Seed seed) {
        return Tensor.full(shape, value);
    }
}
