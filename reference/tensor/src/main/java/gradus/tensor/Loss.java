package gradus.tensor;

/**
 * A differentiable measure of how far predictions lie from targets.
 *
 * @param <T> {@link Tensor}, or {@link IntTensor} for labels, which have no gradient
 */
public interface Loss<T> {
    /** Returns the loss and keeps what backward needs. */
    double forward(Tensor prediction, T target);

    /** Returns the gradient of the loss by the prediction, of the prediction's shape. */
    Tensor backward();
}
