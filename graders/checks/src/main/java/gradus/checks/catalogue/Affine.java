package gradus.checks.catalogue;

import static gradus.checks.catalogue.Algebra.equal;
import static gradus.checks.catalogue.Algebra.row;
import static gradus.checks.catalogue.Algebra.terms;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Law;
import gradus.checks.Law.Sides;
import gradus.checks.Row;
import gradus.checks.Trial;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** y = x w + b. */
final class Affine {
    private static final Row FORWARD = Row.forward(1);
    private static final Row DX = Row.input("X", 1);
    private static final Row DW = Row.parameter("W", "w", 1);
    private static final Row DB = Row.parameter("b", "b", 1);

    private Affine() {}

    static Exercise exercise() {
        return new Exercise(
                "dense/affine",
                "Affine layer",
                "matrix derivatives, 3; lecture 3; endterm 2022, 2.2-2.3; winter 2022, 6.4",
                "dense.Affine",
                List.of(FORWARD, DX, DW, DB),
                new Experiments(Affine::build, Values.ORDINARY),
                laws());
    }

    private static Case build(Sizes sizes, Values values, Seed seed) {
        Shape x = Shape.of(sizes.n(), sizes.d());
        Shape w = Shape.of(sizes.d(), sizes.m());
        Shape b = Shape.of(sizes.m());
        return new Case(
                "x %s, w %s, b %s, %s, seed %d".formatted(x, w, b, values.words(), seed.value()),
                List.of(sizes.d(), sizes.m()),
                Map.of("w", Values.AWAY.draw(w, seed.named("w")), "b", Values.AWAY.draw(b, seed.named("b"))),
                List.of(values.draw(x, seed.named("x"))),
                List.of(Values.AWAY.draw(Shape.of(sizes.n(), sizes.m()), seed.named("dy"))));
    }

    private static List<Law> laws() {
        List<Law> laws = new ArrayList<>(LayerLaws.of(FORWARD, List.of(DX, DW, DB)));
        laws.add(new Law("bias-only", FORWARD, "Where x is zero, every row of y must be b.", (trial, c, seed) -> {
            Tensor y = trial.forward(c.withX(c.x().times(0)));
            return equal(bias(c).broadcastTo(y.shape()), y);
        }));
        laws.add(new Law("zero", FORWARD, "With w = 0 and b = 0, y must be 0.", (trial, c, seed) -> {
            Tensor y = trial.forward(c.withParameters(Map.of("w", weight(c).times(0), "b", bias(c).times(0))));
            return equal(y.times(0), y);
        }));
        laws.add(new Law(
                "identity",
                FORWARD,
                "With the identity matrix as w and b = 0, y must be x.",
                (trial, c, seed) -> equal(c.x(), trial.forward(identity(c)))));
        laws.add(adjoint(DX, "With b = 0, the sum of x * dX must equal the sum of y * dY.", Case::x));
        laws.add(adjoint(DW, "With b = 0, the sum of w * dW must equal the sum of y * dY.", Affine::weight));
        laws.add(new Law(
                "adjoint", DB, "Where x is zero, the sum of b * db must equal the sum of y * dY.", (t, c, seed) -> {
                    Case still = c.withX(c.x().times(0));
                    Tensor y = t.forward(still);
                    return equal(y.dot(c.dy()), bias(c).dot(t.backward(still, DB)), terms(y, c.dy()));
                }));
        laws.add(additive(DW));
        laws.add(additive(DB));
        return laws;
    }

    private static Case identity(Case c) {
        int d = c.x().dim(1);
        return new Case(
                c.text(),
                List.of(d, d),
                Map.of("w", Tensor.eye(d), "b", Tensor.zeros(d)),
                c.inputs(),
                List.of(Tensor.zeros(c.x().shape())));
    }

    private static Tensor weight(Case c) {
        return c.parameter("w");
    }

    private static Tensor bias(Case c) {
        return c.parameter("b");
    }

    private static Law adjoint(Row gradient, String sentence, Function<Case, Tensor> variable) {
        return new Law("adjoint", gradient, sentence, (trial, c, seed) -> {
            Case unbiased = c.withParameters(Map.of("w", weight(c), "b", bias(c).times(0)));
            Tensor y = trial.forward(unbiased);
            double claimed = variable.apply(c).dot(trial.backward(unbiased, gradient));
            return equal(y.dot(c.dy()), claimed, terms(y, c.dy()));
        });
    }

    private static Law additive(Row gradient) {
        String sentence =
                "%s of a batch must be the sum of what each of its rows gives alone.".formatted(gradient.symbol());
        return new Law("additive", gradient, sentence, (trial, c, seed) -> sumOfRows(trial, c, gradient));
    }

    private static Sides sumOfRows(Trial trial, Case c, Row gradient) {
        Tensor whole = trial.backward(c, gradient);
        Tensor sum = whole.times(0);
        for (int i = 0; i < c.x().dim(0); i++) {
            Case single = c.withX(row(c.x(), i)).withDy(row(c.dy(), i));
            sum = sum.plus(trial.backward(single, gradient));
        }
        return equal(sum, whole);
    }
}
