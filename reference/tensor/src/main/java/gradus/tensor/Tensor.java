package gradus.tensor;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Draw;
import gradus.tensor.Backend.Fold;
import gradus.tensor.Backend.Unary;
import gradus.tensor.Backend.Write;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Numbers in a box of any rank: double, row-major, mutable; not for several threads at once. Two tensors are equal only if they are one.
 *
 * <p>Every operation returns a new tensor that shares nothing with its operands; only {@link #data}, {@link #matrix} and {@link #wrap}
 * share. The work is done by the {@link Backend} of the thread.
 */
public final class Tensor implements Elementwise, Reductions, Rearrangements, Updates {
    private static final int SHOWN = 100;

    private final Shape shape;
    private Storage storage; // not final: a backend may take it over
    private boolean shared; // with other tensors, until one of them is about to change

    private Tensor(Shape shape, Storage storage) {
        this.shape = shape;
        this.storage = storage;
    }

    // Create

    public static Tensor zeros(int... dims) {
        return zeros(Shape.of(dims));
    }

    public static Tensor zeros(Shape shape) {
        return full(shape, 0);
    }

    public static Tensor ones(int... dims) {
        return ones(Shape.of(dims));
    }

    public static Tensor ones(Shape shape) {
        return full(shape, 1);
    }

    public static Tensor full(Shape shape, double value) {
        return new Tensor(shape, backend().filled(shape.size(), value));
    }

    /** A vector. */
    public static Tensor of(double... values) {
        return of(Shape.of(values.length), values);
    }

    /** A matrix; the rows are equally long. */
    public static Tensor of(double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new ShapeException(
                        "Tensor.of: expected " + width + " entries in row " + i + " but got " + rows[i].length + ".");
            }
        }
        return home(
                "of",
                Shape.of(rows.length, width),
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /** Copies the values, which come in row-major order. */
    public static Tensor of(Shape shape, double... values) {
        return home("of", shape, values.clone());
    }

    /** Copies a matrix of EJML. */
    public static Tensor of(DMatrixRMaj matrix) {
        double[] entries = Arrays.copyOf(matrix.data, matrix.getNumElements()); // a reshaped matrix has a longer array
        return of(Shape.of(matrix.numRows, matrix.numCols), entries);
    }

    /** Shares {@code data}: each sees what the other writes. */
    public static Tensor wrap(Shape shape, double[] data) {
        Tensor tensor = home("wrap", shape, data);
        tensor.storage.pin();
        return tensor;
    }

    private static Tensor home(String method, Shape shape, double[] data) {
        Require.values("Tensor." + method, shape, data.length);
        return new Tensor(shape, new HomeStorage(data));
    }

    /** The identity matrix (n, n). */
    public static Tensor eye(int n) {
        Tensor eye = zeros(n, n);
        IntStream.range(0, n).forEach(i -> eye.set(i, i, 1));
        return eye;
    }

    /** Entry i is number i of the seed, uniform on [0, 1). */
    public static Tensor uniform(Shape shape, Seed seed) {
        return random(Draw.UNIFORM, shape, 0, seed);
    }

    /** Entry i is number i of the seed, of mean 0 and variance 1. */
    public static Tensor normal(Shape shape, Seed seed) {
        return random(Draw.NORMAL, shape, 0, seed);
    }

    /** Entry i is 1 if number i of {@code uniform(shape, seed)} is below p, else 0. */
    public static Tensor bernoulli(Shape shape, double p, Seed seed) {
        Require.probability("Tensor.bernoulli", p);
        return random(Draw.BERNOULLI, shape, p, seed);
    }

    private static Tensor random(Draw draw, Shape shape, double p, Seed seed) {
        return new Tensor(shape, backend().random(draw, shape.size(), p, seed));
    }

    /** Tensors one after another along an axis that they have; the other axes are equal. */
    public static Tensor concat(int axis, Tensor... pieces) {
        return concat(axis, List.of(pieces));
    }

    public static Tensor concat(int axis, List<Tensor> pieces) {
        if (pieces.isEmpty()) {
            throw new ShapeException("Tensor.concat: expected at least one tensor but got none.");
        }
        Shape first = pieces.get(0).shape;
        int along = first.axis("Tensor.concat", axis);
        for (Tensor piece : pieces) {
            Require.equalBut("Tensor.concat", along, first, piece.shape);
        }
        Tensor whole = zeros(first.with(
                along, pieces.stream().mapToInt(piece -> piece.dim(along)).sum()));
        int from = 0;
        for (Tensor piece : pieces) {
            whole.put(along, from, piece);
            from += piece.dim(along);
        }
        return whole;
    }

    /** Tensors of one shape side by side along a new axis. */
    public static Tensor stack(int axis, List<Tensor> pieces) {
        return concat(axis, pieces.stream().map(piece -> piece.expand(axis)).toList());
    }

    // Ask

    public Shape shape() {
        return shape;
    }

    public int rank() {
        return shape.rank();
    }

    /** The length of an axis; negative axes count from the end. */
    public int dim(int axis) {
        return shape.dim(axis);
    }

    /** The number of entries. */
    public int size() {
        return shape.size();
    }

    /** The entry at an index, one number an axis. */
    public double get(int... index) {
        return storage.read()[View.of(shape).at(index)];
    }

    public double get(int i) {
        return storage.read()[shape.at(i)];
    }

    public double get(int i, int j) {
        return storage.read()[shape.at(i, j)];
    }

    public double get(int i, int j, int k) {
        return storage.read()[shape.at(i, j, k)];
    }

    public double get(int i, int j, int k, int l) {
        return storage.read()[shape.at(i, j, k, l)];
    }

    /** A copy of the entries, row-major. */
    public double[] toArray() {
        return storage.read().clone();
    }

    /** The entries themselves, row-major and shared for good: what is written here is seen there, now and later. */
    public double[] data() {
        return own().pin();
    }

    /**
     * A matrix of EJML that shares the entries of this (N, M): what is written to one is seen in the other.
     *
     * <p>Do not let EJML reshape it or transpose it in place: it may then take an array of its own, and this keeps the old one.
     */
    public DMatrixRMaj matrix() {
        require("Tensor.matrix", Shape.ANY, Shape.ANY);
        return DMatrixRMaj.wrap(dim(0), dim(1), data());
    }

    /** Returns this if its shape is the expected one, {@link Shape#ANY} standing for any length; {@code where} begins the message. */
    public Tensor require(String where, int... dims) {
        Require.shape(where, shape, dims);
        return this;
    }

    /** The entries, to look at now. */
    double[] read() {
        return storage.read();
    }

    /** A tensor of entries that nobody else has. */
    static Tensor fresh(Shape shape, double... entries) {
        return home("fresh", shape, entries);
    }

    // Write

    public void set(int i, double value) {
        own().write()[shape.at(i)] = value;
    }

    public void set(int i, int j, double value) {
        own().write()[shape.at(i, j)] = value;
    }

    public void set(int i, int j, int k, double value) {
        own().write()[shape.at(i, j, k)] = value;
    }

    public void set(int i, int j, int k, int l, double value) {
        own().write()[shape.at(i, j, k, l)] = value;
    }

    /** Sets the entry at an index of any rank. */
    public void set(int[] index, double value) {
        own().write()[View.of(shape).at(index)] = value;
    }

    /** Writes a piece, stretched, to where a view of this points. */
    void scatter(Write write, View targets, Tensor piece) {
        Operand entries = piece.over(targets.shape());
        own();
        backend().scatter(write, as(targets), entries);
    }

    void addRows(String where, Rows rows, Tensor piece) {
        Require.shape(where, piece.shape, rows.shape().toArray());
        Storage entries = piece.adopted();
        own();
        backend().addTake(adopted(), rows.width(), rows.numbers().data(), entries);
    }

    // Entry by entry

    Tensor unary(Unary operation) {
        return new Tensor(shape, backend().unary(operation, adopted()));
    }

    Tensor binary(Binary operation, Tensor other) {
        Shape common = shape.broadcast("Tensor." + operation.method(), other.shape);
        return new Tensor(common, backend().binary(operation, over(common), other.over(common)));
    }

    /** A function of one's own, entry by entry, in row-major order, on numbers at home. */
    public Tensor map(DoubleUnaryOperator f) {
        return new Tensor(
                shape, new HomeStorage(Arrays.stream(storage.read()).map(f).toArray()));
    }

    /** {@code then} where this is not 0, {@code otherwise} where it is; unlike a product with a mask, it lets no NaN through. */
    public Tensor where(Tensor then, Tensor otherwise) {
        Shape common = shape.broadcast("Tensor.where", then.shape).broadcast("Tensor.where", otherwise.shape);
        return new Tensor(common, backend().choose(over(common), then.over(common), otherwise.over(common)));
    }

    public Tensor where(Tensor then, double otherwise) {
        return where(then, full(Shape.of(), otherwise));
    }

    public Tensor where(double then, Tensor otherwise) {
        return where(full(Shape.of(), then), otherwise);
    }

    // Reduce

    Tensor fold(Fold operation, String where, int[] axes, boolean keep) {
        int[] folded = shape.axes(where, axes);
        if (operation != Fold.SUM) {
            Require.entries(where, shape, folded);
        }
        Storage left = backend().fold(operation, adopted(), shape, folded);
        return new Tensor(keep ? shape.folded(folded) : shape.without(folded), left);
    }

    /** Where the first maximum along an axis stands; the axis is dropped. */
    public IntTensor argmax(int axis) {
        int along = shape.axis("Tensor.argmax", axis);
        Require.entries("Tensor.argmax", shape, along);
        int inner = shape.part(along + 1, rank()).size();
        int outer = shape.part(0, along).size();
        return IntTensor.of(shape.without(along), backend().argmax(adopted(), outer, dim(along), inner));
    }

    // Product

    /** x w for x (…, N, D) and w (…, D, M): (…, N, M). The leading axes are equal, or w has none. */
    public Tensor matmul(Tensor w) {
        return product("matmul", this, false, w, false);
    }

    /** xᵀ w for x (…, D, N) and w (…, D, M): (…, N, M). */
    public Tensor transposedMatmul(Tensor w) {
        return product("transposedMatmul", this, true, w, false);
    }

    /** x wᵀ for x (…, N, D) and w (…, M, D): (…, N, M). */
    public Tensor matmulTransposed(Tensor w) {
        return product("matmulTransposed", this, false, w, true);
    }

    private static Tensor product(String method, Tensor x, boolean xTurned, Tensor w, boolean wTurned) {
        Factors factors = Factors.of("Tensor." + method, x.shape, xTurned, w.shape, wTurned);
        return new Tensor(factors.result(), backend().matmul(x.as(factors.left()), w.as(factors.right())));
    }

    /** The x (N, M) with a x = b, for this a (N, N) and b (N, M); by EJML. */
    public Tensor solve(Tensor b) {
        return LinearSystem.solve(this, b);
    }

    // Rearrange

    Tensor gather(View view) {
        return gather(view, view.shape());
    }

    /** What a view shows, in a shape of as many entries. */
    Tensor gather(View view, Shape result) {
        return new Tensor(result, backend().gather(as(view)));
    }

    /** These entries in a shape of as many; they are copied when one of the two is about to change, or at once where somebody may write. */
    Tensor share(Shape other) {
        if (storage.pinned()) {
            return gather(View.of(shape), other);
        }
        Tensor tensor = new Tensor(other, adopted());
        shared = true;
        tensor.shared = true;
        return tensor;
    }

    /** The storage, for this tensor alone. */
    private Storage own() {
        if (shared) {
            storage = backend().gather(as(View.of(shape)));
            shared = false;
        }
        return storage;
    }

    // By index

    /** Rows (entries of the first axis) by number: shape of the numbers, then the other axes of this. */
    public Tensor take(IntTensor rows) {
        return take(Rows.of("Tensor.take", shape, rows));
    }

    /** One entry of every row of the last axis: x (N, C) and columns (N) give (N). */
    public Tensor pick(IntTensor columns) {
        return take(Rows.single("Tensor.pick", shape, columns));
    }

    private Tensor take(Rows rows) {
        Storage taken = backend().take(adopted(), rows.width(), rows.numbers().data());
        return new Tensor(rows.shape(), taken);
    }

    private static Backend backend() {
        return Backend.current();
    }

    private Storage adopted() {
        storage = backend().adopt(storage);
        return storage;
    }

    private Operand as(View view) {
        return new Operand(adopted(), view);
    }

    /** This, stretched to a shape. */
    private Operand over(Shape common) {
        return as(View.of(shape).broadcast(common));
    }

    /** The shape and the first entries. */
    @Override
    public String toString() {
        double[] data = storage.read();
        String entries =
                Arrays.stream(data).limit(SHOWN).mapToObj(Double::toString).collect(Collectors.joining(", "));
        return shape + " [" + entries + (data.length > SHOWN ? ", …]" : "]");
    }
}
