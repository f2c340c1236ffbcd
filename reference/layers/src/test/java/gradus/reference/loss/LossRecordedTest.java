package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Recording;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LossRecordedTest {
    @TestFactory
    Stream<DynamicTest> losses_of_labels_answer_as_recorded() {
        return Stream.of(
                        cases("softmax-cross-entropy", recorded -> new SoftmaxCrossEntropy()),
                        cases("cross-entropy", recorded -> new CrossEntropy()),
                        cases("hinge", recorded -> new Hinge()),
                        cases("per-pixel", recorded -> new PerPixel(new SoftmaxCrossEntropy())),
                        cases(
                                "weighted-softmax-cross-entropy",
                                recorded -> new WeightedSoftmaxCrossEntropy(
                                        recorded.input(2), recorded.integer(0), recorded.real(1))))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> losses_of_tensors_answer_as_recorded() {
        return Stream.of(
                        reductions("mean-squared-error", MeanSquaredError::new),
                        reductions("mean-absolute-error", MeanAbsoluteError::new),
                        reductions("binary-cross-entropy", BinaryCrossEntropy::new),
                        reductions("sigmoid-cross-entropy", SigmoidCrossEntropy::new))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> huber_answers_as_recorded() {
        return tests(
                "huber",
                recorded -> recorded.holds(new Huber(recorded.real(1), reduction(recorded)), recorded.input(1)));
    }

    @TestFactory
    Stream<DynamicTest> kullback_leibler_answers_as_recorded() {
        return tests("kullback-leibler", recorded -> {
            KullbackLeibler loss = new KullbackLeibler();
            holds(recorded, "forward", loss.forward(recorded.input(0), recorded.input(1)));
            KullbackLeibler.Gradients gradients = loss.backward();
            holds(recorded, "backward.dmu", gradients.dmu());
            holds(recorded, "backward.dlogVariance", gradients.dlogVariance());
        });
    }

    @TestFactory
    Stream<DynamicTest> gaussian_sample_answers_as_recorded() {
        return tests("gaussian-sample", recorded -> {
            GaussianSample sample = new GaussianSample(new Seed(recorded.integer(0)));
            holds(recorded, "forward", sample.forward(recorded.input(0), recorded.input(1)));
            GaussianSample.Gradients gradients = sample.backward(recorded.upstream(0));
            holds(recorded, "backward.dmu", gradients.dmu());
            holds(recorded, "backward.dlogVariance", gradients.dlogVariance());
        });
    }

    @TestFactory
    Stream<DynamicTest> gan_losses_answer_as_recorded() {
        return tests("gan", recorded -> {
            DiscriminatorLoss discriminator = new DiscriminatorLoss();
            MinimaxGeneratorLoss minimax = new MinimaxGeneratorLoss();
            NonSaturatingGeneratorLoss lively = new NonSaturatingGeneratorLoss();
            holds(recorded, "discriminator", discriminator.forward(recorded.input(0), recorded.input(1)));
            holds(recorded, "discriminator.dreal", discriminator.backward().dreal());
            holds(recorded, "discriminator.dfake", discriminator.backward().dfake());
            holds(recorded, "minimax", minimax.forward(recorded.input(1)));
            holds(recorded, "minimax.dfake", minimax.backward());
            holds(recorded, "nonsaturating", lively.forward(recorded.input(1)));
            holds(recorded, "nonsaturating.dfake", lively.backward());
        });
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Loss<IntTensor>> loss) {
        return tests(name, recorded -> recorded.holds(loss.apply(recorded), recorded.integers(1)));
    }

    private static Stream<DynamicTest> reductions(String name, Function<Reduction, Loss<Tensor>> loss) {
        return tests(name, recorded -> recorded.holds(loss.apply(reduction(recorded)), recorded.input(1)));
    }

    private static Stream<DynamicTest> tests(String name, Consumer<Recording> test) {
        return DynamicTest.stream(Recording.of("loss/" + name), recorded -> name + ", " + recorded, test::accept);
    }

    private static Reduction reduction(Recording recorded) {
        return Reduction.valueOf(recorded.text(0));
    }

    private static void holds(Recording recorded, String row, double actual) {
        double expected = recorded.number(row);
        assertThat(actual).as(row).isCloseTo(expected, within(Recording.TOLERANCE * Math.abs(expected)));
    }

    private static void holds(Recording recorded, String row, Tensor actual) {
        assertThat(actual).as(row).isCloseTo(recorded.expected(row), Recording.TOLERANCE);
    }
}
