package gradus.reference.kernel;

import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * All the places of a window on images of one size: OH under one another, OW side by side.
 *
 * <p>Pixel (i, j) of all windows at once is an image of its own, cut out of the padded one by strides; rows come first, because they are
 * cut once for all pixels in them.
 */
record Grid(Window window, int height, int width, int outputHeight, int outputWidth) {
    static Grid of(Window window, int height, int width) {
        return new Grid(window, height, width, window.outputHeight(height), window.outputWidth(width));
    }

    int pixels() {
        return window.height() * window.width();
    }

    /** x (N, C, H, W) with a number all around it: (N, C, H + 2P, W + 2P). */
    Tensor padded(Tensor x, double value) {
        int p = window.padding();
        return p == 0 ? x : wider(wider(x, 2, p, value), 3, p, value);
    }

    private static Tensor wider(Tensor x, int axis, int p, double value) {
        Tensor wide = Tensor.full(x.shape().with(axis, x.dim(axis) + 2 * p), value);
        wide.put(axis, p, x);
        return wide;
    }

    /** A padded image of zeros. */
    Tensor blank(int samples, int channels) {
        return Tensor.zeros(samples, channels, height + 2 * window.padding(), width + 2 * window.padding());
    }

    /** Undoes {@link #padded}. */
    Tensor cropped(Tensor padded) {
        int p = window.padding();
        return p == 0 ? padded : padded.slice(2, p, p + height).slice(3, p, p + width);
    }

    /** Row i of all windows: (N, C, OH, W + 2P). */
    Tensor row(Tensor padded, int i) {
        return every(padded, 2, i, outputHeight);
    }

    /** Pixel j of such rows: (N, C, OH, OW). */
    Tensor pixel(Tensor row, int j) {
        return every(row, 3, j, outputWidth);
    }

    /** What all windows see, with a number for what is outside: pixels (N, C, KH·KW, OH, OW). */
    Tensor windows(Tensor x, double outside) {
        return padded(x, outside).unfold(window).reshape(x.dim(0), x.dim(1), pixels(), outputHeight, outputWidth);
    }

    /** Adds pixels (N, C, KH·KW, OH, OW) where they came from: (N, C, H, W). The adjoint of {@link #windows} with zeros outside. */
    Tensor image(Tensor pixels) {
        Tensor padded = blank(pixels.dim(0), pixels.dim(1));
        int at = 0;
        for (int i = 0; i < window.height(); i++) {
            Tensor row = blankRow(pixels.dim(0), pixels.dim(1));
            for (int j = 0; j < window.width(); j++) {
                addPixel(row, j, pixels.select(2, at++));
            }
            addRow(padded, i, row);
        }
        return cropped(padded);
    }

    private Tensor every(Tensor x, int axis, int place, int count) {
        int from = place * window.dilation();
        return x.slice(axis, from, from + (count - 1) * window.stride() + 1, window.stride());
    }

    /** Rows of zeros. */
    Tensor blankRow(int samples, int channels) {
        return Tensor.zeros(samples, channels, outputHeight, width + 2 * window.padding());
    }

    /** Adds to row i of all windows. */
    void addRow(Tensor padded, int i, Tensor row) {
        padded.add(2, i * window.dilation(), window.stride(), row);
    }

    /** Adds to pixel j of such rows. */
    void addPixel(Tensor row, int j, Tensor pixel) {
        row.add(3, j * window.dilation(), window.stride(), pixel);
    }
}
