package gradus.reference.dense;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * The greatest of K affine maps, for each output on its own: yₘ = maxₖ (x wₘₖ + bₘₖ), with x (N, D), w (D, M K), b (M K),
 * y (N, M). Convex in x, and made of K flat pieces at most; it has K times the parameters of an {@link Affine}.
 *
 * <p>The K pieces of an output stand side by side, so that w is the matrix of an affine map of D inputs, and is initialised
 * as such.
 *
 * <p>Backward: dy goes to the piece that won, zₘₖ with k = argmax, and from there as through an affine map: dz = dy where k
 * won, else 0; dx = dz wᵀ; dw += xᵀ dz; db += the sum of dz over the samples. Among equals the first wins.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lecture 3; lecture 7.
 */
public final class Maxout implements Layer {
    private final int outputs; // M
    private final int pieces; // K
    private final Parameter w; // (D, M K)
    private final Parameter b; // (M K)

    @Cached
    private Tensor x; // (N, D)

    @Cached
    private IntTensor winner; // (N, M)

    /**
     * Makes the layer from D inputs to M outputs, each of K pieces, with w = 0 and b = 0.
     *
     * @throws IllegalArgumentException if there is no piece
     */
    public Maxout(int inputs, int outputs, int pieces) {
        if (pieces < 1) {
            throw new IllegalArgumentException("Maxout: pieces: expected 1 or more but got " + pieces + ".");
        }
        this.outputs = outputs;
        this.pieces = pieces;
        w = new Parameter("w", inputs, outputs * pieces);
        b = new Parameter("b", outputs * pieces);
    }

    /**
     * Returns y (N, M).
     *
     * @param x (N, D)
     * @throws gradus.tensor.ShapeException if the rows of {@code x} do not have D entries
     */
    @Override
    public Tensor forward(Tensor x) {
        this.x = x.require("Maxout.forward: x", Shape.ANY, w.value().dim(0));
        Tensor z = x.matmul(w.value()).plus(b.value()).reshape(x.dim(0), outputs, pieces);
        winner = z.argmax(2);
        return z.pick(winner);
    }

    /**
     * Adds to the gradients of w and b, and returns dx (N, D).
     *
     * @param dy the gradient of the loss with respect to y, (N, M)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Maxout.backward", winner);
        dy.require("Maxout.backward: dy", x.dim(0), outputs);
        Tensor won = Tensor.zeros(x.dim(0), outputs, pieces);
        won.addPick(winner, dy);
        Tensor dz = won.reshape(x.dim(0), outputs * pieces);
        w.addGradient(x.transposedMatmul(dz));
        b.addGradient(dz.sum(0));
        return dz.matmulTransposed(w.value());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
