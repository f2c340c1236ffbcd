package gradus.reference.kernel;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** The part of {@link Kernels} that takes the maximum or the mean of every window. */
public interface PoolingKernels {
    /** The greatest pixel of every window, the first of equal ones, NaN above all; padding is -∞, and never chosen. */
    default Kernels.Maxima maxPool(Tensor x, Window window) {
        Grid grid = Grid.of(window, x.dim(2), x.dim(3));
        Tensor seen = grid.windows(x, Double.NEGATIVE_INFINITY);
        IntTensor first = seen.argmax(2);
        Tensor y = seen.max(2);
        Tensor least = y.equalTo(Double.NEGATIVE_INFINITY);
        if (window.padding() > 0 && least.sum() > 0) {
            Tensor inside = grid.windows(Tensor.ones(1, 1, x.dim(2), x.dim(3)), 0);
            first = least.expand(2).where(inside, seen).argmax(2);
        }
        return new Kernels.Maxima(y, first);
    }

    /** Adds each entry of dy (N, C, OH, OW) to the pixel that won: dx (N, C, height, width). */
    default Tensor maxPoolBackward(Tensor dy, IntTensor positions, Window window, int height, int width) {
        Grid grid = Grid.of(window, height, width);
        Tensor shares = Tensor.zeros(dy.dim(0), dy.dim(1), dy.dim(2), dy.dim(3), grid.pixels());
        shares.addPick(positions, dy);
        return grid.image(shares.permute(0, 1, 4, 2, 3));
    }

    /** The mean of every window, divided by KH·KW everywhere: padding counts as zeros. The sums go down first, then across. */
    default Tensor averagePool(Tensor x, Window window) {
        Grid grid = Grid.of(window, x.dim(2), x.dim(3));
        Tensor padded = grid.padded(x, 0);
        Tensor rows = grid.blankRow(x.dim(0), x.dim(1));
        for (int i = 0; i < window.height(); i++) {
            rows.increment(grid.row(padded, i));
        }
        Tensor y = Tensor.zeros(x.dim(0), x.dim(1), grid.outputHeight(), grid.outputWidth());
        for (int j = 0; j < window.width(); j++) {
            y.increment(grid.pixel(rows, j));
        }
        return y.divide(grid.pixels());
    }

    /** Spreads each entry of dy (N, C, OH, OW) evenly over its window: dx (N, C, height, width). */
    default Tensor averagePoolBackward(Tensor dy, Window window, int height, int width) {
        Grid grid = Grid.of(window, height, width);
        Tensor share = dy.divide(grid.pixels());
        Tensor row = grid.blankRow(dy.dim(0), dy.dim(1));
        for (int j = 0; j < window.width(); j++) {
            grid.addPixel(row, j, share);
        }
        Tensor padded = grid.blank(dy.dim(0), dy.dim(1));
        for (int i = 0; i < window.height(); i++) {
            grid.addRow(padded, i, row);
        }
        return grid.cropped(padded);
    }
}
