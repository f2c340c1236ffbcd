package gradus.reference.train.augment;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Reads images between their pixels: the four pixels around a place weigh by how near they are, (1 - a)(1 - b), (1 -
 * a) b, a (1 - b) and a b for a place a rows and b columns past the upper left one. Outside there is 0. A place may
 * be anywhere.
 */
final class Sampling {
    private Sampling() {}

    /**
     * Returns (N, C, P, Q).
     *
     * @param x (N, C, H, W)
     * @param rows (N, P, Q), where pixel (p, q) of image n comes from, in pixels from the middle of the first
     * @param columns (N, P, Q)
     */
    static Tensor bilinear(Tensor x, Tensor rows, Tensor columns) {
        Tensor above = rows.floor();
        Tensor left = columns.floor();
        Tensor a = rows.minus(above);
        Tensor b = columns.minus(left);
        Tensor pixels = x.permute(0, 2, 3, 1).reshape(x.dim(0) * x.dim(2) * x.dim(3), x.dim(1)); // a row a pixel
        return corner(x, pixels, above, left, a.oneMinus().times(b.oneMinus()))
                .plus(corner(x, pixels, above, left.plus(1), a.oneMinus().times(b)))
                .plus(corner(x, pixels, above.plus(1), left, a.times(b.oneMinus())))
                .plus(corner(x, pixels, above.plus(1), left.plus(1), a.times(b)))
                .permute(0, 3, 1, 2);
    }

    /** The pixels at whole places, times their weights; (N, P, Q, C). */
    private static Tensor corner(Tensor x, Tensor pixels, Tensor rows, Tensor columns, Tensor weights) {
        int height = x.dim(2);
        int width = x.dim(3);
        Tensor inside = within(rows, height).times(within(columns, width));
        Tensor first =
                Tensor.of(counted(x.dim(0))).times((double) height * width).reshape(x.dim(0), 1, 1);
        Tensor places = rows.times(width).plus(columns).plus(first).times(inside);
        return pixels.take(whole(places)).times(weights.times(inside).expand(-1));
    }

    private static Tensor within(Tensor places, int length) {
        return places.greaterEqual(0).times(places.less(length));
    }

    private static double[] counted(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static IntTensor whole(Tensor numbers) {
        Shape shape = numbers.shape();
        return IntTensor.of(
                shape, Arrays.stream(numbers.toArray()).mapToInt(v -> (int) v).toArray());
    }
}
