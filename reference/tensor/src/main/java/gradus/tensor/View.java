package gradus.tensor;

import java.util.Arrays;

/**
 * How a shape lies over a flat array: entry (i, j, …) stands at offset + i · stride(0) + j · stride(1) + …
 *
 * <p>Slices, transposes, flips and broadcasts are views, and a backend's kernels walk them. Immutable.
 */
public final class View {
    private final Shape shape;
    private final int offset;
    private final int[] strides;

    private View(Shape shape, int offset, int[] strides) {
        this.shape = shape;
        this.offset = offset;
        this.strides = strides;
    }

    /** The whole of a row-major array. */
    public static View of(Shape shape) {
        int[] strides = new int[shape.rank()];
        int stride = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.dim(axis);
        }
        return new View(shape, 0, strides);
    }

    public Shape shape() {
        return shape;
    }

    public int offset() {
        return offset;
    }

    public int stride(int axis) {
        return strides[axis];
    }

    /** Where an entry stands. */
    int at(int... index) {
        boolean inside = index.length == strides.length;
        int at = offset;
        for (int axis = 0; inside && axis < index.length; axis++) {
            inside = index[axis] >= 0 && index[axis] < shape.dim(axis);
            at += index[axis] * strides[axis];
        }
        if (!inside) {
            throw outside(shape, index);
        }
        return at;
    }

    static IndexOutOfBoundsException outside(Shape shape, int... index) {
        return new IndexOutOfBoundsException(
                "index " + Shape.text(index) + " lies outside a tensor of shape " + shape + ".");
    }

    /** Axis i of the result is axis {@code order[i]} of this. */
    View permute(int... order) {
        int[] dims = Arrays.stream(order).map(shape::dim).toArray();
        return new View(
                Shape.of(dims),
                offset,
                Arrays.stream(order).map(axis -> strides[axis]).toArray());
    }

    /** Every {@code step}-th entry of an axis, {@code length} of them. */
    View slice(int axis, int from, int length, int step) {
        int[] changed = strides.clone();
        changed[axis] *= step;
        return new View(shape.with(axis, length), offset + from * strides[axis], changed);
    }

    /** Windows of {@code size} entries, {@code dilation} apart: the axis becomes their number, and a new last axis their entries. */
    View unfold(int axis, int windows, int stride, int size, int dilation) {
        int[] longer = Arrays.copyOf(strides, strides.length + 1);
        longer[axis] = strides[axis] * stride;
        longer[strides.length] = strides[axis] * dilation;
        return new View(shape.with(axis, windows).then(Shape.of(size)), offset, longer);
    }

    View flip(int axis) {
        return shape.size() == 0 ? this : slice(axis, shape.dim(axis) - 1, shape.dim(axis), -1);
    }

    /** Stretches axes of length 1, with stride 0, and adds leading axes; the shapes must fit. */
    View broadcast(Shape target) {
        int added = target.rank() - shape.rank();
        int[] stretched = new int[target.rank()];
        for (int axis = added; axis < stretched.length; axis++) {
            stretched[axis] = shape.dim(axis - added) == 1 ? 0 : strides[axis - added];
        }
        return new View(target, offset, stretched);
    }
}
