package gradus.reference.kernel;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Normalising rows of {@code width} entries, one at a time; threads share rows. */
record RowNormalization(Stretch stretch, int rows, int width, Workers workers) implements Normalization {
    /** Estimated nanoseconds an entry. */
    private static final double LOOK = 1;

    private int pieces() {
        return workers.pieces(LOOK * rows * width, rows);
    }

    private void share(IntConsumer work) {
        int pieces = pieces();
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
        IntConsumer gather = row ->
                stretch.gather(dy, x, row * width, width, mean[row], 1 / deviation[row], gamma, dgamma, dbeta, dx);
        IntConsumer slope = row -> slope(x, row, mean[row], deviation[row], dx);
        if (pieces() == 1) {
            share(gather.andThen(slope)); // while the row is in cache
        } else {
            IntStream.range(0, rows).forEach(gather); // sums over rows grow row by row, whoever does the rest
            share(slope);
        }
    }

    /** From g in dx. */
    private void slope(double[] x, int row, double mean, double deviation, double[] dx) {
        double[] sums = new double[2];
        stretch.gather(dx, x, row * width, width, mean, sums);
        double level = sums[0] / width;
        double slope = sums[1] / width / deviation;
        stretch.slope(dx, x, dx, row * width, width, level, mean, slope / deviation, 1 / deviation);
    }
}
