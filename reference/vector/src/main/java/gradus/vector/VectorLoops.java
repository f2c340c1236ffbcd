package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Fold;
import gradus.tensor.Backend.Unary;
import gradus.tensor.Loops;
import gradus.tensor.Operand;
import gradus.tensor.View;
import gradus.vector.Product.Left;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Loops on vectors; functions that the processor has no instructions for are left to the plain loops, as are the ends of stretches. */
final class VectorLoops implements Loops {
    private static final Loops PLAIN = Loops.plain();

    @Override
    public void unary(Unary operation, double[] x, double[] y, int i, int n) {
        int end = i + n - n % LANES;
        switch (operation) {
            case NEGATE -> {
                for (int t = i; t < end; t += LANES) load(x, t).neg().intoArray(y, t);
            }
            case ABS -> {
                for (int t = i; t < end; t += LANES) load(x, t).abs().intoArray(y, t);
            }
            case SQUARE -> {
                for (int t = i; t < end; t += LANES) {
                    DoubleVector v = load(x, t);
                    v.mul(v).intoArray(y, t);
                }
            }
            case SQRT -> {
                for (int t = i; t < end; t += LANES) load(x, t).sqrt().intoArray(y, t);
            }
            case RECIPROCAL -> {
                for (int t = i; t < end; t += LANES)
                    DoubleVector.broadcast(SPECIES, 1).div(load(x, t)).intoArray(y, t);
            }
            case EXP, LOG, LOG1P, TANH -> {
                Functions.apply(operation, x, y, i, n);
                return;
            }
            default -> {
                PLAIN.unary(operation, x, y, i, n);
                return;
            }
        }
        PLAIN.unary(operation, x, y, end, i + n - end);
    }

    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    @Override
    public void binary(Binary operation, double[] a, int i, double[] b, int j, double[] z, int k, int n) {
        int end = n - n % LANES;
        switch (operation) {
            case PLUS -> {
                for (int t = 0; t < end; t += LANES)
                    load(a, i + t).add(load(b, j + t)).intoArray(z, k + t);
            }
            case MINUS -> {
                for (int t = 0; t < end; t += LANES)
                    load(a, i + t).sub(load(b, j + t)).intoArray(z, k + t);
            }
            case TIMES -> {
                for (int t = 0; t < end; t += LANES)
                    load(a, i + t).mul(load(b, j + t)).intoArray(z, k + t);
            }
            case DIVIDE -> {
                for (int t = 0; t < end; t += LANES)
                    load(a, i + t).div(load(b, j + t)).intoArray(z, k + t);
            }
            case MAXIMUM -> {
                for (int t = 0; t < end; t += LANES)
                    load(a, i + t).max(load(b, j + t)).intoArray(z, k + t);
            }
            case MINIMUM -> {
                for (int t = 0; t < end; t += LANES)
                    load(a, i + t).min(load(b, j + t)).intoArray(z, k + t);
            }
            case GREATER -> {
                for (int t = 0; t < end; t += LANES)
                    bits(load(a, i + t).compare(VectorOperators.GT, load(b, j + t)), z, k + t);
            }
            case GREATER_EQUAL -> {
                for (int t = 0; t < end; t += LANES)
                    bits(load(a, i + t).compare(VectorOperators.GE, load(b, j + t)), z, k + t);
            }
            case LESS -> {
                for (int t = 0; t < end; t += LANES)
                    bits(load(a, i + t).compare(VectorOperators.LT, load(b, j + t)), z, k + t);
            }
            case LESS_EQUAL -> {
                for (int t = 0; t < end; t += LANES)
                    bits(load(a, i + t).compare(VectorOperators.LE, load(b, j + t)), z, k + t);
            }
            case EQUAL_TO -> {
                for (int t = 0; t < end; t += LANES)
                    bits(load(a, i + t).compare(VectorOperators.EQ, load(b, j + t)), z, k + t);
            }
            case POWER -> end = 0;
        }
        PLAIN.binary(operation, a, i + end, b, j + end, z, k + end, n - end);
    }

    private static void bits(VectorMask<Double> mask, double[] z, int k) {
        DoubleVector.zero(SPECIES).blend(1, mask).intoArray(z, k);
    }

    @Override
    public void choose(double[] condition, int h, double[] a, int i, double[] b, int j, double[] z, int k, int n) {
        int end = n - n % LANES;
        for (int t = 0; t < end; t += LANES) {
            VectorMask<Double> holds = load(condition, h + t).compare(VectorOperators.NE, 0);
            load(b, j + t).blend(load(a, i + t), holds).intoArray(z, k + t);
        }
        PLAIN.choose(condition, h + end, a, i + end, b, j + end, z, k + end, n - end);
    }

    @Override
    public void across(Fold operation, double[] x, int i, double[] y, int j, int n) {
        int end = n - n % LANES;
        if (end > 0) {
            double part = switch (operation) {
                case SUM -> sum(x, i, end);
                case MAX -> max(x, i, end);
                case MIN -> min(x, i, end);
            };
            y[j] = switch (operation) {
                case SUM -> y[j] + part;
                case MAX -> Math.max(y[j], part);
                case MIN -> Math.min(y[j], part);
            };
        }
        PLAIN.across(operation, x, i + end, y, j, n - end);
    }

    private static double sum(double[] x, int i, int n) {
        DoubleVector p = DoubleVector.zero(SPECIES);
        DoubleVector q = p;
        int t = 0;
        for (; t < n - LANES; t += 2 * LANES) {
            p = p.add(load(x, i + t));
            q = q.add(load(x, i + t + LANES));
        }
        if (t < n) {
            p = p.add(load(x, i + t));
        }
        return Lanes.sum(p.add(q));
    }

    private static double max(double[] x, int i, int n) {
        DoubleVector most = load(x, i);
        for (int t = LANES; t < n; t += LANES) {
            most = most.max(load(x, i + t));
        }
        return most.reduceLanes(VectorOperators.MAX);
    }

    private static double min(double[] x, int i, int n) {
        DoubleVector least = load(x, i);
        for (int t = LANES; t < n; t += LANES) {
            least = least.min(load(x, i + t));
        }
        return least.reduceLanes(VectorOperators.MIN);
    }

    @Override
    public void along(Fold operation, double[] x, int i, double[] y, int j, int n) {
        switch (operation) {
            case SUM -> binary(Binary.PLUS, y, j, x, i, y, j, n);
            case MAX -> binary(Binary.MAXIMUM, y, j, x, i, y, j, n);
            case MIN -> binary(Binary.MINIMUM, y, j, x, i, y, j, n);
        }
    }

    @Override
    public void product(Operand x, Operand w, double[] y, int at, int batchStep, int rowStep) {
        View left = x.view();
        View right = w.view();
        for (int batch = 0; batch < left.shape().dim(0); batch++) {
            Left rows = new Left(
                    x.storage().read(),
                    left.offset() + batch * left.stride(0),
                    left.stride(1),
                    left.stride(2),
                    left.shape().dim(1));
            Packing packing = new Packing.Strided(w.storage().read(), right, batch);
            Product.ofThread()
                    .add(rows, left.shape().dim(2), packing, right.shape().dim(2), y, at + batch * batchStep, rowStep);
        }
    }
}
