package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.reference.kernel.Normalization;
import gradus.tensor.Workers;
import java.util.function.IntConsumer;
import jdk.incubator.vector.DoubleVector;

/** Normalising rows of {@code width} entries, one at a time; threads share rows. */
record RowNormalization(int rows, int width, Workers workers) implements Normalization {
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

    @Override
    public void moments(double[] x, double[] mean, double[] variance) {
        share(row -> {
            mean[row] = Stretch.sum(x, row * width, width) / width;
            variance[row] = Stretch.squares(x, row * width, width, mean[row]) / width;
        });
    }

    @Override
    public void forward(double[] x, double[] mean, double[] deviation, double[] gamma, double[] beta, double[] y) {
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
    @Override
    public void backward(
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
}
