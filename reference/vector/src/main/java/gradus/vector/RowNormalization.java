package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** Normalising, and softmax, of rows of {@code width} entries, one at a time; threads share rows. */
record RowNormalization(int rows, int width, Workers workers) {
    /** Estimated nanoseconds an entry. */
    private static final double LOOK = 1;

    private void share(IntConsumer work) {
        int pieces = workers.pieces(LOOK * rows * width, rows);
        workers.share(pieces, piece -> {
            for (int row = (int) ((long) rows * piece / pieces); row < (long) rows * (piece + 1) / pieces; row++) {
                work.accept(row);
            }
        });
    }

    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    void moments(double[] x, double[] mean, double[] variance) {
        share(row -> {
            mean[row] = Stretch.sum(x, row * width, width) / width;
            variance[row] = Stretch.squares(x, row * width, width, mean[row]) / width;
        });
    }

    void forward(double[] x, double[] mean, double[] deviation, double[] gamma, double[] beta, double[] y) {
        share(row -> scale(x, row * width, mean[row], 1 / deviation[row], gamma, beta, y));
    }

    private void scale(double[] x, int i, double mean, double factor, double[] gamma, double[] beta, double[] y) {
        int t = 0;
        for (; t <= width - LANES; t += LANES) {
            load(x, i + t)
                    .sub(mean)
                    .mul(factor)
                    .fma(load(gamma, t), load(beta, t))
                    .intoArray(y, i + t);
        }
        for (; t < width; t++) {
            y[i + t] = Math.fma((x[i + t] - mean) * factor, gamma[t], beta[t]);
        }
    }

    /** Sums over rows come first, row by row, then dx. */
    void backward(
            double[] dy,
            double[] x,
            double[] mean,
            double[] deviation,
            double[] gamma,
            double[] dx,
            double[] dgamma,
            double[] dbeta) {
        for (int row = 0; row < rows; row++) {
            gather(dy, x, row * width, mean[row], 1 / deviation[row], dgamma, dbeta);
        }
        share(row -> {
            multiply(dy, row * width, gamma, dx);
            double level = Stretch.sum(dx, row * width, width) / width;
            double slope = Stretch.products(x, dx, row * width, width, mean[row]) / width / deviation[row];
            Stretch.slope(dx, x, dx, row * width, width, level, mean[row], slope / deviation[row], 1 / deviation[row]);
        });
    }

    private void gather(double[] dy, double[] x, int i, double mean, double factor, double[] dgamma, double[] dbeta) {
        int t = 0;
        for (; t <= width - LANES; t += LANES) {
            DoubleVector d = load(dy, i + t);
            load(x, i + t).sub(mean).mul(factor).fma(d, load(dgamma, t)).intoArray(dgamma, t);
            load(dbeta, t).add(d).intoArray(dbeta, t);
        }
        for (; t < width; t++) {
            dgamma[t] = Math.fma((x[i + t] - mean) * factor, dy[i + t], dgamma[t]);
            dbeta[t] += dy[i + t];
        }
    }

    private void multiply(double[] dy, int i, double[] gamma, double[] g) {
        int t = 0;
        for (; t <= width - LANES; t += LANES) {
            load(dy, i + t).mul(load(gamma, t)).intoArray(g, i + t);
        }
        for (; t < width; t++) {
            g[i + t] = dy[i + t] * gamma[t];
        }
    }

    void softmax(double[] x, double[] p) {
        int even = width - width % LANES;
        share(row -> {
            int i = row * width;
            double most = max(x, i);
            DoubleVector sums = DoubleVector.zero(SPECIES);
            for (int t = 0; t < even; t += LANES) {
                DoubleVector e = load(x, i + t).sub(most).lanewise(VectorOperators.EXP);
                e.intoArray(p, i + t);
                sums = sums.add(e);
            }
            double sum = sums.reduceLanes(VectorOperators.ADD);
            for (int t = even; t < width; t++) {
                p[i + t] = Math.exp(x[i + t] - most);
                sum += p[i + t];
            }
            divide(p, i, sum);
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

    private void divide(double[] p, int i, double sum) {
        int t = 0;
        for (; t <= width - LANES; t += LANES) {
            load(p, i + t).div(sum).intoArray(p, i + t);
        }
        for (; t < width; t++) {
            p[i + t] /= sum;
        }
    }

    void softmaxBackward(double[] dp, double[] p, double[] dx) {
        share(row -> {
            int i = row * width;
            double sum = Stretch.products(p, dp, i, width, 0);
            int t = 0;
            for (; t <= width - LANES; t += LANES) {
                load(dp, i + t).sub(sum).mul(load(p, i + t)).intoArray(dx, i + t);
            }
            for (; t < width; t++) {
                dx[i + t] = (dp[i + t] - sum) * p[i + t];
            }
        });
    }
}
