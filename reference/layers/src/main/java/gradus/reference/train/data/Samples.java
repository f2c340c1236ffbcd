package gradus.reference.train.data;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Inputs (N, …) and what is to be predicted of them, N targets: a tensor (N, …), or labels. Immutable, as long as
 * nobody writes to the tensors, which are kept by reference.
 *
 * @param <T> {@link Tensor} or {@link IntTensor}, as the loss wants it
 */
public final class Samples<T> {
    private final Tensor x;
    private final T targets;
    private final BiFunction<T, IntTensor, T> taking;

    private Samples(Tensor x, T targets, Shape shape, BiFunction<T, IntTensor, T> taking) {
        if (x.rank() == 0 || shape.rank() == 0 || x.dim(0) != shape.dim(0)) {
            throw new ShapeException(
                    "Samples: expected as many targets as inputs " + x.shape() + " but got " + shape + ".");
        }
        this.x = x;
        this.targets = targets;
        this.taking = taking;
    }

    /**
     * Inputs with tensors to predict.
     *
     * @throws ShapeException if the first axes differ
     */
    public static Samples<Tensor> of(Tensor x, Tensor targets) {
        return new Samples<>(x, targets, targets.shape(), Tensor::take);
    }

    /**
     * Inputs with labels to predict.
     *
     * @throws ShapeException if the first axes differ
     */
    public static Samples<IntTensor> of(Tensor x, IntTensor labels) {
        return new Samples<>(x, labels, labels.shape(), Samples::rows);
    }

    /** The inputs, (N, …). */
    public Tensor x() {
        return x;
    }

    public T targets() {
        return targets;
    }

    /** N. */
    public int size() {
        return x.dim(0);
    }

    /** Copies of the samples of these numbers, in this order; a number may come twice. */
    public Samples<T> take(IntTensor numbers) {
        return new Samples<>(x.take(numbers), taking.apply(targets, numbers), numbers.shape(), taking);
    }

    /** Copies of samples {@code from} (inclusive) to {@code to} (exclusive). */
    public Samples<T> slice(int from, int to) {
        return take(IntTensor.of(IntStream.range(from, to).toArray()));
    }

    /**
     * The same targets for other inputs, such as scaled or augmented ones.
     *
     * @throws ShapeException if the inputs are not N
     */
    public Samples<T> with(Tensor inputs) {
        return new Samples<>(inputs, targets, Shape.of(size()), taking);
    }

    private static IntTensor rows(IntTensor labels, IntTensor numbers) {
        int width = labels.dim(0) == 0 ? 0 : labels.size() / labels.dim(0);
        int[] all = labels.toArray();
        int[] taken = Arrays.stream(numbers.toArray())
                .flatMap(row -> Arrays.stream(all, row * width, (row + 1) * width))
                .toArray();
        return IntTensor.of(labels.shape().with(0, numbers.size()), taken);
    }
}
