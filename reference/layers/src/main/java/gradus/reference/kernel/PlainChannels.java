package gradus.reference.kernel;

import gradus.tensor.Workers;
import java.util.function.IntConsumer;

/** Normalising x (N, C, …) a channel at a time, each a block of {@code area} entries in every sample; threads share channels. */
record PlainChannels(int samples, int channels, int area, Workers workers) implements Normalization {
    private void share(IntConsumer work) {
        int pieces = workers.pieces((double) samples * channels * area, channels);
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
                sum += PlainSums.sum(x, at(n, c), area);
            }
            mean[c] = sum / count;
            double squares = 0;
            for (int n = 0; n < samples; n++) {
                squares += PlainSums.squares(x, at(n, c), area, mean[c]);
            }
            variance[c] = squares / count;
        });
    }

    @Override
    public void forward(double[] x, double[] mean, double[] deviation, double[] gamma, double[] beta, double[] y) {
        share(c -> {
            for (int n = 0; n < samples; n++) {
                scale(x, y, at(n, c), area, mean[c], gamma[c] / deviation[c], beta[c]);
            }
        });
    }

    private static void scale(double[] x, double[] y, int i, int n, double centre, double factor, double shift) {
        for (int t = i; t < i + n; t++) {
            y[t] = (x[t] - centre) * factor + shift;
        }
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
            double sum = 0;
            double products = 0;
            for (int n = 0; n < samples; n++) {
                sum += PlainSums.sum(dy, at(n, c), area);
                products += PlainSums.products(x, dy, at(n, c), area, mean[c]);
            }
            dbeta[c] = sum;
            dgamma[c] = products / deviation[c];
            double slope = dgamma[c] / count / deviation[c];
            for (int n = 0; n < samples; n++) {
                slope(dy, x, dx, at(n, c), area, sum / count, mean[c], slope, gamma[c] / deviation[c]);
            }
        });
    }

    /** dx = (g - mean - (x - centre) · slope) · factor. */
    static void slope(
            double[] g,
            double[] x,
            double[] dx,
            int i,
            int n,
            double mean,
            double centre,
            double slope,
            double factor) {
        for (int t = i; t < i + n; t++) {
            dx[t] = (g[t] - mean - (x[t] - centre) * slope) * factor;
        }
    }
}
