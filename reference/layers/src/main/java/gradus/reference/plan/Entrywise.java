package gradus.reference.plan;

import gradus.reference.activation.Gelu;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Selu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Softmax;
import gradus.reference.activation.Softplus;
import gradus.reference.activation.Tanh;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What gives each pixel an answer of the pixel's own shape: activations, softmax, dropout, scaling, positions. Shape, multiplications and
 * field stay; parameters are those of the layer that {@code make} makes for the shape, so
 *
 * <pre>
 * Entrywise.of(() -> new LeakyRelu(0.1))                            // nothing to learn
 * Entrywise.of(() -> new ParametricRelu(1))                         // one slope
 * new Entrywise(shape -> new ParametricRelu(shape.dim(0)))          // one for each channel
 * new Entrywise(shape -> new PositionalEncoding(shape.dim(1)))
 * </pre>
 *
 * <p>Immutable, if {@code make} is: it makes a new layer each time.
 *
 * @param make the layer for a shape without the batch
 */
public record Entrywise(Function<Shape, Layer> make) implements Stage {
    public static final Entrywise RELU = of(Relu::new);
    public static final Entrywise SIGMOID = of(Sigmoid::new);
    public static final Entrywise TANH = of(Tanh::new);
    public static final Entrywise SELU = of(Selu::new);
    public static final Entrywise GELU = of(Gelu::new);
    public static final Entrywise SOFTPLUS = of(Softplus::new);

    /** For vectors. */
    public static final Entrywise SOFTMAX = of(Softmax::new);

    /** The same layer for every shape. */
    public static Entrywise of(Supplier<Layer> layer) {
        return new Entrywise(shape -> layer.get());
    }

    @Override
    public Measure after(Measure before) {
        return before.holds(layer(before.shape()));
    }

    @Override
    public Layer layer(Shape input) {
        return make.apply(input);
    }
}
