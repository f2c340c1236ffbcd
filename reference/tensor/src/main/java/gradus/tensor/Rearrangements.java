package gradus.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The operations of {@link Tensor} that put entries elsewhere and change none; every result is independent of what it came from. */
public sealed interface Rearrangements permits Tensor {
    private Tensor self() {
        return (Tensor) this;
    }

    private Shape form() {
        return self().shape();
    }

    default Tensor copy() {
        return reshape(form());
    }

    /** The same entries in another shape; one length may be -1 and follows from the others. */
    default Tensor reshape(int... dims) {
        return reshape(filled(dims));
    }

    private Shape filled(int... dims) {
        int[] known = dims.clone();
        for (int axis = 0; axis < known.length; axis++) {
            if (known[axis] == -1) {
                known[axis] = 1;
                known[axis] = remaining(Shape.of(known).size(), dims);
                break;
            }
        }
        return Shape.of(known);
    }

    private int remaining(int others, int... dims) {
        int size = self().size();
        if (others == 0 || size % others != 0) {
            throw new ShapeException("Tensor.reshape: " + form() + " has " + size
                    + " entries, which do not divide into " + Shape.text(dims) + ".");
        }
        return size / others;
    }

    default Tensor reshape(Shape shape) {
        if (shape.size() != form().size()) {
            throw new ShapeException("Tensor.reshape: " + form() + " has " + form().size() + " entries but " + shape
                    + " has " + shape.size() + ".");
        }
        return self().share(shape);
    }

    /** A new axis of length 1 at the given place; -1 appends it. */
    default Tensor expand(int axis) {
        Shape longer = Shape.of(1).then(form());
        int at = longer.axis("Tensor.expand", axis);
        Shape before = form().part(0, at);
        return reshape(before.then(Shape.of(1)).then(form().part(at, form().rank())));
    }

    /** Exchanges the last two axes. */
    default Tensor transpose() {
        int rank = form().rank();
        Require.rank("Tensor.transpose", form(), 2);
        int[] order = IntStream.range(0, rank).toArray();
        order[rank - 2] = rank - 1;
        order[rank - 1] = rank - 2;
        return permute(order);
    }

    /** Axis i of the result is axis {@code order[i]} of this. */
    default Tensor permute(int... order) {
        int[] axes = Arrays.stream(order)
                .map(axis -> form().axis("Tensor.permute", axis))
                .toArray();
        if (axes.length != form().rank() || Arrays.stream(axes).distinct().count() < axes.length) {
            throw new ShapeException(
                    "Tensor.permute: expected every axis of " + form() + " once but got " + Shape.text(order) + ".");
        }
        return self().gather(View.of(form()).permute(axes));
    }

    /** Entries {@code from} (inclusive) to {@code to} (exclusive) of an axis. */
    default Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /** Every {@code step}-th entry of an axis, of {@code from} (inclusive) to {@code to} (exclusive). */
    default Tensor slice(int axis, int from, int to, int step) {
        int along = form().axis("Tensor.slice", axis);
        Require.range("Tensor.slice", form(), along, from, to, step);
        return self().gather(View.of(form()).slice(along, from, -Math.floorDiv(from - to, step), step));
    }

    /** Entry i of an axis, which is dropped. */
    default Tensor select(int axis, int i) {
        int along = form().axis("Tensor.select", axis);
        Require.entry("Tensor.select", form(), along, i);
        return self().gather(View.of(form()).slice(along, i, 1, 1), form().without(along));
    }

    /** An axis in reverse. */
    default Tensor flip(int axis) {
        return self().gather(View.of(form()).flip(form().axis("Tensor.flip", axis)));
    }

    /** Repeats axes of length 1, and adds leading axes. */
    default Tensor broadcastTo(Shape target) {
        Require.stretches("Tensor.broadcastTo", form(), target);
        return self().gather(View.of(form()).broadcast(target));
    }

    /**
     * What a window sees as it slides over images (N, C, H, W), which have their padding already: pixel (i, j) of all windows is an image of
     * its own, (N, C, KH, KW, OH, OW).
     */
    default Tensor unfold(Window window) {
        Require.shape("Tensor.unfold", form(), Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        Window inside = window.padding(0);
        int high = inside.outputHeight(form().dim(2));
        int wide = inside.outputWidth(form().dim(3));
        View seen = View.of(form())
                .unfold(2, high, window.stride(), window.height(), window.dilation())
                .unfold(3, wide, window.stride(), window.width(), window.dilation());
        return self().gather(seen.permute(0, 1, 4, 5, 2, 3));
    }

    /** Zeros before and after the entries of an axis. */
    default Tensor pad(int axis, int before, int after) {
        int along = form().axis("Tensor.pad", axis);
        Require.padding(form(), along, before, after);
        Tensor padded = Tensor.zeros(form().with(along, before + form().dim(along) + after));
        padded.put(along, before, self());
        return padded;
    }
}
