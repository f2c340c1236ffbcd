package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Softmax;
import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossEntropyTest {
    private final CrossEntropy loss = new CrossEntropy();

    /** Lecture 7 and CS182: the probabilities of the scores 3.2, 5.1, -1.7; CS182 prints 0.89, a decimal logarithm. */
    @Test
    void works_out_the_picture_of_the_lecture() {
        Tensor p = new Softmax().forward(Tensor.of(new double[][] {{3.2, 5.1, -1.7}}));

        assertThat(p).isWithin(Tensor.of(new double[][] {{0.13, 0.87, 0.00}}), 5e-3);
        assertThat(loss.forward(p, IntTensor.of(0))).isCloseTo(2.04036, within(5e-6));
    }

    /** p = 1/2 and 1/8 at the right classes: the mean of one and three halvings. */
    @Test
    void works_out_a_batch_by_hand() {
        Tensor p = Tensor.of(new double[][] {{0.5, 0.25, 0.25}, {0.125, 0.125, 0.75}});

        assertThat(loss.forward(p, IntTensor.of(0, 1))).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{-1, 0, 0}, {0, -4, 0}}));
    }

    @Property(seed = "2026", tries = 50)
    void is_the_sum_of_one_hot_rows_times_logarithms(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor p = rows(dims, seed, values);
        Tensor oneHot = Relabelled.oneHot(labels, dims.d());

        assertThat(loss.forward(p, labels)).isCloseTo(-oneHot.dot(p.log()) / dims.n(), within(1e-14));
        assertThat(loss.backward()).isCloseTo(oneHot.divide(p).divide(-dims.n()), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void only_the_right_classes_are_pushed(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        loss.forward(rows(dims, seed, values), labels);

        Tensor gradient = loss.backward();

        assertThat(gradient.less(0).sum(1)).hasEntriesOf(Tensor.ones(dims.n()));
        assertThat(gradient.pick(labels).less(0)).hasEntriesOf(Tensor.ones(dims.n()));
        assertThat(gradient.greater(0).sum()).isZero();
    }

    @Property(seed = "2026", tries = 50)
    void through_softmax_it_is_the_fused_loss(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d()).divide(100); // so that no probability is 0
        Softmax softmax = new Softmax();
        SoftmaxCrossEntropy fused = new SoftmaxCrossEntropy();
        double expected = fused.forward(logits, labels);

        assertThat(loss.forward(softmax.forward(logits), labels)).isCloseTo(expected, within(1e-14 * expected));
        assertThat(softmax.backward(loss.backward())).isWithin(fused.backward(), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void labels_may_be_renamed_with_their_columns(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor p = rows(dims, seed, values);
        double expected = loss.forward(p, labels);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(p.flip(1), Relabelled.mirrored(labels, dims.d())))
                .isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(gradient.flip(1));
    }

    @Test
    void a_sure_and_right_answer_costs_nothing() {
        assertThat(loss.forward(Tensor.of(new double[][] {{0, 1, 0}}), IntTensor.of(1)))
                .isEqualTo(0.0);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{0, -1, 0}}));
    }

    @Test
    void a_right_class_held_impossible_costs_infinitely_much() {
        assertThat(loss.forward(Tensor.of(new double[][] {{0, 1, 0}, {1, 0, 0}}), IntTensor.of(0, 0)))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(loss.backward().toArray()).containsExactly(Double.NEGATIVE_INFINITY, 0, 0, -0.5, 0, 0);
    }

    @Test
    void a_nearly_impossible_class_is_exact() {
        assertThat(loss.forward(Tensor.of(new double[][] {{1e-300, 1}}), IntTensor.of(0)))
                .isCloseTo(300 * Math.log(10), within(1e-12));
    }

    @Test
    void refuses_another_number_of_labels() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), IntTensor.of(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("CrossEntropy.forward: labels: expected shape (5) but got (2).");
    }

    @Test
    void refuses_what_is_no_matrix() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5), IntTensor.of(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("CrossEntropy.forward: p: expected shape (any, any) but got (5).");
    }

    @ParameterizedTest
    @CsvSource({"3", "-1"})
    void refuses_a_label_that_names_no_class(int label) {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(2, 3), IntTensor.of(0, label)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CrossEntropy.forward: labels: expected numbers from 0 to 2 but got " + label + ".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, -0.5, Double.NaN})
    void refuses_what_is_no_probability(double odd) {
        assertThatThrownBy(() -> loss.forward(Tensor.of(new double[][] {{0.5, odd}}), IntTensor.of(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CrossEntropy.forward: p: expected probabilities from 0 to 1 but got " + odd + ".");
    }

    /** Rows with the sum 1, no entry near 0. */
    private static Tensor rows(Primes dims, long seed, Values values) {
        Tensor positive = values.draw(seed, dims.n(), dims.d()).tanh().plus(1.1);
        return positive.divide(positive.sumKeep(1));
    }
}
