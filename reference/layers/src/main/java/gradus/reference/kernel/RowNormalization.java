package gradus.reference.kernel;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;

/** Normalising rows of {@code width} entries, one at a time; threads share rows. */
record RowNormalization(Stretch stretch, int rows, int width, Workers workers) implements Normalization {
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

    @Override
    public void moments(double[] x, double[] mean, double[] variance) {
        share(row -> {
            mean[row] = stretch.sum(x, row * width, width) / width;
            variance[row] = stretch.squares(x, row * width, width, mean[row]) / width;
        });
    }

    @Override
    public void forward(double[] x, double[] mean, double[] deviation, double[] gamma, double[] beta, double[] y) {
        share(row -> stretch.scale(x, y, row * width, width, mean[row], 1 / deviation[row], gamma, beta));
    }

    /** Sums over rows come first, row by row, with dy γ in dx. */
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
            stretch.gather(dy, x, row * width, width, mean[row], 1 / deviation[row], gamma, dgamma, dbeta, dx);
        }
        share(row -> {
            double[] sums = new double[2];
            stretch.gather(dx, x, row * width, width, mean[row], sums);
            double slope = sums[1] / width / deviation[row];
            double level = sums[0] / width;
            stretch.slope(dx, x, dx, row * width, width, level, mean[row], slope / deviation[row], 1 / deviation[row]);
        });
    }
}
