package gradus.reference.kernel;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;

/** Normalising rows of {@code width} entries, one at a time; threads share rows. */
record PlainRows(int rows, int width, Workers workers) implements Normalization {
    private void share(IntConsumer work) {
        int pieces = workers.pieces((double) rows * width, rows);
        workers.share(pieces, piece -> {
            for (int row = (int) ((long) rows * piece / pieces); row < (long) rows * (piece + 1) / pieces; row++) {
                work.accept(row);
            }
        });
    }

    @Override
    public void moments(double[] x, double[] mean, double[] variance) {
        share(row -> {
            mean[row] = PlainSums.sum(x, row * width, width) / width;
            variance[row] = PlainSums.squares(x, row * width, width, mean[row]) / width;
        });
    }

    @Override
    public void forward(double[] x, double[] mean, double[] deviation, double[] gamma, double[] beta, double[] y) {
        share(row -> scale(x, row * width, mean[row], 1 / deviation[row], gamma, beta, y));
    }

    private void scale(double[] x, int i, double mean, double factor, double[] gamma, double[] beta, double[] y) {
        for (int t = 0; t < width; t++) {
            y[i + t] = (x[i + t] - mean) * factor * gamma[t] + beta[t];
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
            int i = row * width;
            multiply(dy, i, gamma, dx);
            double level = PlainSums.sum(dx, i, width) / width;
            double slope = PlainSums.products(x, dx, i, width, mean[row]) / width / deviation[row];
            PlainChannels.slope(dx, x, dx, i, width, level, mean[row], slope / deviation[row], 1 / deviation[row]);
        });
    }

    private void gather(double[] dy, double[] x, int i, double mean, double factor, double[] dgamma, double[] dbeta) {
        for (int t = 0; t < width; t++) {
            dgamma[t] += (x[i + t] - mean) * factor * dy[i + t];
            dbeta[t] += dy[i + t];
        }
    }

    private void multiply(double[] dy, int i, double[] gamma, double[] g) {
        for (int t = 0; t < width; t++) {
            g[i + t] = dy[i + t] * gamma[t];
        }
    }
}
