package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** Softmax of rows of {@code width} entries, one at a time; threads share rows. */
record RowSoftmax(int rows, int width, Workers workers) {
    /** Estimated nanoseconds an entry. */
    private static final double COMPUTE = 2;

    private void share(IntConsumer work) {
        int pieces = workers.pieces(COMPUTE * rows * width, rows);
        workers.share(pieces, piece -> {
            for (int row = (int) ((long) rows * piece / pieces); row < (long) rows * (piece + 1) / pieces; row++) {
                work.accept(row);
            }
        });
    }

    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    void forward(double[] x, double scale, double[] p) {
        int even = width - width % LANES;
        share(row -> {
            int i = row * width;
            double most = max(x, i);
            DoubleVector sums = DoubleVector.zero(SPECIES);
            for (int t = 0; t < even; t += LANES) {
                DoubleVector e = load(x, i + t).sub(most).mul(scale).lanewise(VectorOperators.EXP);
                e.intoArray(p, i + t);
                sums = sums.add(e);
            }
            double sum = Lanes.sum(sums);
            for (int t = even; t < width; t++) {
                p[i + t] = Math.exp((x[i + t] - most) * scale);
                sum += p[i + t];
            }
            multiply(p, i, 1 / sum);
        });
    }

    private double max(double[] x, int i) {
        DoubleVector most = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        int t = 0;
        for (; t <= width - LANES; t += LANES) {
            most = most.max(load(x, i + t));
        }
        double max = most.reduceLanes(VectorOperators.MAX);
        for (; t < width; t++) {
            max = Math.max(max, x[i + t]);
        }
        return max;
    }

    private void multiply(double[] p, int i, double factor) {
        int t = 0;
        for (; t <= width - LANES; t += LANES) {
            load(p, i + t).mul(factor).intoArray(p, i + t);
        }
        for (; t < width; t++) {
            p[i + t] *= factor;
        }
    }

    void backward(double[] dp, double[] p, double scale, double[] dx) {
        share(row -> {
            int i = row * width;
            double sum = dot(p, dp, i);
            int t = 0;
            for (; t <= width - LANES; t += LANES) {
                load(dp, i + t).sub(sum).mul(load(p, i + t).mul(scale)).intoArray(dx, i + t);
            }
            for (; t < width; t++) {
                dx[i + t] = (dp[i + t] - sum) * (p[i + t] * scale);
            }
        });
    }

    private double dot(double[] x, double[] y, int i) {
        DoubleVector sums = DoubleVector.zero(SPECIES);
        int t = 0;
        for (; t <= width - LANES; t += LANES) {
            sums = load(x, i + t).fma(load(y, i + t), sums);
        }
        double sum = Lanes.sum(sums);
        for (; t < width; t++) {
            sum += x[i + t] * y[i + t];
        }
        return sum;
    }
}
