package gradus.reference.net;

import gradus.reference.activation.Identity;
import gradus.tensor.Layer;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/**
 * A branch and a way round it, added up: y = branch(x) + shortcut(x). The shortcut is the identity, or a projection (an
 * affine map, a 1×1 convolution) where the branch changes the shape. The activation of a residual block comes after the
 * sum, as a layer of its own.
 *
 * <p>Backward: dx = branch'(dy) + shortcut'(dy); with the identity, dy reaches x undiminished: dy/dx = 1 + branch'.
 *
 * <p>Parameters are led by {@code branch.} and {@code shortcut.}.
 *
 * <p>Source: lecture 10 (ResNet); endterm 2022, 4.3; summer 2020, 4.
 */
public final class Residual extends Composed {
    private final Layer branch;
    private final Layer shortcut;

    /** With the identity as the way round. */
    public Residual(Layer branch) {
        this(branch, new Identity());
    }

    /** @throws IllegalArgumentException if both are one layer */
    public Residual(Layer branch, Layer shortcut) {
        super(new Parts("Residual").with("branch", branch).with("shortcut", shortcut));
        this.branch = branch;
        this.shortcut = shortcut;
    }

    /**
     * Returns branch(x) + shortcut(x).
     *
     * @throws ShapeException if the two are not of one shape
     */
    @Override
    public Tensor forward(Tensor x) {
        Tensor through = branch.forward(x);
        Tensor round = shortcut.forward(x);
        if (!through.shape().equals(round.shape())) {
            throw new ShapeException("Residual.forward: the branch gives " + through.shape() + " but the shortcut "
                    + round.shape() + ". Project the shortcut to the branch's shape.");
        }
        return returned(through.plus(round));
    }

    @Override
    public Tensor backward(Tensor dy) {
        return branch.backward(required(dy)).plus(shortcut.backward(dy));
    }
}
