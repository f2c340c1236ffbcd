package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Lets through as much of x as its sigmoid says: y = x σ(β x), element by element, for x of any shape, with σ the
 * {@link Sigmoid}. β = 0 halves x, a large β makes a ReLU; for β = 1 nothing is below -0.2785.
 *
 * <p>Backward: dx = dy (σ + β x σ (1 - σ)), with σ = σ(β x).
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: the student summary, which prints twice this: {@link #doubled}.
 */
public final class Swish implements Layer {
    private final double beta;
    private final double scale;

    @Cached
    private Tensor x, gate; // (…) each; σ(β x)

    /** Makes the layer; a finite β says how sharply it bends. */
    public Swish(double beta) {
        this(beta, 1);
    }

    private Swish(double beta, double scale) {
        if (!Double.isFinite(beta)) {
            throw new IllegalArgumentException("Swish: beta: expected a finite number but got " + beta + ".");
        }
        this.beta = beta;
        this.scale = scale;
    }

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape (…)
     */
    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        gate = new Sigmoid().forward(x.times(beta));
        return x.times(gate).times(scale);
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Swish.backward", gate);
        dy.require("Swish.backward: dy", x.shape().toArray());
        return dy.times(gate.plus(x.times(beta).times(gate).times(gate.oneMinus())))
                .times(scale);
    }

    /** The form 2 x σ(β x): β = 0 changes nothing, a large β makes twice a ReLU. */
    public static Swish doubled(double beta) {
        return new Swish(beta, 2);
    }
}
