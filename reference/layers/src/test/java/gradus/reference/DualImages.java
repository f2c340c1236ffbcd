package gradus.reference;

import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.ArrayList;
import java.util.List;

/** Convolution and pooling once more, window by window, in arithmetic that carries a derivative forward; x is (N, C, H, W). */
public final class DualImages {
    private DualImages() {}

    /** The correlation with filters w (F, C, KH, KW), and b (F). */
    public static Dual convolution(Dual x, Dual w, Dual b, Window window) {
        Dual y = b.reshape(b.value().size(), 1, 1);
        for (int k = 0; k < window.height(); k++) {
            for (int l = 0; l < window.width(); l++) {
                Dual filter = w.select(3, l).select(2, k).transpose(); // (C, F)
                Dual seen = seen(x, window, k, l).permute(0, 2, 3, 1);
                y = seen.matmul(filter).permute(0, 3, 1, 2).plus(y);
            }
        }
        return y;
    }

    /** The mean of every window; outside the image there are zeros. */
    public static Dual mean(Dual x, Window window) {
        return all(x, window).stream().reduce(Dual::plus).orElseThrow().times(1.0 / (window.height() * window.width()));
    }

    /** The greatest of every window, the first of equal ones; what is outside the image never wins. */
    public static Dual maximum(Dual x, Window window) {
        List<Dual> inside = all(Dual.constant(Tensor.ones(x.shape())), window);
        List<Dual> pixels = all(x, window);
        Dual best = pixels.get(0).where(inside.get(0).value(), Double.NEGATIVE_INFINITY);
        for (int i = 1; i < pixels.size(); i++) {
            Tensor wins = pixels.get(i)
                    .value()
                    .greater(best.value())
                    .times(inside.get(i).value());
            best = Dual.choose(wins, pixels.get(i), best);
        }
        return best;
    }

    /** Images twice as large, a block of 2 × 2 pixels for each: w is (C, F, 2, 2), b (F). */
    public static Dual doubled(Dual x, Dual w, Dual b) {
        Tensor t = x.value();
        int filters = b.value().size();
        Dual blocks = x.permute(0, 2, 3, 1).matmul(w.reshape(t.dim(1), filters * 4));
        return blocks.reshape(t.dim(0), t.dim(2), t.dim(3), filters, 2, 2)
                .permute(0, 3, 1, 4, 2, 5)
                .reshape(t.dim(0), filters, 2 * t.dim(2), 2 * t.dim(3))
                .plus(b.reshape(filters, 1, 1));
    }

    private static List<Dual> all(Dual x, Window window) {
        List<Dual> pixels = new ArrayList<>();
        for (int k = 0; k < window.height(); k++) {
            for (int l = 0; l < window.width(); l++) {
                pixels.add(seen(x, window, k, l));
            }
        }
        return pixels;
    }

    /** The pixel of row k and column l of every window, (N, C, OH, OW). */
    private static Dual seen(Dual x, Window window, int k, int l) {
        int p = window.padding();
        int s = window.stride();
        int top = k * window.dilation();
        int left = l * window.dilation();
        int height = (window.outputHeight(x.value().dim(2)) - 1) * s + 1;
        int width = (window.outputWidth(x.value().dim(3)) - 1) * s + 1;
        return x.linear(
                t -> t.pad(2, p, p).pad(3, p, p).slice(2, top, top + height, s).slice(3, left, left + width, s));
    }
}
