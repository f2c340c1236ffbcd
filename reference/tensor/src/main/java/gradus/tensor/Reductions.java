package gradus.tensor;

import gradus.tensor.Backend.Fold;
import java.util.stream.IntStream;

/**
 * The operations of {@link Tensor} that make one entry of many.
 *
 * <p>The axes named are dropped; methods ending in {@code Keep} keep them with length 1. With no axis at all the result is a number.
 */
public sealed interface Reductions permits Tensor {
    private Tensor self() {
        return (Tensor) this;
    }

    default Tensor sum(int... axes) {
        return self().fold(Fold.SUM, "Tensor.sum", axes, false);
    }

    default Tensor sumKeep(int... axes) {
        return self().fold(Fold.SUM, "Tensor.sumKeep", axes, true);
    }

    /** The greatest entries; NaN where there is one. */
    default Tensor max(int... axes) {
        return self().fold(Fold.MAX, "Tensor.max", axes, false);
    }

    default Tensor maxKeep(int... axes) {
        return self().fold(Fold.MAX, "Tensor.maxKeep", axes, true);
    }

    /** The smallest entries; NaN where there is one. */
    default Tensor min(int... axes) {
        return self().fold(Fold.MIN, "Tensor.min", axes, false);
    }

    default Tensor minKeep(int... axes) {
        return self().fold(Fold.MIN, "Tensor.minKeep", axes, true);
    }

    default Tensor mean(int... axes) {
        return averaged(self().fold(Fold.SUM, "Tensor.mean", axes, false));
    }

    default Tensor meanKeep(int... axes) {
        return averaged(self().fold(Fold.SUM, "Tensor.meanKeep", axes, true));
    }

    private Tensor averaged(Tensor sum) {
        return sum.divide((double) self().size() / sum.size());
    }

    default double sum() {
        return all(Fold.SUM, "Tensor.sum");
    }

    default double max() {
        return all(Fold.MAX, "Tensor.max");
    }

    default double min() {
        return all(Fold.MIN, "Tensor.min");
    }

    default double mean() {
        return all(Fold.SUM, "Tensor.mean") / self().size();
    }

    private double all(Fold operation, String where) {
        Tensor x = self();
        return x.rank() == 0
                ? x.get()
                : x.fold(operation, where, IntStream.range(0, x.rank()).toArray(), false)
                        .get();
    }

    /** The sum of the products of the entries of two tensors of one shape. */
    default double dot(Tensor other) {
        Require.shape("Tensor.dot", other.shape(), self().shape().toArray());
        return self().times(other).sum();
    }

    /** Sums over all axes along which a tensor of shape {@code smaller} would be stretched to this shape; undoes a broadcast. */
    default Tensor sumTo(Shape smaller) {
        Shape shape = self().shape();
        Require.stretches("Tensor.sumTo", smaller, shape);
        int added = shape.rank() - smaller.rank();
        int[] axes = IntStream.range(0, shape.rank())
                .filter(axis -> axis < added || smaller.dim(axis - added) != shape.dim(axis))
                .toArray();
        return axes.length == 0 ? self().copy() : sum(axes).reshape(smaller);
    }
}
