package gradus.tensor;

import java.util.Arrays;

/** Whole numbers with a shape, for what has no gradient: labels, tokens, positions. Row-major, immutable. */
public final class IntTensor {
    private final Shape shape;
    private final int[] data;

    private IntTensor(Shape shape, int[] data) {
        this.shape = shape;
        this.data = data;
    }

    /** A vector. */
    public static IntTensor of(int... values) {
        return new IntTensor(Shape.of(values.length), values.clone());
    }

    /**
     * Copies the values, which come in row-major order.
     *
     * @throws ShapeException if they are not as many as the shape has entries
     */
    public static IntTensor of(Shape shape, int... values) {
        Require.values("IntTensor.of", shape, values.length);
        return new IntTensor(shape, values.clone());
    }

    public Shape shape() {
        return shape;
    }

    public int rank() {
        return shape.rank();
    }

    public int dim(int axis) {
        return shape.dim(axis);
    }

    public int size() {
        return data.length;
    }

    /** The entry at an index, one number an axis. */
    public int get(int... index) {
        return data[View.of(shape).at(index)];
    }

    /** Returns this if its shape is the expected one, {@link Shape#ANY} standing for any length; {@code where} begins the message. */
    public IntTensor require(String where, int... dims) {
        Require.shape(where, shape, dims);
        return this;
    }

    public int[] toArray() {
        return data.clone();
    }

    /** The numbers themselves, for reading only. */
    int[] data() {
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntTensor that && shape.equals(that.shape) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return shape + " " + Arrays.toString(data);
    }
}
