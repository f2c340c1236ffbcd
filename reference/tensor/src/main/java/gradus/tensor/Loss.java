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

    /**
     * Returns what a batch weighs beside others: the loss of all samples together is the sum of weight times loss over the batches, divided
     * by the weight of all samples. Where nothing of a batch counts, 0. A mean over samples has nothing to add here.
     *
     * @param samples how many the batch has
     */
    default double weight(int samples, T target) {
        return samples;
    }
}
