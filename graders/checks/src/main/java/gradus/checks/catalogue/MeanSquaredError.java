package gradus.checks.catalogue;

import static gradus.checks.catalogue.Algebra.equal;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Law;
import gradus.checks.Row;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** L = (prediction - target)², reduced. */
final class MeanSquaredError {
    private static final Row FORWARD = Row.loss(1);
    private static final Row DX = Row.input("X", 1);

    private MeanSquaredError() {}

    static Exercise exercise() {
        return new Exercise(
                "loss/mean-squared-error",
                "Mean squared error",
                "lecture 3; lecture 7; endterm 2022, 6.2; mock 2020, III",
                "loss.MeanSquaredError",
                List.of(FORWARD, DX),
                new EveryReduction(),
                laws());
    }

    private static List<Law> laws() {
        return List.of(
                new Law(
                        "zero",
                        FORWARD,
                        "Where the prediction is the target, the loss must be 0.",
                        (trial, c, seed) -> equal(
                                0,
                                trial.forward(c.withX(target(c))).get(),
                                target(c).square().sum())),
                new Law(
                        "even",
                        FORWARD,
                        "Exchanging prediction and target must not change the loss.",
                        (trial, c, seed) ->
                                equal(trial.forward(c), trial.forward(c.withInputs(List.of(target(c), c.x()))))),
                new Law(
                        "quadratic",
                        FORWARD,
                        "Twice the error must give four times the loss.",
                        (trial, c, seed) -> equal(
                                trial.forward(c).times(4),
                                trial.forward(c.withX(c.x().times(2).minus(target(c)))))),
                new Law("euler", DX, "The sum of error * dX must be twice the loss.", (trial, c, seed) -> {
                    double loss = trial.forward(c).get();
                    return equal(2 * loss, c.x().minus(target(c)).dot(trial.backward(c, DX)), 2 * loss);
                }),
                new Law(
                        "proportional",
                        DX,
                        "Twice the error must give twice the gradient.",
                        (trial, c, seed) -> equal(
                                trial.backward(c, DX).times(2),
                                trial.backward(c.withX(c.x().times(2).minus(target(c))), DX))));
    }

    private static Tensor target(Case c) {
        return (Tensor) c.inputs().get(1);
    }

    /** Draws as other exercises do, with each of the reductions in turn. */
    private record EveryReduction() implements Exercise.Cases {
        private static final List<Values> FURTHER = Values.ORDINARY;

        @Override
        public List<Case> compared(Seed seed) {
            return all().stream().flatMap(one -> one.compared(seed).stream()).toList();
        }

        @Override
        public List<Exercise.Pair> smooth(Seed seed) {
            return all().stream().flatMap(one -> one.smooth(seed).stream()).toList();
        }

        private static List<Experiments> all() {
            return List.of(Reduction.values()).stream()
                    .map(EveryReduction::experiments)
                    .toList();
        }

        private static Experiments experiments(Reduction reduction) {
            return new Experiments(
                    (sizes, values, seed) -> build(reduction, sizes, values, seed.named(reduction.name())), FURTHER);
        }

        private static Case build(Reduction reduction, Sizes sizes, Values values, Seed seed) {
            Shape x = Shape.of(sizes.n(), sizes.d());
            return new Case(
                    "%s, prediction and target %s, %s, seed %d".formatted(reduction, x, values.words(), seed.value()),
                    List.of(reduction.name()),
                    Map.of(),
                    List.of(values.draw(x, seed.named("x")), values.draw(x, seed.named("target"))),
                    List.of());
        }
    }
}
