package gradus.reference.init;

import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * U(-a, a) with a = √(3/n), n the fan-in: its variance a²/3 is the 1/n of {@link XavierNormal}. It follows from Var(w x) =
 * Var(w) Var(x) for independent w and x of mean 0.
 *
 * <p>n is D for a matrix (D, M) and C · KH · KW for filters (F, C, KH, KW).
 *
 * <p>Source: endterm 2020, 8f, whose hint prints Var(x + y) where Var(x y) is meant.
 */
public record XavierUniform() implements Initializer {
    /**
     * Draws the weights.
     *
     * @throws gradus.tensor.ShapeException if the shape has fewer than two axes
     */
    @Override
    public Tensor create(Shape shape, Seed seed) {
        int n = Fan.of("XavierUniform", shape).in();
        return Distribution.UNIFORM.draw(shape, 1.0 / n, seed);
    }
}
