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
    public Storage binary(Binary operation, Operand x, Operand y) {
        double[] z = new double[x.view().shape().size()];
        Lane a = new Lane(x.storage());
        Lane b = new Lane(y.storage());
        Walk walk = new Walk(x.view(), y.view());
        for (int done = 0; walk.hasStretch(); walk.next()) {
            a.move(walk, 0);
            b.move(walk, 1);
            BinaryLoops.apply(operation, a.array(), a.at(), b.array(), b.at(), z, done, walk.length());
            done += walk.length();
        }
        return new HomeStorage(z);
    }

    @Override
    public Storage choose(Operand condition, Operand then, Operand otherwise) {
        double[] z = new double[condition.view().shape().size()];
        Lane holds = new Lane(condition.storage());
        Lane a = new Lane(then.storage());
        Lane b = new Lane(otherwise.storage());
        Walk walk = new Walk(condition.view(), then.view(), otherwise.view());
        for (int done = 0; walk.hasStretch(); walk.next()) {
            holds.move(walk, 0);
            a.move(walk, 1);
            b.move(walk, 2);
            choose(holds, a, b, z, done, walk.length());
            done += walk.length();
        }
        return new HomeStorage(z);
    }

    private static void choose(Lane holds, Lane a, Lane b, double[] z, int from, int length) {
        double[] conditions = holds.array();
        double[][] sides = {b.array(), a.array()};
        int[] starts = {b.at(), a.at()};
        for (int t = 0; t < length; t++) {
            int side = BinaryLoops.bit(conditions[holds.at() + t] != 0);
            z[from + t] = sides[side][starts[side] + t];
        }
    }

    @Override
    public Storage fold(Fold operation, Storage x, Shape shape, int... axes) {
        Shape kept = shape.folded(axes);
        double[] y = new double[kept.size()];
        Arrays.fill(y, FoldLoops.start(operation));
        Walk walk = new Walk(View.of(shape), View.of(kept).broadcast(shape));
        for (double[] data = x.read(); walk.hasStretch(); walk.next()) {
            if (walk.step(1) == 0) {
                FoldLoops.across(operation, data, walk.at(0), y, walk.at(1), walk.length());
            } else {
                FoldLoops.along(operation, data, walk.at(0), y, walk.at(1), walk.length());
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
    public Storage matmul(Operand x, Operand w) {
        return new HomeStorage(Product.of(x, w));
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
        double[] from = piece.storage().read();
        double[] to = target.storage().write();
        for (Walk walk = new Walk(piece.view(), target.view()); walk.hasStretch(); walk.next()) {
            switch (write) {
                case PUT -> put(walk, from, to);
                case ADD -> add(walk, from, to);
            }
        }
    }

    private static void put(Walk walk, double[] from, double[] to) {
        if (walk.step(0) == 1 && walk.step(1) == 1) {
            System.arraycopy(from, walk.at(0), to, walk.at(1), walk.length());
            return;
        }
        for (int t = 0, i = walk.at(0), j = walk.at(1); t < walk.length(); t++, i += walk.step(0), j += walk.step(1)) {
            to[j] = from[i];
        }
    }

    private static void add(Walk walk, double[] from, double[] to) {
        for (int t = 0, i = walk.at(0), j = walk.at(1); t < walk.length(); t++, i += walk.step(0), j += walk.step(1)) {
            to[j] += from[i];
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
            FoldLoops.along(Fold.SUM, from, i * width, to, rows[i] * width, width);
        }
    }
}
