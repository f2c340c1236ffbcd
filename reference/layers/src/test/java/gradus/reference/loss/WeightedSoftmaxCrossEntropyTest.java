package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedSoftmaxCrossEntropyTest {
    private static final double LN2 = Math.log(2);

    /** p = (1/4, 3/4) in both rows; weights 1 and 3: (1 · ln 4 + 3 · ln 4/3) / 4. */
    @Test
    void works_out_weights_by_hand() {
        Tensor logits = Tensor.of(new double[][] {{0, Math.log(3)}, {0, Math.log(3)}});
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.of(1, 3), -1, 0);

        assertThat(loss.forward(logits, IntTensor.of(0, 1)))
                .isCloseTo((2 * LN2 + 3 * Math.log(4.0 / 3)) / 4, within(1e-15));
        assertThat(loss.backward()).isWithin(Tensor.of(new double[][] {{-0.1875, 0.1875}, {0.1875, -0.1875}}), 1e-15);
    }

    /** With ε = 0.4 the target is (0.8, 0.2), p = (1/4, 3/4). */
    @Test
    void works_out_smoothing_by_hand() {
        Tensor logits = Tensor.of(new double[][] {{0, Math.log(3)}});
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.ones(2), -1, 0.4);

        assertThat(loss.forward(logits, IntTensor.of(0)))
                .isCloseTo(0.8 * Math.log(4) + 0.2 * Math.log(4.0 / 3), within(1e-15));
        assertThat(loss.backward()).isWithin(Tensor.of(new double[][] {{-0.55, 0.55}}), 1e-15);
    }

    /** The divisor counts the labels that count: two of three. */
    @ParameterizedTest
    @ValueSource(ints = {-1, -100, 7, 1})
    void ignored_samples_count_nowhere(int ignored) {
        Tensor logits = Tensor.of(new double[][] {{0, 0, 0}, {5, -3, 2}, {0, 0, 0}});
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.ones(3), ignored, 0);

        assertThat(loss.forward(logits, IntTensor.of(0, ignored, 2))).isCloseTo(Math.log(3), within(1e-15));
        assertThat(loss.backward())
                .isWithin(
                        Tensor.of(new double[][] {{-1, 0.5, 0.5}, {0, 0, 0}, {0.5, 0.5, -1}})
                                .divide(3),
                        1e-15);
    }

    @Test
    void a_loss_of_nothing_is_no_number() {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.ones(3), -1, 0.1);

        assertThat(loss.forward(Tensor.zeros(2, 3), IntTensor.of(-1, -1))).isNaN();
        assertThat(loss.backward().toArray()).hasSize(6).containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 2000", "0.1, 0, 100", "0.1, 1, 1900"})
    void is_finite_and_right_far_out(double smoothing, int label, double expected) {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.ones(2), -1, smoothing);

        assertThat(loss.forward(Tensor.of(new double[][] {{1000, -1000}}), IntTensor.of(label)))
                .isCloseTo(expected, within(1e-12));
        double right = label == 0 ? smoothing / 2 : 1 - smoothing / 2;
        assertThat(loss.backward()).isWithin(Tensor.of(new double[][] {{right, -right}}), 1e-15);
    }

    @Test
    void a_class_ruled_out_by_its_logit_does_no_harm_where_it_does_not_count() {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.of(1, 1, 0), -1, 0);
        Tensor logits = Tensor.of(new double[][] {{0, 0, Double.NEGATIVE_INFINITY}});

        assertThat(loss.forward(logits, IntTensor.of(1))).isCloseTo(LN2, within(1e-15));
        assertThat(loss.backward()).isWithin(Tensor.of(new double[][] {{0.5, -0.5, 0}}), 1e-15);
    }

    @Test
    void weights_and_logits_are_only_read() {
        Tensor weights = Tensor.of(1, 2, 3);
        Tensor logits = Values.NORMAL.draw(1, 2, 3);
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(weights, -1, 0.1);
        loss.forward(logits, IntTensor.of(0, -1));
        loss.backward();

        assertThat(weights).hasEntriesOf(Tensor.of(1, 2, 3));
        assertThat(logits).hasEntriesOf(Values.NORMAL.draw(1, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_an_odd_weight(double weight) {
        assertThatThrownBy(() -> new WeightedSoftmaxCrossEntropy(Tensor.of(1, weight), -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "WeightedSoftmaxCrossEntropy: weights: expected finite numbers from 0 but got " + weight + ".");
    }

    @Test
    void refuses_a_table_of_weights() {
        assertThatThrownBy(() -> new WeightedSoftmaxCrossEntropy(Tensor.ones(1, 3), -1, 0))
                .isInstanceOf(ShapeException.class)
                .hasMessage("WeightedSoftmaxCrossEntropy: weights: expected shape (any) but got (1, 3).");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refuses_an_odd_smoothing(double smoothing) {
        assertThatThrownBy(() -> new WeightedSoftmaxCrossEntropy(Tensor.ones(3), -1, smoothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WeightedSoftmaxCrossEntropy: smoothing: expected a number from 0 to 1 but got " + smoothing
                        + ".");
    }

    @Test
    void refuses_another_number_of_classes_or_labels() {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.ones(3), -1, 0);

        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 2), IntTensor.of(0, 0, 0, 0, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("WeightedSoftmaxCrossEntropy.forward: logits: expected shape (any, 3) but got (5, 2).");
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), IntTensor.of(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("WeightedSoftmaxCrossEntropy.forward: labels: expected shape (5) but got (2).");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -2})
    void refuses_a_label_that_names_no_class(int label) {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.ones(3), -1, 0);

        assertThatThrownBy(() -> loss.forward(Tensor.zeros(3, 3), IntTensor.of(0, -1, label)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WeightedSoftmaxCrossEntropy.forward: labels: expected numbers from 0 to 2 but got " + label
                        + ".");
    }
}
