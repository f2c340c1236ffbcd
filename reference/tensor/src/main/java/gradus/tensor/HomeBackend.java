package gradus.tensor;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A backend for numbers at home: walks views, shares out what is large, and leaves the innermost loops to {@link Loops}.
 *
 * <p>Threads share the entries of a result, never the terms of one sum, so the result is the same bits on any number of them.
 */
public class HomeBackend implements Backend {
    static final Backend PLAIN = new HomeBackend(Loops.plain(), new Workers(1));

    private final Loops loops;
    private final Workers workers;
    private final Pieces pieces;
    private final EntryByEntry entryByEntry;

    protected HomeBackend(Loops loops, Workers workers) {
        this.loops = loops;
        this.workers = workers;
        this.pieces = new Pieces(workers);
        this.entryByEntry = new EntryByEntry(loops, pieces);
    }

    /** The threads that share the work. */
    public final Workers workers() {
        return workers;
    }

    /** The entries of a tensor, row-major, for kernels to look at and not to keep; {@link Tensor#data} is for those who write or keep. */
    public static double[] entries(Tensor x) {
        return x.read();
    }

    /** A tensor of entries that a kernel has computed and does not keep. */
    public static Tensor tensor(Shape shape, double... entries) {
        return Tensor.fresh(shape, entries);
    }

    @Override
    public Storage adopt(Storage storage) {
        return storage;
    }

    @Override
    public Storage filled(int length, double value) {
        double[] data = new double[length];
        if (Double.doubleToRawLongBits(value) != 0) {
            Arrays.fill(data, value);
        }
        return new HomeStorage(data);
    }

    @Override
    public Storage random(Draw draw, int length, double p, Seed seed) {
        return new HomeStorage(Draws.of(draw, length, p, seed));
    }

    @Override
    public Storage unary(Unary operation, Storage x) {
        return entryByEntry.unary(operation, x);
    }

    @Override
    public Storage binary(Binary operation, Operand x, Operand y) {
        return entryByEntry.binary(operation, x, y);
    }

    @Override
    public Storage choose(Operand condition, Operand then, Operand otherwise) {
        return entryByEntry.choose(condition, then, otherwise);
    }

    @Override
    public Storage fold(Fold operation, Storage x, Shape shape, int... axes) {
        double[] data = x.read();
        Shape kept = shape.folded(axes);
        double[] y = new double[kept.size()];
        Arrays.fill(y, operation.ofNothing());
        Consumer<Walk> work = walk -> {
            for (; walk.hasStretch(); walk.next()) {
                if (walk.step(0) == 0) {
                    loops.across(operation, data, walk.at(1), y, walk.at(0), walk.length());
                } else {
                    loops.along(operation, data, walk.at(1), y, walk.at(0), walk.length());
                }
            }
        };
        pieces.walk(Cost.MOVE, work, View.of(kept).broadcast(shape), View.of(shape));
        return new HomeStorage(y);
    }

    @Override
    public int[] argmax(Storage x, int outer, int length, int inner) {
        return Argmax.of(x.read(), outer, length, inner);
    }

    @Override
    public Storage matmul(Operand x, Operand w) {
        int batches = x.view().shape().dim(0);
        int height = x.view().shape().dim(1);
        int width = w.view().shape().dim(2);
        double[] y = new double[batches * height * width];
        double cost = Cost.TERM * y.length * x.view().shape().dim(2);
        boolean partsAlike =
                width / workers.threads() >= Dots.FEW; // some of the columns are summed in the order of all
        int axis = batches >= workers.threads() ? 0 : width > height && partsAlike ? 2 : 1;
        int step = axis == 0 ? height * width : axis == 1 ? width : 1;
        pieces.cut(cost, axis == 0 ? batches : axis == 1 ? height : width, (from, to) -> {
            Operand left = axis == 2 ? x : part(x, axis, from, to);
            Operand right = axis == 1 ? w : part(w, axis, from, to);
            loops.product(left, right, y, from * step, height * width, width);
        });
        return new HomeStorage(y);
    }

    private static Operand part(Operand x, int axis, int from, int to) {
        return new Operand(x.storage(), x.view().slice(axis, from, to - from, 1));
    }

    @Override
    public Storage gather(Operand x) {
        Shape shape = x.view().shape();
        Storage y = filled(shape.size(), 0);
        scatter(Write.PUT, new Operand(y, View.of(shape)), x);
        return y;
    }

    @Override
    public void scatter(Write write, Operand target, Operand piece) {
        Copying copying = new Copying(
                loops, write, piece.storage().read(), target.storage().write());
        pieces.walk(Cost.MOVE, copying::rows, target.view(), piece.view());
    }

    @Override
    public Storage take(Storage x, int width, int[] rows) {
        double[] from = x.read();
        double[] y = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(from, rows[i] * width, y, i * width, width);
        }
        return new HomeStorage(y);
    }

    @Override
    public void addTake(Storage target, int width, int[] rows, Storage piece) {
        double[] from = piece.read();
        double[] to = target.write();
        for (int i = 0; i < rows.length; i++) {
            loops.along(Fold.SUM, from, i * width, to, rows[i] * width, width);
        }
    }
}
