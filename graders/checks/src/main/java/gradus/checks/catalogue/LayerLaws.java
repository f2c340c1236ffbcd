package gradus.checks.catalogue;

import static gradus.checks.catalogue.Algebra.equal;
import static gradus.checks.catalogue.Algebra.firstRow;

import gradus.checks.Case;
import gradus.checks.Law;
import gradus.checks.Row;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Laws of every layer whose rows are samples. */
final class LayerLaws {

    private LayerLaws() {}

    /** What holds for the forward pass and for each of these gradients. */
    static List<Law> of(Row forward, List<Row> gradients) {
        List<Law> laws = new ArrayList<>(List.of(alone(forward)));
        for (Row gradient : gradients) {
            laws.add(linear(gradient));
            laws.add(silent(gradient));
        }
        return laws;
    }

    private static Law alone(Row forward) {
        return new Law(
                "alone",
                forward,
                "A sample must come out the same whether it is alone or in a batch.",
                (trial, c, seed) -> {
                    Tensor batch = trial.forward(c);
                    Tensor alone = trial.forward(c.withX(firstRow(c.x())).withDy(firstRow(c.dy())));
                    return equal(firstRow(batch), alone);
                });
    }

    private static Law linear(Row gradient) {
        return new Law(
                "linear",
                gradient,
                "%s must be linear in the upstream gradient: that of 2a - 3b is twice that of a less three times that of b."
                        .formatted(gradient.symbol()),
                (trial, c, seed) -> {
                    Tensor a = c.dy();
                    Tensor b = Values.AWAY.draw(a.shape(), seed);
                    Tensor parts = trial.backward(c, gradient)
                            .times(2)
                            .minus(trial.backward(c.withDy(b), gradient).times(3));
                    Case mixed = c.withDy(a.times(2).minus(b.times(3)));
                    return equal(parts, trial.backward(mixed, gradient));
                });
    }

    private static Law silent(Row gradient) {
        return new Law(
                "silent",
                gradient,
                "An upstream gradient of zeros must give %s = 0.".formatted(gradient.symbol()),
                (trial, c, seed) -> {
                    Tensor d = trial.backward(c.withDy(c.dy().times(0)), gradient);
                    return equal(d.times(0), d);
                });
    }
}
