package gradus.reference;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.loss.MeanSquaredError;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient against central differences, entry by entry. */
class NumericalGradientTest {
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-8;

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void dx_is_the_slope(Layer layer) {
        Tensor x = Values.NORMAL.draw(1, 5, Samples.FEATURES);
        Tensor c = Values.NORMAL.draw(2, layer.forward(x).shape().toArray());

        Tensor dx = layer.backward(c);

        assertThat(dx).isCloseTo(slope(at -> layer.forward(at).dot(c), x), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void parameter_gradients_are_slopes(Layer layer) {
        Tensor x = Values.NORMAL.draw(1, 5, Samples.FEATURES);
        Tensor c = Values.NORMAL.draw(2, layer.forward(x).shape().toArray());

        layer.backward(c);

        for (Parameter p : layer.parameters()) {
            assertThat(p.gradient()).isCloseTo(slope(at -> with(p, at, layer, x).dot(c), p.value()), TOLERANCE);
        }
    }

    @Test
    void cross_entropy_gradient_is_the_slope() {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
        IntTensor labels = IntTensor.of(2, 0, 6, 3, 3);
        Tensor logits = Values.NORMAL.draw(1, 5, 7);

        loss.forward(logits, labels);

        assertThat(loss.backward()).isCloseTo(slope(at -> loss.forward(at, labels), logits), TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void squared_error_gradient_is_the_slope(Reduction reduction) {
        MeanSquaredError loss = new MeanSquaredError(reduction);
        Tensor target = Values.NORMAL.draw(2, 5, 3);
        Tensor prediction = Values.NORMAL.draw(1, 5, 3);

        loss.forward(prediction, target);

        assertThat(loss.backward()).isCloseTo(slope(at -> loss.forward(at, target), prediction), TOLERANCE);
    }

    private static Tensor with(Parameter p, Tensor value, Layer layer, Tensor x) {
        Tensor before = p.value().copy();
        p.set(value);
        Tensor y = layer.forward(x);
        p.set(before);
        return y;
    }

    private static Tensor slope(ToDoubleFunction<Tensor> f, Tensor x) {
        double[] slopes = new double[x.size()];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (f.applyAsDouble(moved(x, i, STEP)) - f.applyAsDouble(moved(x, i, -STEP))) / (2 * STEP);
        }
        return Tensor.of(x.shape(), slopes);
    }

    private static Tensor moved(Tensor x, int i, double by) {
        double[] entries = x.toArray();
        entries[i] += by;
        return Tensor.of(x.shape(), entries);
    }
}
