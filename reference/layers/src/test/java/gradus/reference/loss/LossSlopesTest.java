package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient of every loss against differences. */
class LossSlopesTest {
    @Test
    void softmax_cross_entropy() {
        check(new SoftmaxCrossEntropy(), Values.NORMAL.draw(1, 5, 7), IntTensor.of(2, 0, 6, 3, 3));
    }

    @ParameterizedTest
    @EnumSource
    void mean_squared_error(Reduction reduction) {
        check(new MeanSquaredError(reduction), Values.NORMAL.draw(1, 5, 3), Values.NORMAL.draw(2, 5, 3));
    }

    private static <T> void check(Loss<T> loss, Tensor prediction, T target) {
        loss.forward(prediction, target);
        Tensor gradient = loss.backward();

        assertThat(gradient).isCloseTo(Slopes.of(at -> loss.forward(at, target), prediction), Slopes.TOLERANCE);
    }
}
