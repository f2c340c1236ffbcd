package gradus.reference.attention;

import gradus.reference.activation.Relu;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * The same small net at every position: y = max(0, x w1 + b1) w2 + b2, with x (N, T, D), w1 (D, F), b1 (F), w2 (F, D),
 * b2 (D), y (N, T, D).
 *
 * <p>Backward: affine, ReLU, affine in reverse; positions and samples add up in the parameters' gradients.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lecture 11, the transformer's fully connected layers.
 */
public final class FeedForward implements Layer {
    private final int width;
    private final Projection first;
    private final Relu relu = new Relu();
    private final Projection second;

    @Cached
    private Shape answer; // (N, T, D)

    /** Makes the net from D over F hidden units back to D, all parameters 0. */
    public FeedForward(int width, int hidden) {
        this.width = width;
        first = new Projection("1", width, hidden);
        second = new Projection("2", hidden, width);
    }

    /**
     * Returns y (N, T, D).
     *
     * @param x (N, T, D)
     * @throws gradus.tensor.ShapeException if {@code x} does not have the width D
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("FeedForward.forward: x", Shape.ANY, Shape.ANY, width);
        answer = x.shape();
        return second.forward(relu.forward(first.forward(x)));
    }

    /**
     * Adds to the gradients of the parameters, and returns dx (N, T, D).
     *
     * @param dy the gradient of the loss with respect to y, (N, T, D)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("FeedForward.backward", answer);
        dy.require("FeedForward.backward: dy", answer.toArray());
        return first.backward(relu.backward(second.backward(dy)));
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(first, second)
                .flatMap(projection -> projection.parameters().stream())
                .toList();
    }
}
