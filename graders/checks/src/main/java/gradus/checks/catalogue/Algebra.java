package gradus.checks.catalogue;

import gradus.checks.Law.Sides;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** Words in which laws are written. */
final class Algebra {

    private Algebra() {}

    /** Two tensors that must be equal. */
    static Sides equal(Tensor expected, Tensor actual) {
        return new Sides(expected, actual, expected.abs().sum());
    }

    /** Two numbers that must be equal; {@code magnitude} is that of the terms behind them. */
    static Sides equal(double expected, double actual, double magnitude) {
        return new Sides(number(expected), number(actual), magnitude);
    }

    /** A tensor that must vanish; {@code terms} is what cancels. */
    static Sides vanishing(Tensor actual, Tensor terms) {
        return new Sides(actual.times(0), actual, terms.abs().sum());
    }

    static Tensor number(double value) {
        return Tensor.full(Shape.of(), value);
    }

    /** The sum of |a b|: the magnitude of the terms of &lt;a, b&gt;. */
    static double terms(Tensor a, Tensor b) {
        return a.times(b).abs().sum();
    }

    /** Row i as a tensor (1, D). */
    static Tensor row(Tensor x, int i) {
        return x.slice(0, i, i + 1);
    }

    /** The first row of x, on its own. */
    static Tensor firstRow(Tensor x) {
        return row(x, 0);
    }

    /** The columns in reverse order: a permutation that is never the identity. */
    static Tensor reversed(Tensor x) {
        return x.flip(1);
    }
}
