package gradus.vector;

import gradus.tensor.Window;
import gradus.tensor.Workers;
import gradus.vector.Product.Left;
import java.util.Arrays;

/**
 * Convolution as products of matrices, a sample and a group at a time; the columns are packed straight from the image. x is (N, C, H, W),
 * filters are (F, C/G, KH, KW), and threads share samples, or pixels of filters.
 */
record Convolution(
        Window window, int samples, int groups, int inputs, int filters, int height, int width, Workers workers) {
    /** Entries of a block of columns that is added to an image while it is in the second cache. */
    private static final int BLOCK = 1 << 12;

    /** With so many filters or fewer, packing costs more than it saves. */
    private static final int FEW = 32;

    /** Estimated nanoseconds a product of two entries. */
    private static final double TERM = 0.02;

    private Patches patches() {
        return new Patches(window, inputs / groups, height, width);
    }

    private int positions() {
        return window.outputHeight(height) * window.outputWidth(width);
    }

    private int depth() {
        return inputs / groups * window.height() * window.width();
    }

    private int pieces(int most) {
        return workers.pieces(TERM * samples * filters * depth() * positions(), most);
    }

    /** y (N, F, OH, OW). */
    double[] forward(double[] x, double[] w, double[] b) {
        int area = positions();
        int rows = filters / groups;
        double[] y = new double[samples * filters * area];
        shareSamples((n, patches, product) -> {
            for (int f = 0; f < filters; f++) {
                Arrays.fill(y, (n * filters + f) * area, (n * filters + f + 1) * area, b[f]);
            }
            for (int g = 0; g < groups; g++) {
                patches.show(x, (n * groups + g) * inputs / groups * height * width);
                Left left = new Left(w, g * rows * depth(), depth(), 1, rows);
                int to = (n * filters + g * rows) * area;
                if (patches.even() && rows <= FEW) {
                    patches.addProduct(left, y, to);
                } else {
                    product.add(left, depth(), patches.upright(), area, y, to, area);
                }
            }
        });
        return y;
    }

    /** dx (N, C, H, W). */
    double[] input(double[] dy, double[] w) {
        int area = positions();
        int columns = filters / groups;
        double[] turned = turned(w);
        double[] dx = new double[samples * inputs * height * width];
        int block = Math.min(area, Math.max(1, BLOCK / Math.max(1, depth()) / Tile.PANEL) * Tile.PANEL);
        shareSamples((n, patches, product) -> {
            double[] sums = new double[depth() * block];
            for (int g = 0; g < groups; g++) {
                patches.blank();
                Left left = new Left(turned, g * columns * depth(), columns, 1, depth());
                for (int p = 0; p < area; p += block) {
                    int length = Math.min(block, area - p);
                    Arrays.fill(sums, 0);
                    Packing right = new Packing.Strided(dy, (n * filters + g * columns) * area + p, area, 1);
                    product.add(left, columns, right, length, sums, 0, length);
                    patches.add(sums, p, length);
                }
                patches.crop(dx, (n * groups + g) * inputs / groups * height * width);
            }
        });
        return dx;
    }

    /** Filters (G, F/G, K) as (G, K, F/G). */
    private double[] turned(double[] w) {
        int rows = filters / groups;
        double[] turned = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            int f = i / depth();
            turned[f / rows * rows * depth() + i % depth() * rows + f % rows] = w[i];
        }
        return turned;
    }

    /** dw (F, C/G, KH, KW). */
    double[] filters(double[] x, double[] dy) {
        int area = positions();
        int rows = filters / groups;
        double[] dw = new double[filters * depth()];
        int pieces = pieces(depth());
        workers.share(pieces, piece -> {
            Patches patches = patches();
            int from = depth() * piece / pieces;
            int to = depth() * (piece + 1) / pieces;
            for (int n = 0; n < samples; n++) {
                for (int g = 0; g < groups; g++) {
                    patches.show(x, (n * groups + g) * inputs / groups * height * width);
                    int at = (n * filters + g * rows) * area;
                    if (patches.even() && rows <= FEW) {
                        patches.addDots(dy, at, rows, from, to, dw, g * rows * depth());
                    } else {
                        Left left = new Left(dy, at, area, 1, rows);
                        Product.ofThread()
                                .add(
                                        left,
                                        area,
                                        patches.turned(from),
                                        to - from,
                                        dw,
                                        g * rows * depth() + from,
                                        depth());
                    }
                }
            }
        });
        return dw;
    }

    /** What is done for a sample. */
    private interface Task {
        void accept(int sample, Patches patches, Product product);
    }

    private void shareSamples(Task task) {
        int pieces = pieces(samples);
        workers.share(pieces, piece -> {
            Patches patches = patches();
            for (int n = samples * piece / pieces; n < samples * (piece + 1) / pieces; n++) {
                task.accept(n, patches, Product.ofThread());
            }
        });
    }
}
