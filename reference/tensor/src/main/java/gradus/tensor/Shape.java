package gradus.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lengths of a tensor's axes, such as (5, 7); {@code ()} is the shape of a scalar, and a length may be 0. Immutable. */
public final class Shape {
    /** Stands for any length where a shape is required: {@code x.require("Affine.forward: x", Shape.ANY, 7)}. */
    public static final int ANY = -1;

    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        this.dims = dims;
        this.size = size(dims);
    }

    /**
     * The shape with these lengths, copied.
     *
     * @throws ShapeException if a length is negative or the entries are more than an array holds
     */
    public static Shape of(int... dims) {
        return new Shape(dims.clone());
    }

    private static int size(int[] dims) {
        long size = 1;
        for (int dim : dims) {
            if (dim < 0) {
                throw new ShapeException("Shape.of: expected lengths of 0 or more but got " + text(dims) + ".");
            }
            size *= dim;
            if (size > Integer.MAX_VALUE) {
                throw new ShapeException("Shape.of: " + text(dims) + " has more entries than an array can hold.");
            }
        }
        return (int) size;
    }

    public int rank() {
        return dims.length;
    }

    /** The number of entries, 1 for a scalar. */
    public int size() {
        return size;
    }

    /** The length of an axis; negative axes count from the end. */
    public int dim(int axis) {
        return dims[axis("Shape.dim", axis)];
    }

    public int[] toArray() {
        return dims.clone();
    }

    /** Whether the lengths are these, {@link #ANY} standing for any. */
    public boolean fits(int... expected) {
        return expected.length == dims.length
                && IntStream.range(0, dims.length).allMatch(i -> expected[i] == ANY || expected[i] == dims[i]);
    }

    /** Where an entry stands in a row-major array; one method a rank, because loops over entries call it. */
    int at(int i) {
        if (dims.length != 1 || outside(i, 0)) {
            throw View.outside(this, i);
        }
        return i;
    }

    int at(int i, int j) {
        if (dims.length != 2 || outside(i, 0) || outside(j, 1)) {
            throw View.outside(this, i, j);
        }
        return i * dims[1] + j;
    }

    int at(int i, int j, int k) {
        if (dims.length != 3 || outside(i, 0) || outside(j, 1) || outside(k, 2)) {
            throw View.outside(this, i, j, k);
        }
        return (i * dims[1] + j) * dims[2] + k;
    }

    int at(int i, int j, int k, int l) {
        if (dims.length != 4 || outside(i, 0) || outside(j, 1) || outside(k, 2) || outside(l, 3)) {
            throw View.outside(this, i, j, k, l);
        }
        return ((i * dims[1] + j) * dims[2] + k) * dims[3] + l;
    }

    private boolean outside(int i, int axis) {
        return i < 0 || i >= dims[axis];
    }

    /** The axis counted from 0; {@code where} begins the message if there is none. */
    int axis(String where, int axis) {
        if (axis < -dims.length || axis >= dims.length) {
            throw new ShapeException(where + ": expected an axis of " + this + " but got " + axis + ".");
        }
        return axis < 0 ? axis + dims.length : axis;
    }

    /** The axes counted from 0; at least one, none twice. */
    int[] axes(String where, int... axes) {
        if (axes.length == 0) {
            throw new ShapeException(where + ": expected at least one axis of " + this + " but got none.");
        }
        int[] counted =
                Arrays.stream(axes).map(axis -> axis(where, axis)).sorted().toArray();
        if (Arrays.stream(counted).distinct().count() < counted.length) {
            throw new ShapeException(where + ": expected different axes of " + this + " but got " + text(axes) + ".");
        }
        return counted;
    }

    /** This with another length along an axis; negative axes count from the end. */
    public Shape with(int axis, int length) {
        int[] changed = dims.clone();
        changed[axis("Shape.with", axis)] = length;
        return new Shape(changed);
    }

    /** Length 1 along some axes. */
    Shape folded(int... axes) {
        int[] changed = dims.clone();
        for (int axis : axes) {
            changed[axis] = 1;
        }
        return new Shape(changed);
    }

    Shape without(int... axes) {
        return new Shape(IntStream.range(0, dims.length)
                .filter(axis -> Arrays.stream(axes).noneMatch(a -> a == axis))
                .map(axis -> dims[axis])
                .toArray());
    }

    /** Axes {@code from} (inclusive) to {@code to} (exclusive). */
    Shape part(int from, int to) {
        return new Shape(Arrays.copyOfRange(dims, from, to));
    }

    /** This shape's axes, then those of {@code other}. */
    Shape then(Shape other) {
        return new Shape(
                IntStream.concat(Arrays.stream(dims), Arrays.stream(other.dims)).toArray());
    }

    /** The shape that both stretch to. */
    Shape broadcast(String where, Shape other) {
        int[] result = new int[Math.max(rank(), other.rank())];
        for (int back = 1; back <= result.length; back++) {
            int mine = fromEnd(back);
            int others = other.fromEnd(back);
            if (mine != others && mine != 1 && others != 1) {
                throw new ShapeException(where + ": " + this + " and " + other + " do not fit: axis -" + back + " has "
                        + mine + " and " + others + " entries; they must be equal or 1.");
            }
            result[result.length - back] = mine == 1 ? others : mine;
        }
        return new Shape(result);
    }

    private int fromEnd(int back) {
        return back > dims.length ? 1 : dims[dims.length - back];
    }

    static String text(int... dims) {
        return Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    @Override
    public String toString() {
        return text(dims);
    }
}
