package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * What a step of an LSTM does entry by entry, a row at a time; threads share rows. Gates lie in the order i, f, o, g. The last vector
 * of a row may overlap the one before.
 */
record LstmLoops(int rows, int units, Workers workers) {
    /** Estimated nanoseconds a unit. */
    private static final double COMPUTE = 6;

    private void share(IntConsumer work) {
        int pieces = workers.pieces(COMPUTE * rows * units, rows);
        workers.share(pieces, piece -> {
            for (int row = rows * piece / pieces; row < rows * (piece + 1) / pieces; row++) {
                work.accept(row);
            }
        });
    }

    /** Whether there is a whole vector of units; without one the loops do not work. */
    boolean wide() {
        return units >= LANES;
    }

    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    private static DoubleVector sigmoid(DoubleVector a) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        return one.div(a.neg().lanewise(VectorOperators.EXP).add(one));
    }

    /** s (1 - s). */
    private static DoubleVector slope(DoubleVector s) {
        return s.sub(s.mul(s));
    }

    /** The unit after this one, such that the last vector ends with the last unit. */
    private int next(int unit) {
        return unit + LANES < units ? Math.min(unit + LANES, units - LANES) : units;
    }

    void forward(double[] a, double[] c, double[] gates, double[] cNext, double[] u, double[] h) {
        share(row -> {
            for (int unit = 0; unit < units; unit = next(unit)) {
                int at = row * 4 * units + unit;
                int to = row * units + unit;
                DoubleVector i = sigmoid(load(a, at));
                DoubleVector f = sigmoid(load(a, at + units));
                DoubleVector o = sigmoid(load(a, at + 2 * units));
                DoubleVector g = load(a, at + 3 * units).lanewise(VectorOperators.TANH);
                DoubleVector cell = f.mul(load(c, to)).add(i.mul(g));
                DoubleVector squashed = cell.lanewise(VectorOperators.TANH);
                i.intoArray(gates, at);
                f.intoArray(gates, at + units);
                o.intoArray(gates, at + 2 * units);
                g.intoArray(gates, at + 3 * units);
                cell.intoArray(cNext, to);
                squashed.intoArray(u, to);
                o.mul(squashed).intoArray(h, to);
            }
        });
    }

    void backward(double[] dh, double[] dcNext, double[] c, double[] gates, double[] u, double[] da, double[] dc) {
        share(row -> {
            for (int unit = 0; unit < units; unit = next(unit)) {
                int at = row * 4 * units + unit;
                int to = row * units + unit;
                DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
                DoubleVector i = load(gates, at);
                DoubleVector f = load(gates, at + units);
                DoubleVector o = load(gates, at + 2 * units);
                DoubleVector g = load(gates, at + 3 * units);
                DoubleVector squashed = load(u, to);
                DoubleVector d = load(dh, to);
                DoubleVector cell = load(dcNext, to).add(d.mul(o).mul(one.sub(squashed.mul(squashed))));
                cell.mul(g).mul(slope(i)).intoArray(da, at);
                cell.mul(load(c, to)).mul(slope(f)).intoArray(da, at + units);
                d.mul(squashed).mul(slope(o)).intoArray(da, at + 2 * units);
                cell.mul(i).mul(one.sub(g.mul(g))).intoArray(da, at + 3 * units);
                cell.mul(f).intoArray(dc, to);
            }
        });
    }
}
