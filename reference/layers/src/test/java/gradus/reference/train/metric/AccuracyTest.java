package gradus.reference.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    @Test
    void counts_what_is_right() {
        assertThat(Accuracy.of(IntTensor.of(1, 2, 0, 1), IntTensor.of(1, 2, 2, 1)))
                .isEqualTo(0.75);
        assertThat(Accuracy.of(Tensor.of(new double[][] {{1, 2}, {4, 3}}), IntTensor.of(1, 1)))
                .isEqualTo(0.5);
    }

    @Test
    void of_nothing_is_nan() {
        assertThat(Accuracy.of(IntTensor.of(), IntTensor.of())).isNaN();
    }

    @Test
    void there_is_a_label_for_each_prediction() {
        assertThatThrownBy(() -> Accuracy.of(IntTensor.of(1), IntTensor.of(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Accuracy.of: predictions: expected shape (2) but got (1).");
    }
}
