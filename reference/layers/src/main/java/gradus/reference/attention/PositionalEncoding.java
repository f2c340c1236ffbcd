package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Adds to each position what tells it from the others, because attention itself sees a set: y = x + PE, x (N, T, D), with
 * PE(t, 2i) = sin(t / 10000^(2i/D)) and PE(t, 2i + 1) = cos(t / 10000^(2i/D)), t from 0.
 *
 * <p>Backward: dx = dy. Nothing is learned, and a sequence may have any length.
 *
 * <p>An odd width ends with a sine that has no cosine.
 *
 * <p>Source: lecture 11, positional encoding.
 */
public final class PositionalEncoding implements Layer {
    private static final double LONGEST = 10000; // of the wavelengths, in units of 2π

    private final int width;

    @Cached
    private Shape answer; // (N, T, D)

    /**
     * Makes the encoding for the width D.
     *
     * @throws IllegalArgumentException if the width is below 1
     */
    public PositionalEncoding(int width) {
        requireWidth("PositionalEncoding: width", width);
        this.width = width;
    }

    /**
     * Returns y (N, T, D).
     *
     * @param x (N, T, D)
     * @throws gradus.tensor.ShapeException if {@code x} does not have the width D
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("PositionalEncoding.forward: x", Shape.ANY, Shape.ANY, width);
        answer = x.shape();
        return x.plus(of(x.dim(1), width));
    }

    /**
     * Returns dx (N, T, D), a copy of dy.
     *
     * @param dy the gradient of the loss with respect to y, (N, T, D)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("PositionalEncoding.backward", answer);
        return dy.require("PositionalEncoding.backward: dy", answer.toArray()).copy();
    }

    /**
     * Returns PE (T, D).
     *
     * @throws IllegalArgumentException if the length is negative, or the width below 1
     */
    public static Tensor of(int length, int width) {
        requireWidth("PositionalEncoding.of: width", width);
        Tensor columns = Positions.upTo("PositionalEncoding.of: width", width);
        Tensor odd = columns.minus(columns.divide(2).floor().times(2));
        Tensor rates = Tensor.full(Shape.of(), LONGEST).power(columns.minus(odd).divide(-width));
        Tensor angles = Positions.upTo("PositionalEncoding.of: length", length)
                .expand(1)
                .times(rates);
        return odd.where(angles.cos(), angles.sin());
    }

    private static void requireWidth(String where, int width) {
        if (width < 1) {
            throw new IllegalArgumentException(where + ": expected 1 or more but got " + width + ".");
        }
    }
}
