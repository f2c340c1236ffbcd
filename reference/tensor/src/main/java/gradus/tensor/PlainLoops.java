package gradus.tensor;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Fold;
import gradus.tensor.Backend.Unary;

/** Loops in plain Java, one for each operation, so that every loop vectorises by itself. */
final class PlainLoops implements Loops {
    static final Loops LOOPS = new PlainLoops();

    private PlainLoops() {}

    @Override
    public void unary(Unary operation, double[] x, double[] y, int i, int n) {
        switch (operation) {
            case NEGATE -> {
                for (int t = i; t < i + n; t++) y[t] = -x[t];
            }
            case ABS -> {
                for (int t = i; t < i + n; t++) y[t] = Math.abs(x[t]);
            }
            case SIGN -> {
                for (int t = i; t < i + n; t++) y[t] = Math.signum(x[t]);
            }
            case SQUARE -> {
                for (int t = i; t < i + n; t++) y[t] = x[t] * x[t];
            }
            case SQRT -> {
                for (int t = i; t < i + n; t++) y[t] = Math.sqrt(x[t]);
            }
            case RECIPROCAL -> {
                for (int t = i; t < i + n; t++) y[t] = 1 / x[t];
            }
            case EXP -> {
                for (int t = i; t < i + n; t++) y[t] = Math.exp(x[t]);
            }
            case LOG -> {
                for (int t = i; t < i + n; t++) y[t] = Math.log(x[t]);
            }
            case LOG1P -> {
                for (int t = i; t < i + n; t++) y[t] = Math.log1p(x[t]);
            }
            case TANH -> {
                for (int t = i; t < i + n; t++) y[t] = Math.tanh(x[t]);
            }
            case ERF -> {
                for (int t = i; t < i + n; t++) y[t] = ErrorFunction.erf(x[t]);
            }
            case SIN -> {
                for (int t = i; t < i + n; t++) y[t] = Math.sin(x[t]);
            }
            case COS -> {
                for (int t = i; t < i + n; t++) y[t] = Math.cos(x[t]);
            }
            case FLOOR -> {
                for (int t = i; t < i + n; t++) y[t] = Math.floor(x[t]);
            }
        }
    }

    @Override
    public void binary(Binary operation, double[] a, int i, double[] b, int j, double[] z, int k, int n) {
        if (i == k && j == k && operation.compareTo(Binary.DIVIDE) <= 0) {
            sideBySide(operation, a, b, z, k, k + n);
            return;
        }
        switch (operation) {
            case PLUS -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] + b[j + t];
            }
            case MINUS -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] - b[j + t];
            }
            case TIMES -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] * b[j + t];
            }
            case DIVIDE -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] / b[j + t];
            }
            case POWER -> {
                for (int t = 0; t < n; t++) z[k + t] = Math.pow(a[i + t], b[j + t]);
            }
            case MAXIMUM -> {
                for (int t = 0; t < n; t++) z[k + t] = Math.max(a[i + t], b[j + t]);
            }
            case MINIMUM -> {
                for (int t = 0; t < n; t++) z[k + t] = Math.min(a[i + t], b[j + t]);
            }
            case GREATER -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] > b[j + t]);
            }
            case GREATER_EQUAL -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] >= b[j + t]);
            }
            case LESS -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] < b[j + t]);
            }
            case LESS_EQUAL -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] <= b[j + t]);
            }
            case EQUAL_TO -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] == b[j + t]);
            }
        }
    }

    /** Arithmetic where all entries stand at the same positions: only these loops the JIT of Java 17 vectorises. */
    private static void sideBySide(Binary operation, double[] a, double[] b, double[] z, int from, int to) {
        switch (operation) {
            case PLUS -> {
                for (int t = from; t < to; t++) z[t] = a[t] + b[t];
            }
            case MINUS -> {
                for (int t = from; t < to; t++) z[t] = a[t] - b[t];
            }
            case TIMES -> {
                for (int t = from; t < to; t++) z[t] = a[t] * b[t];
            }
            default -> {
                for (int t = from; t < to; t++) z[t] = a[t] / b[t];
            }
        }
    }

    /** An int, because the JIT chooses between ints without a branch, which random entries would make it mispredict. */
    private static int bit(boolean holds) {
        return holds ? 1 : 0;
    }

    @Override
    public void choose(double[] condition, int h, double[] a, int i, double[] b, int j, double[] z, int k, int n) {
        double[][] sides = {b, a};
        int[] starts = {j, i};
        for (int t = 0; t < n; t++) {
            int side = bit(condition[h + t] != 0);
            z[k + t] = sides[side][starts[side] + t];
        }
    }

    @Override
    public void across(Fold operation, double[] x, int i, double[] y, int j, int n) {
        y[j] = switch (operation) {
            case SUM -> y[j] + sum(x, i, n);
            case MAX -> Math.max(y[j], max(x, i, n));
            case MIN -> Math.min(y[j], min(x, i, n));
        };
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
        boolean dots = Dots.suits(x.view(), w.view());
        for (int batch = 0; batch < x.view().shape().dim(0); batch++) {
            int to = at + batch * batchStep;
            if (dots) {
                new Dots(x, w, y, rowStep).add(batch, to);
            } else {
                new Product(x, w, batch, y, to, rowStep).add();
            }
        }
    }

    /** Four sums side by side: faster than one, and closer. */
    private static double sum(double[] x, int i, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int t = 0;
        for (; t < n - 3; t += 4) {
            a += x[i + t];
            b += x[i + t + 1];
            c += x[i + t + 2];
            d += x[i + t + 3];
        }
        for (; t < n; t++) {
            a += x[i + t];
        }
        return (a + b) + (c + d);
    }

    private static double max(double[] x, int i, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            max = Math.max(max, x[i + t]);
        }
        return max;
    }

    private static double min(double[] x, int i, int n) {
        double min = Double.POSITIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            min = Math.min(min, x[i + t]);
        }
        return min;
    }
}
