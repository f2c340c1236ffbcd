package gradus.reference.init;

import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Mean 0 and variance 2 / n, n the fan-in: a ReLU silences one half of what it is given, and so halves the mean square;
 * the 2 makes up for it. Uniform, that is U(±√(6 / n)).
 *
 * <p>n is D for a matrix (D, M) and C · KH · KW for filters (F, C, KH, KW).
 *
 * <p>Source: lecture 7, "Xavier/2"; endterm 2020, 2d; He et al. (2015), Delving deep into rectifiers.
 */
public record He(Distribution distribution) implements Initializer {
    /** The normal one. */
    public He() {
        this(Distribution.NORMAL);
    }

    /**
     * Draws the weights.
     *
     * @throws gradus.tensor.ShapeException if the shape has fewer than two axes
     */
    @Override
    public Tensor create(Shape shape, Seed seed) {
        int n = Fan.of("He", shape).in();
        return distribution.draw(shape, 2.0 / n, seed);
    }
}
