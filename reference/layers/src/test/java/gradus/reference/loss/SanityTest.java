package gradus.reference.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.tensor.IntTensor;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an untrained net must cost, before any training is worth its time. Source: lecture 6; endterm 2021. */
class SanityTest {
    @ParameterizedTest
    @CsvSource({"2, 0.693147", "10, 2.302585", "1000, 6.907755"})
    void many_classes_cost_the_logarithm_of_their_number(int classes, double expected) {
        Tensor x = Values.NORMAL.draw(1, 5, 3);
        IntTensor labels = IntTensor.of(0, 1, classes - 1, 0, 1);
        Tensor logits = new Affine(3, classes).forward(x);

        assertThat(new SoftmaxCrossEntropy().forward(logits, labels)).isCloseTo(expected, within(5e-7));
        assertThat(new CrossEntropy().forward(Tensor.full(Shape.of(5, classes), 1.0 / classes), labels))
                .isCloseTo(expected, within(5e-7));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void yes_or_no_costs_the_logarithm_of_two_whatever_the_batch(int samples) {
        Tensor x = Values.NORMAL.draw(1, samples, 3);
        Tensor y = Tensor.bernoulli(Shape.of(samples, 1), 0.3, new Seed(2));
        Tensor s = new Affine(3, 1).forward(x);

        assertThat(new SigmoidCrossEntropy(Reduction.MEAN_BATCH).forward(s, y)).isCloseTo(Math.log(2), within(1e-14));
        assertThat(new BinaryCrossEntropy(Reduction.MEAN_BATCH).forward(s.plus(0.5), y))
                .isCloseTo(Math.log(2), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void equal_scores_cost_a_hinge_of_one_for_every_rival(int classes) {
        int[] labels = IntStream.range(0, 7).map(n -> n % classes).toArray();

        assertThat(new Hinge().forward(Tensor.zeros(7, classes), IntTensor.of(labels)))
                .isEqualTo(classes - 1);
    }
}
