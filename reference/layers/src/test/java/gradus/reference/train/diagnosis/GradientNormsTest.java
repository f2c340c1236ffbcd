package gradus.reference.train.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.reference.net.Sequential;
import gradus.reference.train.diagnosis.GradientNorms.Flow;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GradientNormsTest {
    @Test
    void measures_each_parameter_in_order() {
        Affine layer = new Affine(2, 1);
        layer.parameters().get(0).addGradient(Tensor.of(new double[][] {{3}, {-4}}));
        layer.parameters().get(1).addGradient(Tensor.of(-12));

        GradientNorms norms = GradientNorms.of(layer);

        assertThat(norms.norms().keySet()).containsExactly("w", "b");
        assertThat(norms.norms().get("w")).isCloseTo(5, within(1e-15));
        assertThat(norms.norms().get("b")).isCloseTo(12, within(1e-14));
        assertThat(norms.total()).isCloseTo(13, within(1e-14));
    }

    private static Flow through(Supplier<Layer> activation, double scale) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Affine affine = new Affine(20, 20);
            Parameter w = affine.parameters().get(0);
            w.set(Values.NORMAL.draw(i, 20, 20).times(scale));
            layers.add(affine);
            layers.add(activation.get());
        }
        Layer net = new Sequential(layers);
        Tensor y = net.forward(Values.NORMAL.draw(77, 11, 20));
        net.backward(Tensor.ones(y.shape()));
        return GradientNorms.of(net).flow("0.w", "18.w", 100);
    }

    /** Lecture 7: through ten sigmoids gradients vanish; through tanh with Xavier's weights they do not. */
    @Test
    void gradients_vanish_through_sigmoids() {
        assertThat(through(Sigmoid::new, 0.2)).isEqualTo(Flow.VANISHING);
        assertThat(through(Tanh::new, Math.sqrt(1 / 20.0))).isEqualTo(Flow.STEADY);
    }

    private static Flow flow(double first, double last) {
        return new GradientNorms(Map.of("first", first, "last", last)).flow("first", "last", 100);
    }

    @Test
    void the_quotient_decides() {
        assertThat(flow(1, 99)).isEqualTo(Flow.STEADY);
        assertThat(flow(1, 100)).isEqualTo(Flow.VANISHING);
        assertThat(flow(0, 1)).isEqualTo(Flow.VANISHING);
        assertThat(flow(99, 1)).isEqualTo(Flow.STEADY);
        assertThat(flow(100, 1)).isEqualTo(Flow.EXPLODING);
        assertThat(flow(1, 0)).isEqualTo(Flow.EXPLODING);
        assertThat(flow(0, 0)).isEqualTo(Flow.STEADY);
        assertThat(flow(Double.NaN, 1)).isEqualTo(Flow.NOT_FINITE);
        assertThat(flow(1, Double.POSITIVE_INFINITY)).isEqualTo(Flow.NOT_FINITE);
    }

    @Test
    void an_unknown_parameter_is_named() {
        assertThatThrownBy(() -> GradientNorms.of(new Affine(1, 1)).flow("w", "v", 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GradientNorms.flow: expected one of [w, b] but got v.");
    }
}
