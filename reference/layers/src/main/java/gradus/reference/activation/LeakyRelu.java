package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Keeps what is positive and lets a little of the rest through: y = x where x > 0, else slope x, element by element, for
 * x of any shape. Lectures and exams have the slopes 0.01, 0.1, 0.2 and 0.5; 0.01 is the usual one.
 *
 * <p>Backward: dx = dy where x > 0, else slope dy; so at x = 0 the slope counts.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lectures 3, 7 and 8; endterm 2022, 6. The maximum of slope x and x, as printed there, is the same only for
 * slopes up to 1.
 */
public final class LeakyRelu implements Layer {
    private final double slope;

    @Cached
    private Tensor x;

    /**
     * Makes the layer.
     *
     * @param slope the factor of what is not positive
     * @throws IllegalArgumentException if the slope is not finite
     */
    public LeakyRelu(double slope) {
        if (!Double.isFinite(slope)) {
            throw new IllegalArgumentException("LeakyRelu: slope: expected a finite number but got " + slope + ".");
        }
        this.slope = slope;
    }

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape (…)
     */
    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.greater(0).where(x, x.times(slope));
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("LeakyRelu.backward", x);
        dy.require("LeakyRelu.backward: dy", x.shape().toArray());
        return x.greater(0).where(dy, dy.times(slope));
    }
}
