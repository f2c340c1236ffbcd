package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/**
 * A function along a line: φ(α) = f(x + α p), with φ'(α) = ∇f(x + α p) · p. Immutable, as long as nobody writes to x and p, which are kept by
 * reference and may have any one shape.
 *
 * <p>Source: lecture 5, optimal learning rate.
 *
 * @param x where α is 0
 * @param direction p, shaped like x
 */
public record Line(Objective f, Tensor x, Tensor direction) {
    /** x + α p. */
    public Tensor at(double rate) {
        return x.plus(direction.times(rate));
    }

    /** φ(α). */
    public double value(double rate) {
        return f.value(at(rate));
    }

    /** φ'(α). */
    public double slope(double rate) {
        return f.gradient(at(rate)).dot(direction);
    }
}
