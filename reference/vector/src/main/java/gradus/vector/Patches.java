package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.tensor.Window;
import gradus.vector.Product.Left;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * What windows see of some channels of one image, as a matrix that is never written out: row k is a channel and pixel of the window, column p
 * a position of the window. With zeros around the image, entry (k, p) stands at {@code pixels[k] + place(p)}.
 */
final class Patches {
    private static final int SIDE = 4;

    private final Window window;
    private final int channels;
    private final int height;
    private final int width;
    private final int wide; // with padding
    private final int[] pixels;
    private final int[] places;
    private final int across;
    private final double[] image;

    Patches(Window window, int channels, int height, int width) {
        this.window = window;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.wide = width + 2 * window.padding();
        this.across = window.outputWidth(width);
        this.image = new double[channels * high() * wide];
        this.pixels = new int[channels * window.height() * window.width()];
        for (int k = 0; k < pixels.length; k++) {
            int i = k / window.width() % window.height();
            int channel = k / (window.width() * window.height());
            pixels[k] = (channel * high() + i * window.dilation()) * wide + k % window.width() * window.dilation();
        }
        this.places = new int[window.outputHeight(height) * across];
        for (int p = 0; p < places.length; p++) {
            places[p] = (p / across * wide + p % across) * window.stride();
        }
    }

    private int high() {
        return height + 2 * window.padding();
    }

    int rows() {
        return pixels.length;
    }

    int columns() {
        return places.length;
    }

    /** Looks at the channels that begin at entry {@code from} of x. */
    Patches show(double[] x, int from) {
        for (int row = 0; row < channels * height; row++) {
            System.arraycopy(x, from + row * width, image, inside(row), width);
        }
        return this;
    }

    /** Where a row of an image begins among the zeros around. */
    private int inside(int row) {
        return (row / height * high() + row % height + window.padding()) * wide + window.padding();
    }

    void blank() {
        Arrays.fill(image, 0);
    }

    /** Adds columns {@code first} to {@code first + n - 1} of a matrix like this one, (K, n), to the image. */
    void add(double[] matrix, int first, int n) {
        int whole = even() && first % LANES == 0 ? n - n % LANES : 0;
        for (int k = 0; k < pixels.length; k++) {
            int to = pixels[k];
            for (int p = 0; p < whole; p += LANES) {
                int at = to + places[first + p];
                DoubleVector.fromArray(SPECIES, image, at)
                        .add(DoubleVector.fromArray(SPECIES, matrix, k * n + p))
                        .intoArray(image, at);
            }
            for (int p = whole; p < n; p++) {
                image[to + places[first + p]] += matrix[k * n + p];
            }
        }
    }

    /** Writes the image, without what is around, to where it begins in x. */
    void crop(double[] x, int to) {
        for (int row = 0; row < channels * height; row++) {
            System.arraycopy(image, inside(row), x, to + row * width, width);
        }
    }

    /** Adds to y (R, P), from entry {@code to} on, the product of x (R, K) and this matrix; where positions are {@link #even}. */
    void addProduct(Left x, double[] y, int to) {
        Product product = Product.ofThread();
        if (x.rows() <= WideTile.ROWS && across % WideTile.COLUMNS == 0) {
            product.addFewRows(x, image, pixels, places, y, to);
        } else {
            int panel = across % Tile.PANEL == 0 ? Tile.PANEL : LANES;
            product.addUnpacked(x, image, pixels, places, panel, y, to);
        }
    }

    /** Whether positions fill whole vectors, side by side in the image. */
    boolean even() {
        return window.stride() == 1 && across % LANES == 0;
    }

    /** Where row k of the matrix begins in the image. */
    int pixel(int k) {
        return pixels[k];
    }

    /** {@link Dots} of stretches of x with rows of the matrix; where positions are {@link #even}. */
    void addDots(double[] x, int[] left, int[] right, int start, int end, double[] sums, int to) {
        Dots.add(x, left, image, right, places, start, end, sums, to);
    }

    /** The matrix as the right one of a product: (K, P). */
    Packing upright() {
        return this::panel;
    }

    private void panel(int row, int rows, int column, int columns, double[] panels, int to) {
        int panel = Packing.width(columns);
        boolean sideBySide = columns == panel && places[column + columns - 1] - places[column] == columns - 1;
        for (int r = 0; r < rows; r++) {
            int from = pixels[row + r];
            int at = to + r * panel;
            if (sideBySide) {
                for (int t = 0; t < panel; t += LANES) {
                    DoubleVector.fromArray(SPECIES, image, from + places[column] + t)
                            .intoArray(panels, at + t);
                }
            } else {
                for (int t = 0; t < panel; t++) {
                    panels[at + t] = t < columns ? image[from + places[column + t]] : 0;
                }
            }
        }
    }

    /** The transpose, (P, K), from row k of the matrix on. */
    Packing turned(int first) {
        return (row, rows, column, columns, panels, to) -> {
            int panel = Packing.width(columns);
            int whole = columns - columns % SIDE;
            for (int t = 0; t < whole; t += SIDE) {
                spread(first + column + t, row, rows, panels, to + t, panel);
            }
            for (int t = whole; t < panel; t++) {
                for (int r = 0; r < rows; r++) {
                    panels[to + t + r * panel] = t < columns ? entry(first + column + t, row + r) : 0;
                }
            }
        };
    }

    /** Some columns side by side: their entries of a row are written together. */
    private void spread(int column, int row, int rows, double[] panels, int to, int step) {
        int i0 = pixels[column];
        int i1 = pixels[column + 1];
        int i2 = pixels[column + 2];
        int i3 = pixels[column + 3];
        for (int r = 0, at = to; r < rows; r++, at += step) {
            int place = places[row + r];
            panels[at] = image[i0 + place];
            panels[at + 1] = image[i1 + place];
            panels[at + 2] = image[i2 + place];
            panels[at + 3] = image[i3 + place];
        }
    }

    private double entry(int k, int position) {
        return image[pixels[k] + places[position]];
    }
}
