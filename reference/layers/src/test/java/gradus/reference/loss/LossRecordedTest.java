package gradus.reference.loss;

import gradus.reference.Recording;
import gradus.tensor.Reduction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossRecordedTest {
    static Stream<Recording> softmax_cross_entropy() {
        return Recording.of("loss/softmax-cross-entropy");
    }

    @ParameterizedTest
    @MethodSource
    void softmax_cross_entropy(Recording recorded) {
        recorded.holds(new SoftmaxCrossEntropy(), recorded.integers(1));
    }

    static Stream<Recording> mean_squared_error() {
        return Recording.of("loss/mean-squared-error");
    }

    @ParameterizedTest
    @MethodSource
    void mean_squared_error(Recording recorded) {
        recorded.holds(new MeanSquaredError(Reduction.valueOf(recorded.text(0))), recorded.input(1));
    }
}
