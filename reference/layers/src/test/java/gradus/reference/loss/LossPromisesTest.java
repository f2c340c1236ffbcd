package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every loss that is a mean over samples promises, whatever it measures. */
class LossPromisesTest {
    private static final IntTensor LABELS = IntTensor.of(2, 0, 6, 3, 3);

    private record Sample<T>(
            String name, Supplier<Loss<T>> loss, Tensor prediction, T target, T twice, T none, T alone) {
        Tensor empty() {
            return Tensor.zeros(prediction.shape().with(0, 0));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Sample<?>> samples() {
        Tensor normal = Values.NORMAL.draw(1, 5, 7);
        Tensor fractions =
                Tensor.uniform(Shape.of(5, 7), new Seed(2)).times(0.8).plus(0.1);
        Tensor weights = Tensor.uniform(Shape.of(7), new Seed(3)).plus(0.5);
        return Stream.of(
                entrywise("squared", () -> new MeanSquaredError(Reduction.MEAN_BATCH), normal),
                entrywise("absolute", () -> new MeanAbsoluteError(Reduction.MEAN_BATCH), normal),
                entrywise("huber", () -> new Huber(0.7, Reduction.MEAN_BATCH), normal),
                entrywise("binary", () -> new BinaryCrossEntropy(Reduction.MEAN_BATCH), fractions),
                entrywise("binary, all", () -> new BinaryCrossEntropy(Reduction.MEAN_ALL), fractions),
                entrywise("sigmoid", () -> new SigmoidCrossEntropy(Reduction.MEAN_BATCH), normal),
                labelled("probabilities", CrossEntropy::new, fractions),
                labelled("softmax", SoftmaxCrossEntropy::new, normal),
                labelled("hinge", Hinge::new, normal),
                labelled("weighted", () -> new WeightedSoftmaxCrossEntropy(weights, -1, 0.1), normal),
                pixels());
    }

    private static Sample<Tensor> entrywise(String name, Supplier<Loss<Tensor>> loss, Tensor prediction) {
        Tensor target = Tensor.uniform(Shape.of(5, 7), new Seed(4));
        return new Sample<>(
                name,
                loss,
                prediction,
                target,
                Tensor.concat(0, target, target),
                Tensor.zeros(0, 7),
                target.slice(0, 0, 1));
    }

    private static Sample<IntTensor> labelled(String name, Supplier<Loss<IntTensor>> loss, Tensor prediction) {
        IntTensor twice = IntTensor.of(2, 0, 6, 3, 3, 2, 0, 6, 3, 3);
        return new Sample<>(name, loss, prediction, LABELS, twice, IntTensor.of(), IntTensor.of(2));
    }

    private static Sample<IntTensor> pixels() {
        return new Sample<>(
                "pixels",
                () -> new PerPixel(new SoftmaxCrossEntropy()),
                Values.NORMAL.draw(1, 2, 7, 1, 3),
                IntTensor.of(Shape.of(2, 1, 3), 2, 0, 6, 3, 3, 1),
                IntTensor.of(Shape.of(4, 1, 3), 2, 0, 6, 3, 3, 1, 2, 0, 6, 3, 3, 1),
                IntTensor.of(Shape.of(0, 1, 3)),
                IntTensor.of(Shape.of(1, 1, 3), 2, 0, 6));
    }

    private static Stream<DynamicTest> each(Consumer<Sample<?>> test) {
        return DynamicTest.stream(samples(), Sample::toString, test::accept);
    }

    @TestFactory
    Stream<DynamicTest> predictions_are_only_read() {
        return each(LossPromisesTest::readsOnly);
    }

    private static <T> void readsOnly(Sample<T> sample) {
        Loss<T> loss = sample.loss.get();
        Tensor before = sample.prediction.copy();
        loss.forward(sample.prediction, sample.target);
        loss.backward();

        assertThat(sample.prediction).hasEntriesOf(before);
    }

    @TestFactory
    Stream<DynamicTest> backward_answers_twice_the_same_in_tensors_of_their_own() {
        return each(LossPromisesTest::repeats);
    }

    private static <T> void repeats(Sample<T> sample) {
        Loss<T> loss = sample.loss.get();
        loss.forward(sample.prediction, sample.target);
        Tensor first = loss.backward();
        Tensor copy = first.copy();
        first.fill(7);

        assertThat(loss.backward()).hasEntriesOf(copy);
    }

    @TestFactory
    Stream<DynamicTest> backward_before_any_forward_is_refused_by_name() {
        return each(sample -> refusedBeforeForward(sample.loss.get(), sample.loss.get()::backward));
    }

    @Test
    void backward_before_any_forward_is_refused_by_what_is_no_loss_of_one_prediction() {
        KullbackLeibler divergence = new KullbackLeibler();
        refusedBeforeForward(divergence, divergence::backward);
        GaussianSample drawn = new GaussianSample(new Seed(1));
        refusedBeforeForward(drawn, () -> drawn.backward(Tensor.zeros(5, 7)));
        SigmoidCrossEntropy inside = new SigmoidCrossEntropy(Reduction.MEAN_ALL);
        refusedBeforeForward(inside, new DiscriminatorLoss()::backward);
        refusedBeforeForward(inside, new MinimaxGeneratorLoss()::backward);
        refusedBeforeForward(inside, new NonSaturatingGeneratorLoss()::backward);
    }

    private static void refusedBeforeForward(Object named, ThrowingCallable backward) {
        assertThatThrownBy(backward)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(named.getClass().getSimpleName() + ".backward: no forward pass yet. Call forward first.");
    }

    @TestFactory
    Stream<DynamicTest> a_new_forward_replaces_what_was_kept() {
        return each(LossPromisesTest::replaces);
    }

    private static <T> void replaces(Sample<T> sample) {
        Loss<T> loss = sample.loss.get();
        loss.forward(sample.prediction, sample.target);
        Tensor alone = loss.backward();
        loss.forward(sample.prediction.slice(0, 0, 1), sample.alone);
        loss.forward(sample.prediction, sample.target);

        assertThat(loss.backward()).hasEntriesOf(alone);
    }

    @TestFactory
    Stream<DynamicTest> a_batch_seen_twice_costs_the_same_and_halves_the_gradient() {
        return each(LossPromisesTest::halves);
    }

    private static <T> void halves(Sample<T> sample) {
        Loss<T> loss = sample.loss.get();
        double once = loss.forward(sample.prediction, sample.target);
        Tensor half = loss.backward().divide(2);
        double twice = loss.forward(Tensor.concat(0, sample.prediction, sample.prediction), sample.twice);

        assertThat(twice).isCloseTo(once, within(1e-14 * once));
        assertThat(loss.backward()).isCloseTo(Tensor.concat(0, half, half), 1e-14);
    }

    @TestFactory
    Stream<DynamicTest> an_empty_batch_has_no_mean_and_an_empty_gradient() {
        return each(LossPromisesTest::meanOfNothing);
    }

    private static <T> void meanOfNothing(Sample<T> sample) {
        Loss<T> loss = sample.loss.get();

        assertThat(loss.forward(sample.empty(), sample.none)).isNaN();
        assertThat(loss.backward()).hasEntriesOf(sample.empty());
    }

    @TestFactory
    Stream<DynamicTest> a_sample_alone_is_a_batch() {
        return each(LossPromisesTest::standsAlone);
    }

    private static <T> void standsAlone(Sample<T> sample) {
        Tensor first = sample.prediction.slice(0, 0, 1);
        Loss<T> loss = sample.loss.get();
        double value = loss.forward(first, sample.alone);
        Tensor gradient = loss.backward();

        assertThat(value).isPositive();
        assertThat(gradient.shape()).isEqualTo(first.shape());
        assertThat(loss.forward(first.minus(gradient.times(1e-3)), sample.alone))
                .isLessThan(value);
    }
}
