package gradus.tensor;

/**
 * A differentiable function of one tensor.
 *
 * <p>Tensors are lent both ways: a layer writes neither to {@code x} nor to {@code dy} nor to a parameter's value, and the caller
 * changes none of them between a forward and its backward, so a layer may keep references.
 */
public interface Layer extends Trainable {
    /** Returns y for x and keeps what backward needs, in place of what an earlier call kept. */
    Tensor forward(Tensor x);

    /**
     * Adds to the gradients of the parameters and returns dx, of the shape of x. It may run again after one forward: it returns the
     * same and adds again.
     *
     * @param dy the gradient of the loss by y, of the shape of y
     */
    Tensor backward(Tensor dy);
}
