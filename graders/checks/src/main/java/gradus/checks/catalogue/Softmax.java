package gradus.checks.catalogue;

import static gradus.checks.catalogue.Algebra.equal;
import static gradus.checks.catalogue.Algebra.reversed;
import static gradus.checks.catalogue.Algebra.terms;
import static gradus.checks.catalogue.Algebra.vanishing;

import gradus.checks.Exercise;
import gradus.checks.Law;
import gradus.checks.Row;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** y = exp(x) / sum of exp(x) over the last axis. */
final class Softmax {
    private static final Row FORWARD = Row.forward(1);
    private static final Row DX = Row.input("X", 2);

    private Softmax() {}

    static Exercise exercise() {
        return new Exercise(
                "activation/softmax",
                "Softmax",
                "lecture 7; endterm 2021, 5.4-5.5",
                "activation.Softmax",
                List.of(FORWARD, DX),
                new Experiments(Activations::build, Values.EXTREME),
                laws());
    }

    private static List<Law> laws() {
        List<Law> laws = new ArrayList<>(LayerLaws.of(FORWARD, List.of(DX)));
        laws.add(new Law("rows-sum-to-1", FORWARD, "Each row of y must sum to 1.", (trial, c, seed) -> {
            Tensor sums = trial.forward(c).sum(1);
            return equal(Tensor.ones(sums.shape()), sums);
        }));
        laws.add(new Law(
                "shift",
                FORWARD,
                "Adding a number to a whole row of x must not change y.",
                (trial, c, seed) -> equal(
                        trial.forward(c),
                        trial.forward(c.withX(c.x().plus(c.x().meanKeep(1).times(3)))))));
        laws.add(new Law(
                "permutation",
                FORWARD,
                "Reordering the columns of x must reorder those of y.",
                (trial, c, seed) -> equal(reversed(trial.forward(c)), trial.forward(c.withX(reversed(c.x()))))));
        laws.add(new Law("log-ratio", FORWARD, "log(y_i / y_j) must be x_i - x_j.", (trial, c, seed) -> {
            Tensor logs = trial.forward(c).log();
            return equal(c.x().minus(reversed(c.x())), logs.minus(reversed(logs)));
        }));
        laws.add(new Law(
                "two-classes",
                FORWARD,
                "With two classes, the first column of y must be sigmoid(x_0 - x_1).",
                (trial, c, seed) -> {
                    Tensor pair = c.x().slice(1, 0, 2);
                    Tensor odds = pair.select(1, 1).minus(pair.select(1, 0)).exp();
                    Tensor y = trial.forward(c.withX(pair).withDy(c.dy().slice(1, 0, 2)));
                    return equal(odds.plus(1).reciprocal(), y.select(1, 0));
                }));
        laws.add(new Law("rows-sum-to-0", DX, "Each row of dX must sum to 0.", (trial, c, seed) -> {
            Tensor dx = trial.backward(c, DX);
            return vanishing(dx.sum(1), dx);
        }));
        laws.add(new Law(
                "constant",
                DX,
                "Adding a number to a whole row of dY must not change dX.",
                (trial, c, seed) ->
                        equal(trial.backward(c, DX), trial.backward(c.withDy(c.dy().plus(c.x().meanKeep(1))), DX))));
        laws.add(new Law("symmetric", DX, "The Jacobian of softmax must be symmetric.", (trial, c, seed) -> {
            Tensor h = Values.AWAY.draw(c.dy().shape(), seed);
            Tensor jg = trial.backward(c, DX);
            Tensor jh = trial.backward(c.withDy(h), DX);
            return equal(jg.dot(h), jh.dot(c.dy()), terms(jg, h));
        }));
        return laws;
    }
}
