package gradus.checks.catalogue;

import static gradus.checks.catalogue.Algebra.equal;

import gradus.checks.Law;
import gradus.checks.Row;
import gradus.tensor.Tensor;
import java.util.function.UnaryOperator;

/** Laws of layers that treat every entry for itself. */
final class ElementwiseLaws {

    private ElementwiseLaws() {}

    /** y(-x) follows from y(x). */
    static Law mirrored(Row forward, String sentence, UnaryOperator<Tensor> image) {
        return new Law("mirrored", forward, sentence, (trial, c, seed) -> {
            Tensor y = trial.forward(c);
            return equal(image.apply(y), trial.forward(c.withX(c.x().negate())));
        });
    }

    /** The slope at -x is the slope at x. */
    static Law evenSlope(Row gradient) {
        return new Law(
                "even-slope",
                gradient,
                "The slope at -x must be the slope at x.",
                (trial, c, seed) ->
                        equal(trial.backward(c, gradient), trial.backward(c.withX(c.x().negate()), gradient)));
    }

    /** An upstream gradient at one entry reaches that entry only. */
    static Law separate(Row gradient) {
        return new Law(
                "separate",
                gradient,
                "An upstream gradient at one entry must reach that entry of dX only.",
                (trial, c, seed) -> {
                    Tensor full = trial.backward(c, gradient);
                    Tensor one = c.dy().times(0);
                    one.set(0, 0, c.dy().get(0, 0));
                    Tensor expected = full.times(0);
                    expected.set(0, 0, full.get(0, 0));
                    return equal(expected, trial.backward(c.withDy(one), gradient));
                });
    }
}
