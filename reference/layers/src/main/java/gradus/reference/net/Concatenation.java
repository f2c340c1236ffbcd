package gradus.reference.net;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Branches side by side on one input, their channels one after another: y = [b₁(x), b₂(x), …] along axis 1, with x (N, C, …), bᵢ(x)
 * (N, Cᵢ, …), equal but for Cᵢ, and y (N, ΣCᵢ, …).
 *
 * <p>Backward: dy is cut where the branches met, each gets its piece, and dx (N, C, …) is the sum of what they return.
 *
 * <p>Parameters are led by the branch's number from 0, as in {@code 1.w}. Arguments are not written to; the branches' outputs are kept until
 * the next forward.
 *
 * <p>Source: lecture 10 (inception, U-Net).
 */
public final class Concatenation extends Composed {
    private static final int CHANNELS = 1;

    private final List<Layer> branches;

    @Cached
    private List<Tensor> outputs;

    /**
     * Makes the layer of its branches, which are kept, not copied.
     *
     * @throws IllegalArgumentException if there is no branch, or one comes twice
     */
    public Concatenation(List<? extends Layer> branches) {
        super(Parts.numbered("Concatenation", branches));
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("Concatenation: branches: expected one or more but got none.");
        }
        this.branches = List.copyOf(branches);
    }

    /**
     * Returns y (N, ΣCᵢ, …), the branches' outputs along axis 1.
     *
     * @param x (N, C, …)
     * @throws gradus.tensor.ShapeException if they differ in another axis
     */
    @Override
    public Tensor forward(Tensor x) {
        outputs = branches.stream().map(branch -> branch.forward(x)).toList();
        return returned(Tensor.concat(CHANNELS, outputs));
    }

    /**
     * Lets the branches add to their parameters' gradients, and returns dx (N, C, …).
     *
     * @param dy the gradient of the loss with respect to y, (N, ΣCᵢ, …)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        required(dy);
        List<Tensor> gradients = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < branches.size(); i++) {
            int to = from + outputs.get(i).dim(CHANNELS);
            gradients.add(branches.get(i).backward(dy.slice(CHANNELS, from, to)));
            from = to;
        }
        return gradients.stream().reduce(Tensor::plus).orElseThrow();
    }

    /** As with a list of branches. */
    public Concatenation(Layer... branches) {
        this(List.of(branches));
    }
}
