package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Names the highest score of each row: yᵢ = 1 if i is the first with xᵢ = maxⱼ xⱼ, else 0, with x (N, C), y (N, C).
 *
 * <p>Backward: dx = 0, for a score that moves a little leaves the winner as it is. {@link Softmax} is the smooth form that
 * learns.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: CS182, the linear classifier.
 */
public final class WinnerTakeAll implements Layer {
    @Cached
    private Tensor x; // (N, C)

    /**
     * Returns y (N, C), each row with a single 1.
     *
     * @param x scores, (N, C)
     * @throws gradus.tensor.ShapeException if {@code x} is not a matrix
     */
    @Override
    public Tensor forward(Tensor x) {
        this.x = x.require("WinnerTakeAll.forward: x", Shape.ANY, Shape.ANY);
        Tensor y = Tensor.zeros(x.shape());
        y.addPick(x.argmax(1), 1);
        return y;
    }

    /**
     * Returns dx = 0 (N, C).
     *
     * @param dy the gradient of the loss with respect to y, (N, C)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("WinnerTakeAll.backward", x);
        dy.require("WinnerTakeAll.backward: dy", x.shape().toArray());
        return Tensor.zeros(x.shape());
    }
}
