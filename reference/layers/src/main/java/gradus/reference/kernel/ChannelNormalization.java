package gradus.reference.kernel;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;

/** Normalising x (N, C, …) a channel at a time, each a block of {@code area} entries in every sample; threads share channels. */
record ChannelNormalization(Stretch stretch, int samples, int channels, int area, Workers workers)
        implements Normalization {
    /** Estimated nanoseconds an entry. */
    private static final double LOOK = 1;

    private void share(IntConsumer work) {
        int pieces = workers.pieces(LOOK * samples * channels * area, channels);
        workers.share(pieces, piece -> {
            for (int c = channels * piece / pieces; c < channels * (piece + 1) / pieces; c++) {
                work.accept(c);
            }
        });
    }

    private int at(int sample, int channel) {
        return (sample * channels + channel) * area;
    }

    @Override
    public void moments(double[] x, double[] mean, double[] variance) {
        double count = (double) samples * area;
        share(c -> {
            double sum = 0;
            for (int n = 0; n < samples; n++) {
                sum += stretch.sum(x, at(n, c), area);
            }
            mean[c] = sum / count;
            double squares = 0;
            for (int n = 0; n < samples; n++) {
                squares += stretch.squares(x, at(n, c), area, mean[c]);
            }
            variance[c] = squares / count;
        });
    }

    @Override
    public void forward(double[] x, double[] mean, double[] deviation, double[] gamma, double[] beta, double[] y) {
        share(c -> {
            for (int n = 0; n < samples; n++) {
                stretch.scale(x, y, at(n, c), area, mean[c], gamma[c] / deviation[c], beta[c]);
            }
        });
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
        double count = (double) samples * area;
        share(c -> {
            double[] sums = new double[2];
            for (int n = 0; n < samples; n++) {
                stretch.gather(dy, x, at(n, c), area, mean[c], sums);
            }
            dbeta[c] = sums[0];
            dgamma[c] = sums[1] / deviation[c];
            double level = dbeta[c] / count;
            double slope = dgamma[c] / count / deviation[c];
            for (int n = 0; n < samples; n++) {
                stretch.slope(dy, x, dx, at(n, c), area, level, mean[c], slope, gamma[c] / deviation[c]);
            }
        });
    }
}
