package gradus.checks.catalogue;

import static gradus.checks.catalogue.Algebra.equal;
import static gradus.checks.catalogue.Algebra.number;
import static gradus.checks.catalogue.Algebra.vanishing;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Law;
import gradus.checks.Row;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** L = mean over the rows of log(sum of exp(x)) - x at the label. */
final class SoftmaxCrossEntropy {
    private static final Row FORWARD = Row.loss(2);
    private static final Row DX = Row.input("X", 2);

    private SoftmaxCrossEntropy() {}

    static Exercise exercise() {
        return new Exercise(
                "loss/softmax-cross-entropy",
                "Softmax cross-entropy",
                "lecture 7; endterm 2021, 5.5-5.7",
                "loss.SoftmaxCrossEntropy",
                List.of(FORWARD, DX),
                new Experiments(SoftmaxCrossEntropy::build, Values.EXTREME),
                laws());
    }

    private static Case build(Sizes sizes, Values values, Seed seed) {
        Shape x = Shape.of(sizes.n(), sizes.d());
        int[] labels = IntStream.range(0, sizes.n())
                .map(i -> (int) (seed.named("labels").uniform(i) * sizes.d()))
                .toArray();
        return new Case(
                "logits %s, labels (%d), %s, seed %d".formatted(x, sizes.n(), values.words(), seed.value()),
                List.of(),
                Map.of(),
                List.of(values.draw(x, seed.named("x")), IntTensor.of(labels)),
                List.of());
    }

    private static List<Law> laws() {
        return List.of(
                new Law("uniform", FORWARD, "With equal logits the loss must be ln C.", (trial, c, seed) -> {
                    Tensor loss = trial.forward(c.withX(c.x().times(0)));
                    return equal(number(Math.log(c.x().dim(1))), loss);
                }),
                new Law(
                        "shift",
                        FORWARD,
                        "Adding a number to a whole row of logits must not change the loss.",
                        (trial, c, seed) -> equal(
                                trial.forward(c),
                                trial.forward(
                                        c.withX(c.x().plus(c.x().meanKeep(1).times(3)))))),
                new Law(
                        "duplicate",
                        FORWARD,
                        "Every sample twice must give the same loss: it is a mean.",
                        (trial, c, seed) -> equal(trial.forward(c), trial.forward(twice(c)))),
                new Law(
                        "two-classes",
                        FORWARD,
                        "With two classes, the loss must be the mean of log(1 + exp(other logit - logit of the label)).",
                        (trial, c, seed) -> {
                            Tensor pair = c.x().slice(1, 0, 2);
                            Tensor margin = pair.select(1, 1).minus(pair.select(1, 0));
                            IntTensor zeros = IntTensor.of(new int[pair.dim(0)]);
                            return equal(
                                    number(margin.exp().log1p().mean()),
                                    trial.forward(c.withInputs(List.of(pair, zeros))));
                        }),
                new Law("rows-sum-to-0", DX, "Each row of dX must sum to 0.", (trial, c, seed) -> {
                    Tensor dx = trial.backward(c, DX);
                    return vanishing(dx.sum(1), dx);
                }),
                new Law(
                        "duplicate",
                        DX,
                        "Every sample twice must halve each gradient: the loss is a mean.",
                        (trial, c, seed) -> equal(
                                trial.backward(c, DX),
                                trial.backward(twice(c), DX).times(2).slice(0, 0, c.x().dim(0)))),
                new Law(
                        "one-target",
                        DX,
                        "Exactly one entry of each row of dX, that of the label, must be negative.",
                        (trial, c, seed) -> {
                            Tensor negative = trial.backward(c, DX).less(0);
                            Tensor target = negative.times(0);
                            target.addPick(labels(c), Tensor.ones(c.x().dim(0)));
                            return equal(target, negative);
                        }));
    }

    private static IntTensor labels(Case c) {
        return (IntTensor) c.inputs().get(1);
    }

    private static Case twice(Case c) {
        int[] labels = labels(c).toArray();
        int[] doubled = IntStream.range(0, 2 * labels.length)
                .map(i -> labels[i % labels.length])
                .toArray();
        return c.withInputs(List.of(Tensor.concat(0, c.x(), c.x()), IntTensor.of(doubled)));
    }
}
