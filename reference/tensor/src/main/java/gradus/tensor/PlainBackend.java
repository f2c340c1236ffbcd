package gradus.tensor;

import java.util.Arrays;

/** Plain Java on one thread, for numbers at home. */
final class PlainBackend implements Backend {
    static final Backend INSTANCE = new PlainBackend();

    private PlainBackend() {}

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
        double[] data = new double[length];
        switch (draw) {
            case UNIFORM -> Arrays.setAll(data, seed::uniform);
            case NORMAL -> Arrays.setAll(data, seed::normal);
            case BERNOULLI -> Arrays.setAll(data, i -> seed.below(i, p) ? 1 : 0);
        }
        return new HomeStorage(data);
    }

    @Override
    public Storage unary(Unary operation, Storage x) {
        double[] y = new double[x.length()];
        UnaryLoops.apply(operation, x.read(), y);
        return new HomeStorage(y);
    }

    @Override
    public Storage binary(Binary operation, Storage x, View xs, Storage y, View ys) {
        double[] z = new double[xs.shape().size()];
        write(operation, new Lane(x.read()), xs, new Lane(y.read()), ys, z, View.of(xs.shape()));
        return new HomeStorage(z);
    }

    /** The view of the result steps by 1 along its rows. */
    private static void write(Binary operation, Lane a, View as, Lane b, View bs, double[] z, View zs) {
        for (Walk walk = new Walk(as, bs, zs); walk.hasRow(); walk.next()) {
            for (int done = 0; done < walk.length(); done += Lane.LENGTH) {
                int length = Math.min(Lane.LENGTH, walk.length() - done);
                a.move(walk.at(0) + done * walk.step(0), walk.step(0), length);
                b.move(walk.at(1) + done * walk.step(1), walk.step(1), length);
                BinaryLoops.apply(operation, a.array(), a.at(), b.array(), b.at(), z, walk.at(2) + done, length);
            }
        }
    }

    @Override
    public Storage choose(
            Storage condition, View conditions, Storage then, View thens, Storage otherwise, View others) {
        double[] c = condition.read();
        double[] a = then.read();
        double[] b = otherwise.read();
        double[] z = new double[conditions.shape().size()];
        int k = 0;
        for (Walk walk = new Walk(conditions, thens, others); walk.hasRow(); walk.next()) {
            for (int i = 0; i < walk.length(); i++) {
                boolean holds = c[walk.at(0) + i * walk.step(0)] != 0;
                z[k++] = holds ? a[walk.at(1) + i * walk.step(1)] : b[walk.at(2) + i * walk.step(2)];
            }
        }
        return new HomeStorage(z);
    }

    @Override
    public Storage fold(Fold operation, Storage x, Shape shape, int... axes) {
        Shape kept = shape.folded(axes);
        double[] data = x.read();
        double[] y = new double[kept.size()];
        Arrays.fill(y, FoldLoops.start(operation));
        Binary step = FoldLoops.step(operation);
        for (Walk walk = new Walk(View.of(shape), View.of(kept).broadcast(shape)); walk.hasRow(); walk.next()) {
            int to = walk.at(1);
            if (walk.step(1) == 0) {
                double[] folded = {FoldLoops.across(operation, data, walk.at(0), walk.length())};
                BinaryLoops.apply(step, y, to, folded, 0, y, to, 1);
            } else {
                BinaryLoops.apply(step, y, to, data, walk.at(0), y, to, walk.length());
            }
        }
        return new HomeStorage(y);
    }

    @Override
    public int[] argmax(Storage x, int outer, int length, int inner) {
        double[] data = x.read();
        int[] best = new int[outer * inner];
        for (int i = 0; i < best.length; i++) {
            int from = i / inner * length * inner + i % inner;
            for (int j = 1; j < length; j++) {
                if (beats(data[from + j * inner], data[from + best[i] * inner])) {
                    best[i] = j;
                }
            }
        }
        return best;
    }

    private static boolean beats(double challenger, double best) {
        return !(challenger <= best) && !Double.isNaN(best);
    }

    @Override
    public Storage matmul(Storage x, View xs, Storage w, View ws) {
        return new HomeStorage(Product.of(x.read(), xs, w.read(), ws));
    }

    @Override
    public Storage gather(Storage x, View view) {
        double[] y = new double[view.shape().size()];
        copy(x.read(), view, y, View.of(view.shape()));
        return new HomeStorage(y);
    }

    @Override
    public void scatter(Write write, Storage target, View targets, Storage piece, View pieces) {
        double[] from = piece.read();
        double[] to = target.write();
        switch (write) {
            case PUT -> copy(from, pieces, to, targets);
            case ADD -> add(from, pieces, to, targets);
        }
    }

    private static void copy(double[] from, View froms, double[] to, View tos) {
        for (Walk walk = new Walk(froms, tos); walk.hasRow(); walk.next()) {
            int i = walk.at(0);
            int j = walk.at(1);
            if (walk.step(0) == 1 && walk.step(1) == 1) {
                System.arraycopy(from, i, to, j, walk.length());
                continue;
            }
            for (int t = 0; t < walk.length(); t++, i += walk.step(0), j += walk.step(1)) {
                to[j] = from[i];
            }
        }
    }

    private static void add(double[] from, View froms, double[] to, View tos) {
        for (Walk walk = new Walk(froms, tos); walk.hasRow(); walk.next()) {
            int i = walk.at(0);
            int j = walk.at(1);
            for (int t = 0; t < walk.length(); t++, i += walk.step(0), j += walk.step(1)) {
                to[j] += from[i];
            }
        }
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
            BinaryLoops.apply(Binary.PLUS, to, rows[i] * width, from, i * width, to, rows[i] * width, width);
        }
    }
}
