package gradus.checks.catalogue;

import static gradus.checks.catalogue.Algebra.equal;
import static gradus.checks.catalogue.Algebra.terms;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Law;
import gradus.checks.Row;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers that treat every entry for itself. */
final class Activations {
    private static final Row FORWARD = Row.forward(1);
    private static final Row DX = Row.input("X", 1);

    private Activations() {}

    static Exercise relu() {
        Law twice = new Law(
                "parts",
                FORWARD,
                "relu(x) - relu(-x) must be x.",
                (trial, c, seed) -> equal(c.x(), trial.forward(c).minus(trial.forward(c.withX(c.x().negate())))));
        Law euler = new Law("euler", DX, "The sum of x * dX must equal the sum of y * dY.", (trial, c, seed) -> {
            Tensor y = trial.forward(c);
            return equal(y.dot(c.dy()), c.x().dot(trial.backward(c, DX)), terms(y, c.dy()));
        });
        return exercise(
                "activation/relu", "ReLU", "lecture 4; lecture 7; endterm 2020, 6d", "activation.Relu", twice, euler);
    }

    static Exercise sigmoid() {
        return exercise(
                "activation/sigmoid",
                "Sigmoid",
                "lecture 4; lecture 7; winter 2022, 6.1-6.3",
                "activation.Sigmoid",
                ElementwiseLaws.mirrored(FORWARD, "sigmoid(-x) must be 1 - sigmoid(x).", Tensor::oneMinus),
                ElementwiseLaws.evenSlope(DX));
    }

    static Exercise tanh() {
        return exercise(
                "activation/tanh",
                "Hyperbolic tangent",
                "lecture 7; lecture 11",
                "activation.Tanh",
                ElementwiseLaws.mirrored(FORWARD, "tanh(-x) must be -tanh(x).", Tensor::negate),
                new Law("sigmoid", FORWARD, "tanh(x) must be 2 sigmoid(2x) - 1.", (trial, c, seed) -> {
                    Tensor sigmoid = c.x().times(-2).exp().plus(1).reciprocal();
                    return equal(sigmoid.times(2).minus(1), trial.forward(c));
                }),
                ElementwiseLaws.evenSlope(DX));
    }

    private static Exercise exercise(String id, String title, String source, String type, Law... own) {
        List<Law> laws = new ArrayList<>(LayerLaws.of(FORWARD, List.of(DX)));
        laws.add(ElementwiseLaws.separate(DX));
        laws.addAll(List.of(own));
        return new Exercise(id, title, source, type, List.of(FORWARD, DX), experiments(), laws);
    }

    private static Experiments experiments() {
        return new Experiments(Activations::build, Values.EXTREME);
    }

    /** A layer without parameters: x and dy are (N, D). */
    static Case build(Sizes sizes, Values values, Seed seed) {
        Shape x = Shape.of(sizes.n(), sizes.d());
        return new Case(
                "x %s, %s, seed %d".formatted(x, values.words(), seed.value()),
                List.of(),
                Map.of(),
                List.of(values.draw(x, seed.named("x"))),
                List.of(Values.AWAY.draw(x, seed.named("dy"))));
    }
}
