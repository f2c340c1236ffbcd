package gradus.reference.init;

import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * N(0, 1/n), n the fan-in: a sum of n products w x then has the variance n · Var(w) · Var(x) = Var(x), and signals keep
 * their size through linear layers, and nearly so through tanh.
 *
 * <p>n is D for a matrix (D, M) and C · KH · KW for filters (F, C, KH, KW).
 *
 * <p>Source: lecture 7; endterm 2020, 2c; endterm 2021, 2.4. The paper averages fan-in and fan-out: {@link Glorot}.
 */
public record XavierNormal() implements Initializer {
    /**
     * Draws the weights.
     *
     * @throws gradus.tensor.ShapeException if the shape has fewer than two axes
     */
    @Override
    public Tensor create(Shape shape, Seed seed) {
        int n = Fan.of("XavierNormal", shape).in();
        return Distribution.NORMAL.draw(shape, 1.0 / n, seed);
    }
}
