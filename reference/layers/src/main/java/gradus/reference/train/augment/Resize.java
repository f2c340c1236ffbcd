package gradus.reference.train.augment;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Makes images larger or smaller, bilinearly: of H rows become P, and row p comes from place (p + ½) H / P - ½, not
 * outside the image; columns likewise.
 *
 * <p>Shrinking by more than a half leaves pixels out.
 */
public record Resize(int height, int width) {
    /** @throws IllegalArgumentException if there are no pixels */
    public Resize {
        Require.positive("Resize: height", height);
        Require.positive("Resize: width", width);
    }

    /**
     * Such that the short side of images of {@code shape} (…, H, W) gets {@code pixels}, and the long one as many in proportion.
     *
     * @throws IllegalArgumentException if a side gets no pixels, or more than an array holds
     */
    public static Resize shortSide(Shape shape, int pixels) {
        double factor = (double) pixels / Math.min(shape.dim(-2), shape.dim(-1));
        return new Resize(side(shape.dim(-2), factor), side(shape.dim(-1), factor));
    }

    private static int side(int length, double factor) {
        long pixels = Math.round(length * factor);
        if (pixels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Resize.shortSide: expected sides of at most " + Integer.MAX_VALUE
                    + " pixels but got " + pixels + ".");
        }
        return (int) pixels;
    }

    /** Returns (N, C, height, width) for x (N, C, H, W). */
    public Tensor apply(Tensor x) {
        Require.room("Resize", Require.images("Resize", x), 1, 1);
        Shape places = Shape.of(x.dim(0), height, width);
        Tensor rows = sources(x.dim(2), height).reshape(1, height, 1).broadcastTo(places);
        Tensor columns = sources(x.dim(3), width).reshape(1, 1, width).broadcastTo(places);
        return Sampling.bilinear(x, rows, columns);
    }

    private static Tensor sources(int from, int to) {
        double factor = (double) from / to;
        Tensor places = Tensor.of(IntStream.range(0, to)
                .mapToDouble(i -> (i + 0.5) * factor - 0.5)
                .toArray());
        return places.clip(0, from - 1);
    }
}
