package gradus.reference.train.metric;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    /** Of ten negatives two are taken for positive; of five positives one is missed. */
    private final ConfusionMatrix hiring = new ConfusionMatrix(Tensor.of(new double[][] {{8, 2}, {1, 4}}));

    @Test
    void rows_are_what_is_and_columns_what_is_said() {
        ConfusionMatrix matrix = ConfusionMatrix.of(IntTensor.of(0, 1, 2, 2, 1, 1), IntTensor.of(0, 1, 2, 1, 0, 1), 3);

        assertThat(matrix.counts()).hasEntriesOf(Tensor.of(new double[][] {{1, 1, 0}, {0, 2, 1}, {0, 0, 1}}));
        assertThat(matrix.classes()).isEqualTo(3);
        assertThat(matrix.accuracy()).isCloseTo(4 / 6.0, within(1e-15));
    }

    @Test
    void works_out_two_classes() {
        assertThat(hiring.accuracy()).isCloseTo(12 / 15.0, within(1e-15));
        assertThat(hiring.precision(1)).isCloseTo(4 / 6.0, within(1e-15));
        assertThat(hiring.recall(1)).isCloseTo(4 / 5.0, within(1e-15));
        assertThat(hiring.f1(1)).isCloseTo(8 / 11.0, within(1e-15));
        assertThat(hiring.precision(0)).isCloseTo(8 / 9.0, within(1e-15));
        assertThat(hiring.recall(0)).isCloseTo(8 / 10.0, within(1e-15));
        assertThat(hiring.f1(0)).isCloseTo(16 / 19.0, within(1e-15));
        assertThat(hiring.mean(hiring::recall)).isCloseTo(0.8, within(1e-15));
        assertThat(hiring.mean(hiring::f1)).isCloseTo((8 / 11.0 + 16 / 19.0) / 2, within(1e-15));
    }

    @Test
    void f1_is_the_harmonic_mean() {
        double harmonic = 2 / (1 / hiring.precision(1) + 1 / hiring.recall(1));

        assertThat(hiring.f1(1)).isCloseTo(harmonic, within(1e-15));
    }

    /** Endterm 2022, 4.10: one accuracy hides 95 % of a common class and 35 % of a rare one. */
    @Test
    void accuracy_hides_a_rare_class() {
        ConfusionMatrix matrix = new ConfusionMatrix(Tensor.of(new double[][] {{95, 5}, {13, 7}}));

        assertThat(matrix.accuracy()).isCloseTo(0.85, within(1e-15));
        assertThat(matrix.recall(0)).isEqualTo(0.95);
        assertThat(matrix.recall(1)).isEqualTo(0.35);
    }

    @Test
    void what_cannot_be_said_is_nan() {
        ConfusionMatrix matrix = ConfusionMatrix.of(IntTensor.of(0, 0), IntTensor.of(0, 1), 3);

        assertThat(matrix.precision(1)).isNaN();
        assertThat(matrix.recall(1)).isZero();
        assertThat(matrix.recall(2)).isNaN();
        assertThat(matrix.f1(2)).isNaN();
        assertThat(ConfusionMatrix.of(IntTensor.of(), IntTensor.of(), 2).accuracy())
                .isNaN();
    }

    @Test
    void classes_are_in_range() {
        assertThatThrownBy(() -> ConfusionMatrix.of(IntTensor.of(0, 3), IntTensor.of(0, 1), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ConfusionMatrix.of: predictions: expected numbers from 0 to 2 but got 3.");
        assertThatThrownBy(() -> ConfusionMatrix.of(IntTensor.of(0, 2), IntTensor.of(0, -1), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ConfusionMatrix.of: labels: expected numbers from 0 to 2 but got -1.");
        assertThatThrownBy(() -> ConfusionMatrix.of(IntTensor.of(0), IntTensor.of(0, 1), 3))
                .isInstanceOf(ShapeException.class)
                .hasMessage("ConfusionMatrix.of: predictions: expected shape (2) but got (1).");
    }
}
