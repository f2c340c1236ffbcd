package gradus.reference.dense;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;

/**
 * Scores how two rows go together: yₘ = x1ᵀ wₘ x2 + bₘ for each sample, with x1 (N, D), x2 (N, E), w (M, D, E), b (M),
 * y (N, M). In other words, an affine map of the products x1ᵢ x2ⱼ of all pairs of entries.
 *
 * <p>Backward: dp = dy w, the gradients of those products (N, D, E); dx1 = dp x2, dx2 = x1ᵀ dp; dw += the sum over the
 * samples of dyₘ x1 x2ᵀ; db += the sum of the rows of dy.
 *
 * <p>Arguments are not written to; x1 and x2 are kept by reference until the next forward.
 *
 * <p>Source: the form of PyTorch's Bilinear; with b = 0 the score by which attention compares query and key.
 */
public final class Bilinear implements Trainable {
    /** The gradients of x1 (N, D) and of x2 (N, E). */
    public record Gradients(Tensor dx1, Tensor dx2) {}

    private final Parameter w; // (M, D, E)
    private final Parameter b; // (M)

    @Cached
    private Tensor x1; // (N, D)

    @Cached
    private Tensor x2; // (N, E)

    /** Makes the layer from D and E inputs to M scores, with w = 0 and b = 0. */
    public Bilinear(int inputs1, int inputs2, int outputs) {
        w = new Parameter("w", outputs, inputs1, inputs2);
        b = new Parameter("b", outputs);
    }

    /**
     * Returns y (N, M).
     *
     * @param x1 (N, D)
     * @param x2 (N, E)
     * @throws gradus.tensor.ShapeException if the rows are not as long as that, or x2 has not as many as x1
     */
    public Tensor forward(Tensor x1, Tensor x2) {
        this.x1 = x1.require("Bilinear.forward: x1", Shape.ANY, w.value().dim(1));
        this.x2 = x2.require("Bilinear.forward: x2", x1.dim(0), w.value().dim(2));
        return pairs().matmulTransposed(flatWeights()).plus(b.value());
    }

    /**
     * Adds to the gradients of w and b, and returns those of x1 and x2.
     *
     * @param dy the gradient of the loss with respect to y, (N, M)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    public Gradients backward(Tensor dy) {
        Forward.first("Bilinear.backward", x2);
        dy.require("Bilinear.backward: dy", x1.dim(0), b.value().dim(0));
        w.addGradient(dy.transposedMatmul(pairs()).reshape(w.value().shape()));
        b.addGradient(dy.sum(0));
        Tensor dp = dy.matmul(flatWeights()).reshape(x1.dim(0), x1.dim(1), x2.dim(1));
        return new Gradients(
                dp.times(x2.expand(1)).sum(2), dp.times(x1.expand(2)).sum(1));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }

    /** All products x1ᵢ x2ⱼ of a sample in one row, (N, D E). */
    private Tensor pairs() {
        return x1.expand(2).times(x2.expand(1)).reshape(x1.dim(0), x1.dim(1) * x2.dim(1));
    }

    /** w as one matrix, (M, D E). */
    private Tensor flatWeights() {
        int scores = w.value().dim(0);
        return w.value().reshape(scores, w.value().dim(1) * w.value().dim(2));
    }
}
