package gradus.reference;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.loss.MeanSquaredError;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference agrees with PyTorch to ten digits of each tensor's largest magnitude. */
class RecordedTest {
    private static final double TOLERANCE = 1e-10;

    @ParameterizedTest
    @MethodSource("layers")
    void layers_answer_as_recorded(Recorded recorded) {
        Layer layer = recorded.layer();

        Tensor y = layer.forward(recorded.input(0));
        Tensor dx = layer.backward(recorded.upstream());

        assertThat(y).isCloseTo(recorded.expected("forward"), TOLERANCE);
        assertThat(dx).isCloseTo(recorded.expected("backward.dX"), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("affine")
    void parameter_gradients_are_as_recorded(Recorded recorded) {
        Layer layer = recorded.layer();

        layer.forward(recorded.input(0));
        layer.backward(recorded.upstream());

        Parameter w = layer.parameters().get(0);
        Parameter b = layer.parameters().get(1);
        assertThat(w.gradient()).isCloseTo(recorded.expected("backward.dW"), TOLERANCE);
        assertThat(b.gradient()).isCloseTo(recorded.expected("backward.db"), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("crossEntropies")
    void softmax_cross_entropy_answers_as_recorded(Recorded recorded) {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();

        agrees(recorded, loss, loss.forward(recorded.input(0), recorded.labels()));
    }

    @ParameterizedTest
    @MethodSource("squaredErrors")
    void mean_squared_error_answers_as_recorded(Recorded recorded) {
        MeanSquaredError loss = new MeanSquaredError(recorded.reduction());

        agrees(recorded, loss, loss.forward(recorded.input(0), recorded.input(1)));
    }

    private static void agrees(Recorded recorded, Loss<?> loss, double value) {
        assertThat(value).isCloseTo(recorded.loss(), within(TOLERANCE * recorded.loss()));
        assertThat(loss.backward()).isCloseTo(recorded.expected("backward.dX"), TOLERANCE);
    }

    static Stream<Recorded> layers() throws IOException {
        return Stream.of(
                        affine(),
                        Recorded.of("activation/relu"),
                        Recorded.of("activation/sigmoid"),
                        Recorded.of("activation/tanh"),
                        Recorded.of("activation/softmax"))
                .flatMap(cases -> cases);
    }

    static Stream<Recorded> affine() throws IOException {
        return Recorded.of("dense/affine");
    }

    static Stream<Recorded> crossEntropies() throws IOException {
        return Recorded.of("loss/softmax-cross-entropy");
    }

    static Stream<Recorded> squaredErrors() throws IOException {
        return Recorded.of("loss/mean-squared-error");
    }
}
