package gradus.tensor;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Draw;
import gradus.tensor.Backend.Fold;
import gradus.tensor.Backend.Unary;
import gradus.tensor.Backend.Write;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Numbers in a box of any rank: double, row-major, mutable; not for several threads at once. Two tensors are equal only if they are one.
 *
 * <p>Every operation returns a new tensor that shares nothing with its operands; only {@link #data}, {@link #matrix} and {@link #wrap}
 * share. The work is done by the {@link Backend} of the thread.
 */
public final class Tensor extends Elementwise {
    private final Shape shape;
    private Storage storage; // not final: a backend may take it over

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
        return wrap(
                Shape.of(rows.length, width),
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(),
                "of",
                false);
    }

    /** Copies the values, which come in row-major order. */
    public static Tensor of(Shape shape, double... values) {
        return wrap(shape, values.clone(), "of", false);
    }

    /** Copies a matrix of EJML. */
    public static Tensor of(DMatrixRMaj matrix) {
        double[] entries = Arrays.copyOf(matrix.data, matrix.getNumElements()); // a reshaped matrix has a longer array
        return of(Shape.of(matrix.numRows, matrix.numCols), entries);
    }

    /** Shares {@code data}: each sees what the other writes. */
    public static Tensor wrap(Shape shape, double[] data) {
        return wrap(shape, data, "wrap", true);
    }

    private static Tensor wrap(Shape shape, double[] data, String method, boolean shared) {
        if (data.length != shape.size()) {
            throw new ShapeException("Tensor." + method + ": expected " + shape.size() + " values for shape " + shape
                    + " but got " + data.length + ".");
        }
        Tensor tensor = new Tensor(shape, new HomeStorage(data));
        if (shared) {
            tensor.storage.pin();
        }
        return tensor;
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
            Messages.requireEqualBut("Tensor.concat", along, first, piece.shape);
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
        return storage.pin();
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
        Messages.require(where, shape, dims);
        return this;
    }

    // Write

    public void set(int i, double value) {
        storage.write()[shape.at(i)] = value;
    }

    public void set(int i, int j, double value) {
        storage.write()[shape.at(i, j)] = value;
    }

    public void set(int i, int j, int k, double value) {
        storage.write()[shape.at(i, j, k)] = value;
    }

    public void set(int i, int j, int k, int l, double value) {
        storage.write()[shape.at(i, j, k, l)] = value;
    }

    /** Sets the entry at an index of any rank. */
    public void set(int[] index, double value) {
        storage.write()[View.of(shape).at(index)] = value;
    }

    public void fill(double value) {
        scatter("fill", Write.PUT, View.of(shape), full(Shape.of(), value));
    }

    /** Sets the entries to those of {@code t}, which stretches to this shape. */
    public void assign(Tensor t) {
        scatter("assign", Write.PUT, View.of(shape), t);
    }

    /** Adds {@code t}, which stretches to this shape. */
    public void increment(Tensor t) {
        scatter("increment", Write.ADD, View.of(shape), t);
    }

    /** Writes a piece into the entries of an axis from {@code from}. */
    public void put(int axis, int from, Tensor piece) {
        int along = shape.axis("Tensor.put", axis);
        Messages.requireEqualBut("Tensor.put", along, shape, piece.shape);
        scatter("put", Write.PUT, slice("put", along, from, 1, piece.dim(along)), piece);
    }

    /** Adds a piece to every {@code step}-th entry of an axis from {@code from}. */
    public void add(int axis, int from, int step, Tensor piece) {
        int along = shape.axis("Tensor.add", axis);
        Messages.requireEqualBut("Tensor.add", along, shape, piece.shape);
        scatter("add", Write.ADD, slice("add", along, from, step, piece.dim(along)), piece);
    }

    private void scatter(String method, Write write, View targets, Tensor piece) {
        Messages.requireStretches("Tensor." + method, piece.shape, targets.shape());
        backend()
                .scatter(
                        write,
                        adopted(),
                        targets,
                        piece.adopted(),
                        View.of(piece.shape).broadcast(targets.shape()));
    }

    /** Adds row i of {@code piece} to row {@code rows[i]} of this; undoes {@link #take}. */
    public void addTake(IntTensor rows, Tensor piece) {
        int width = rowWidth("addTake", rows);
        Messages.require(
                "Tensor.addTake",
                piece.shape,
                rows.shape().then(shape.part(1, rank())).toArray());
        backend().addTake(adopted(), width, rows.data(), piece.adopted());
    }

    /** Adds entry i of {@code piece} to entry {@code columns[i]} of row i; undoes {@link #pick}. */
    public void addPick(IntTensor columns, Tensor piece) {
        int[] places = places("addPick", columns);
        Messages.require("Tensor.addPick", piece.shape, columns.shape().toArray());
        backend().addTake(adopted(), 1, places, piece.adopted());
    }

    // Entry by entry

    @Override
    Tensor apply(Unary operation) {
        return new Tensor(shape, backend().unary(operation, adopted()));
    }

    @Override
    Tensor apply(Binary operation, Tensor other) {
        Shape common = shape.broadcast(Messages.method(operation), other.shape);
        return new Tensor(
                common, backend().binary(operation, adopted(), over(common), other.adopted(), other.over(common)));
    }

    /** A function of one's own, entry by entry, in row-major order, on numbers at home. */
    public Tensor map(DoubleUnaryOperator f) {
        return new Tensor(
                shape, new HomeStorage(Arrays.stream(storage.read()).map(f).toArray()));
    }

    /** {@code then} where this is not 0, {@code otherwise} where it is; unlike a product with a mask, it lets no NaN through. */
    public Tensor where(Tensor then, Tensor otherwise) {
        Shape common = shape.broadcast("Tensor.where", then.shape).broadcast("Tensor.where", otherwise.shape);
        return new Tensor(
                common,
                backend()
                        .choose(
                                adopted(),
                                over(common),
                                then.adopted(),
                                then.over(common),
                                otherwise.adopted(),
                                otherwise.over(common)));
    }

    public Tensor where(Tensor then, double otherwise) {
        return where(then, full(Shape.of(), otherwise));
    }

    public Tensor where(double then, Tensor otherwise) {
        return where(full(Shape.of(), then), otherwise);
    }

    // Reduce

    public Tensor sum(int... axes) {
        return fold(Fold.SUM, "sum", axes);
    }

    public Tensor sumKeep(int... axes) {
        return kept(sum(axes), axes);
    }

    /** The sum of all entries. */
    public double sum() {
        return total(Fold.SUM, "sum");
    }

    public Tensor max(int... axes) {
        return fold(Fold.MAX, "max", axes);
    }

    public Tensor maxKeep(int... axes) {
        return kept(max(axes), axes);
    }

    /** The greatest entry. */
    public double max() {
        return total(Fold.MAX, "max");
    }

    public Tensor min(int... axes) {
        return fold(Fold.MIN, "min", axes);
    }

    public Tensor minKeep(int... axes) {
        return kept(min(axes), axes);
    }

    /** The smallest entry. */
    public double min() {
        return total(Fold.MIN, "min");
    }

    public Tensor mean(int... axes) {
        Tensor sum = fold(Fold.SUM, "mean", axes);
        return sum.divide((double) size() / sum.size());
    }

    public Tensor meanKeep(int... axes) {
        return kept(mean(axes), axes);
    }

    /** The mean of all entries. */
    public double mean() {
        return total(Fold.SUM, "mean") / size();
    }

    private double total(Fold fold, String method) {
        return rank() == 0
                ? get()
                : fold(fold, method, IntStream.range(0, rank()).toArray()).get();
    }

    private Tensor fold(Fold fold, String method, int... axes) {
        int[] folded = shape.axes("Tensor." + method, axes);
        Shape left = shape.without(folded);
        if (fold != Fold.SUM) {
            Messages.requireEntries("Tensor." + method, shape, folded);
        }
        return new Tensor(left, backend().fold(fold, adopted(), shape, folded));
    }

    private Tensor kept(Tensor folded, int... axes) {
        Shape kept = shape;
        for (int axis : shape.axes("Tensor", axes)) {
            kept = kept.with(axis, 1);
        }
        return new Tensor(kept, folded.storage);
    }

    /** Where the first maximum along an axis stands; the axis is dropped. */
    public IntTensor argmax(int axis) {
        int along = shape.axis("Tensor.argmax", axis);
        Messages.requireEntries("Tensor.argmax", shape, along);
        int inner = shape.part(along + 1, rank()).size();
        int outer = shape.part(0, along).size();
        return IntTensor.of(shape.without(along), backend().argmax(adopted(), outer, dim(along), inner));
    }

    /** The sum of the products of the entries of two tensors of one shape. */
    public double dot(Tensor other) {
        Messages.require("Tensor.dot", other.shape, shape.toArray());
        return times(other).sum();
    }

    /** Sums over all axes along which a tensor of shape {@code smaller} would be stretched to this shape. */
    public Tensor sumTo(Shape smaller) {
        Messages.requireStretches("Tensor.sumTo", smaller, shape);
        int added = rank() - smaller.rank();
        int[] axes = IntStream.range(0, rank())
                .filter(i -> i < added || smaller.dim(i - added) == 1)
                .toArray();
        return new Tensor(smaller, axes.length == 0 ? copy().storage : sum(axes).storage);
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
        return new Tensor(
                factors.result(), backend().matmul(x.adopted(), factors.left(), w.adopted(), factors.right()));
    }

    /** The x (N, M) with a x = b, for this a (N, N) and b (N, M); by EJML. */
    public Tensor solve(Tensor b) {
        return LinearSystem.solve(this, b);
    }

    // Rearrange

    /** The same entries in another shape; one length may be -1 and follows from the others. */
    public Tensor reshape(int... dims) {
        return reshape(Messages.inferred(shape, dims));
    }

    public Tensor reshape(Shape other) {
        Messages.requireSize("Tensor.reshape", shape, other);
        return new Tensor(other, copy().storage);
    }

    /** A new axis of length 1 before the given one; -1 appends it. */
    public Tensor expand(int axis) {
        int[] dims = IntStream.concat(IntStream.of(1), Arrays.stream(shape.toArray()))
                .toArray();
        int at = Shape.of(dims).axis("Tensor.expand", axis);
        return reshape(shape.part(0, at).then(Shape.of(1)).then(shape.part(at, rank())));
    }

    /** Exchanges the last two axes. */
    public Tensor transpose() {
        if (rank() < 2) {
            throw new ShapeException("Tensor.transpose: expected two axes or more but got " + shape + ".");
        }
        int[] order = IntStream.range(0, rank()).toArray();
        order[rank() - 2] = rank() - 1;
        order[rank() - 1] = rank() - 2;
        return permute(order);
    }

    /** Axis i of the result is axis {@code order[i]} of this. */
    public Tensor permute(int... order) {
        Messages.requireOrder(shape, order);
        return gather(View.of(shape)
                .permute(Arrays.stream(order)
                        .map(axis -> shape.axis("Tensor.permute", axis))
                        .toArray()));
    }

    /** Entries {@code from} (inclusive) to {@code to} (exclusive) of an axis. */
    public Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /** Every {@code step}-th entry of an axis, of {@code from} (inclusive) to {@code to} (exclusive). */
    public Tensor slice(int axis, int from, int to, int step) {
        int along = shape.axis("Tensor.slice", axis);
        Messages.requireRange("Tensor.slice", shape, along, from, to, step);
        return gather(View.of(shape).slice(along, from, (to - from + step - 1) / step, step));
    }

    /** Entry i of an axis, which is dropped. */
    public Tensor select(int axis, int i) {
        int along = shape.axis("Tensor.select", axis);
        Messages.requireRange("Tensor.select", shape, along, i, i + 1, 1);
        return new Tensor(shape.without(along), gather(View.of(shape).slice(along, i, 1, 1)).storage);
    }

    /** An axis in reverse. */
    public Tensor flip(int axis) {
        return gather(View.of(shape).flip(shape.axis("Tensor.flip", axis)));
    }

    /** Repeats axes of length 1, and adds leading axes. */
    public Tensor broadcastTo(Shape target) {
        Messages.requireStretches("Tensor.broadcastTo", shape, target);
        return gather(over(target));
    }

    public Tensor copy() {
        return gather(View.of(shape));
    }

    /** Zeros before and after the entries of an axis. */
    public Tensor pad(int axis, int before, int after) {
        int along = shape.axis("Tensor.pad", axis);
        Messages.requirePadding(shape, before, after);
        Tensor padded = zeros(shape.with(along, before + dim(along) + after));
        padded.put(along, before, this);
        return padded;
    }

    // By index

    /** Rows (entries of the first axis) by number: shape of the numbers, then the other axes of this. */
    public Tensor take(IntTensor rows) {
        int width = rowWidth("take", rows);
        return new Tensor(rows.shape().then(shape.part(1, rank())), backend().take(adopted(), width, rows.data()));
    }

    /** One entry of every row of the last axis: x (N, C) and columns (N) give (N). */
    public Tensor pick(IntTensor columns) {
        return new Tensor(columns.shape(), backend().take(adopted(), 1, places("pick", columns)));
    }

    private int rowWidth(String method, IntTensor rows) {
        Messages.requireIndices("Tensor." + method, shape, 0, rows);
        return shape.part(1, rank()).size();
    }

    private int[] places(String method, IntTensor columns) {
        Messages.requireIndices("Tensor." + method, shape, -1, columns);
        Messages.require(
                "Tensor." + method, columns.shape(), shape.part(0, rank() - 1).toArray());
        int[] places = columns.toArray();
        Arrays.setAll(places, i -> i * dim(-1) + places[i]);
        return places;
    }

    private View slice(String method, int axis, int from, int step, int length) {
        Messages.requireRange(
                "Tensor." + method, shape, axis, from, length == 0 ? from : from + (length - 1) * step + 1, step);
        return View.of(shape).slice(axis, from, length, step);
    }

    private static Backend backend() {
        return Backend.current();
    }

    private Storage adopted() {
        storage = backend().adopt(storage);
        return storage;
    }

    private View over(Shape common) {
        return View.of(shape).broadcast(common);
    }

    private Tensor gather(View view) {
        return new Tensor(view.shape(), backend().gather(adopted(), view));
    }

    /** The shape and the first entries. */
    @Override
    public String toString() {
        return Messages.entries(shape, storage.read());
    }
}
