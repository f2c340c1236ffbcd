package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A leaky ReLU that learns its slope: y = x where x > 0, else α x, for x (N, C, …), with one α for each of the C channels, or
 * one for all and x of any shape.
 *
 * <p>Backward: dx = dy where x > 0, else α dy; dα += the sum of dy x over all places of its channel where x is not
 * positive.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lecture 3; lecture 7; endterm 2021, 2.3. The maximum of α x and x, as the lectures print it, is the same only
 * for α up to 1. At the start α = 0.25, as in He, Zhang, Ren and Sun (2015), Delving deep into rectifiers.
 */
public final class ParametricRelu implements Layer {
    private static final double START = 0.25;

    private final int channels;
    private final Parameter alpha; // (C), or (1) for all

    @Cached
    private Tensor x; // (N, C, …)

    /**
     * Makes the layer.
     *
     * @param channels C, the length of axis 1; 1 gives one α for all channels
     * @throws IllegalArgumentException if there is no channel
     */
    public ParametricRelu(int channels) {
        if (channels < 1) {
            throw new IllegalArgumentException(
                    "ParametricRelu: channels: expected 1 or more but got " + channels + ".");
        }
        this.channels = channels;
        alpha = new Parameter("alpha", Tensor.full(Shape.of(channels), START));
    }

    /**
     * Returns y, shaped like x.
     *
     * @param x (N, C, …); any shape if α is for all
     * @throws ShapeException if axis 1 does not have C entries
     */
    @Override
    public Tensor forward(Tensor x) {
        requireChannels(x.shape());
        this.x = x;
        return x.greater(0).where(x, x.times(slopes()));
    }

    /**
     * Adds to the gradient of α, and returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y, shaped like y
     * @throws ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("ParametricRelu.backward", x);
        dy.require("ParametricRelu.backward: dy", x.shape().toArray());
        Tensor slopes = slopes();
        Tensor touched = dy.times(x.minimum(0));
        alpha.addGradient(touched.sumTo(slopes.shape()).reshape(alpha.value().shape()));
        return x.greater(0).where(dy, dy.times(slopes));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(alpha);
    }

    /** α as it stretches to x: (C, 1, …), from axis 1 on, or () for all. */
    private Tensor slopes() {
        if (channels == 1) {
            return alpha.value().reshape(Shape.of());
        }
        int[] dims = new int[x.rank() - 1];
        Arrays.fill(dims, 1);
        dims[0] = channels;
        return alpha.value().reshape(dims);
    }

    private void requireChannels(Shape shape) {
        if (channels > 1 && (shape.rank() < 2 || shape.dim(1) != channels)) {
            throw new ShapeException(
                    "ParametricRelu.forward: x: expected shape (any, " + channels + ", …) but got " + shape + ".");
        }
    }
}
