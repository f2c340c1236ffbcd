package gradus.vector;

import gradus.tensor.Window;
import gradus.tensor.Workers;
import gradus.vector.Product.Left;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * Convolution as products of matrices, a sample and a group at a time; the columns are packed straight from the image. x is (N, C, H, W),
 * filters are (F, C/G, KH, KW), and threads share samples, or entries of the gradient of filters.
 */
record Convolution(
        Window window, int samples, int groups, int inputs, int filters, int height, int width, Workers workers) {
    /** Entries of a block of columns that is added to an image while it is in the second cache. */
    private static final int BLOCK = 1 << 12;

    /** With so many filters or fewer, packing for their gradient costs more than it saves. */
    private static final int FEW = 32;

    /** An image so many times as large as dy, or less, is gathered from it: each pixel sees a whole window, most of it there. */
    private static final double WORTH_REVERSING = 1.5;

    /** Estimated nanoseconds a product of two entries. */
    private static final double TERM = 0.02;

    private Patches patches() {
        return new Patches(window, channels(), height, width);
    }

    private int positions() {
        return window.outputHeight(height) * window.outputWidth(width);
    }

    /** Channels of a group. */
    private int channels() {
        return inputs / groups;
    }

    private int depth() {
        return channels() * window.height() * window.width();
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
                patches.show(x, (n * groups + g) * channels() * height * width);
                Left left = new Left(w, g * rows * depth(), depth(), 1, rows);
                int to = (n * filters + g * rows) * area;
                if (patches.even() && Product.fits(rows, depth())) {
                    patches.addProduct(left, y, to);
                } else {
                    product.add(left, depth(), patches.upright(), area, y, to, area);
                }
            }
        });
        return y;
    }

    /** dx (N, C, H, W). With stride 1 it is a convolution of dy with filters turned by 180°. */
    double[] input(double[] dy, double[] w) {
        return reversible() && height * width <= WORTH_REVERSING * positions()
                ? reverse().forward(dy, reversed(w), new double[inputs])
                : scattered(dy, w);
    }

    private boolean reversible() {
        return window.stride() == 1 && window.height() == window.width() && reach() >= 0;
    }

    /** How far windows of dy reach over its border, so that each pixel of x is seen. */
    private int reach() {
        return window.spanHeight() - 1 - window.padding();
    }

    /** The convolution that takes dy to dx. */
    private Convolution reverse() {
        int high = window.outputHeight(height);
        int wide = window.outputWidth(width);
        return new Convolution(window.padding(reach()), samples, groups, filters, inputs, high, wide, workers);
    }

    /** Filters (G, F/G, C/G, K) as (G, C/G, F/G, K), with their pixels from the last to the first. */
    private double[] reversed(double[] w) {
        int pixels = window.height() * window.width();
        int rows = filters / groups;
        double[] reversed = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            int f = i / depth();
            int c = i / pixels % channels();
            int plane = f / rows * rows * channels() + c * rows + f % rows;
            reversed[plane * pixels + pixels - 1 - i % pixels] = w[i];
        }
        return reversed;
    }

    /** dx, each product added where its pixel is. */
    private double[] scattered(double[] dy, double[] w) {
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
                patches.crop(dx, (n * groups + g) * channels() * height * width);
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
        double[] dw = new double[filters * depth()];
        int rows = filters / groups;
        if (patches().even() && rows <= FEW) {
            shareParts(FilterSums.squares(rows, depth()), (from, to) -> few(x, dy, from, to, dw));
        } else {
            shareParts(depth(), (from, to) -> many(x, dy, from, to, dw));
        }
        return dw;
    }

    /** Squares of the gradient of few filters. */
    private void few(double[] x, double[] dy, int from, int to, double[] dw) {
        int rows = filters / groups;
        FilterSums sums = new FilterSums(groups, rows, depth(), from, to);
        views(x, (patches, view) -> sums.add(view % groups, dy, view * rows * positions(), patches));
        sums.addTo(dw, groups);
    }

    /** Pixels of the gradient of many filters. */
    private void many(double[] x, double[] dy, int from, int to, double[] dw) {
        int rows = filters / groups;
        views(x, (patches, view) -> {
            Left left = new Left(dy, view * rows * positions(), positions(), 1, rows);
            int at = view % groups * rows * depth() + from;
            Product.ofThread().add(left, positions(), patches.turned(from), to - from, dw, at, depth());
        });
    }

    /** Shows the groups of all samples, one after the other. */
    private void views(double[] x, ObjIntConsumer<Patches> task) {
        Patches patches = patches();
        for (int view = 0; view < samples * groups; view++) {
            patches.show(x, view * channels() * height * width);
            task.accept(patches, view);
        }
    }

    /** What is done for a sample. */
    private interface Task {
        void accept(int sample, Patches patches, Product product);
    }

    private void shareSamples(Task task) {
        shareParts(samples, (from, to) -> {
            Patches patches = patches();
            for (int n = from; n < to; n++) {
                task.accept(n, patches, Product.ofThread());
            }
        });
    }

    /** What is done from one number (inclusive) to another (exclusive). */
    private interface Part {
        void accept(int from, int to);
    }

    private void shareParts(int length, Part part) {
        int pieces = workers.pieces(TERM * samples * filters * depth() * positions(), length);
        workers.share(pieces, piece -> part.accept(length * piece / pieces, length * (piece + 1) / pieces));
    }
}
