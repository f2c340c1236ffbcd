package gradus.reference;

import gradus.tensor.Window;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sizes for convolution and pooling, primes and no two alike: n images of c channels and h rows of w pixels, and m filters of kh rows of kw
 * weights, which fit three times as wide.
 */
public record Images(int n, int c, int m, int kh, int kw, int h, int w) {
    /** Every order of 2, 3, 5, 7 and 11 with the two large ones elsewhere than in the filter, lying or standing. */
    public static List<Images> all() {
        return Primes.all().stream()
                .filter(p -> p.t() <= 5 && p.k() <= 5)
                .flatMap(p -> Stream.of(of(p, 13, 17), of(p, 17, 13)))
                .toList();
    }

    public Window window() {
        return Window.of(kh, kw);
    }

    private static Images of(Primes p, int h, int w) {
        return new Images(p.n(), p.d(), p.m(), p.t(), p.k(), h, w);
    }
}
