package gradus.reference;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer promises, whatever it computes. */
class LayerContractTest {
    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void arguments_and_parameters_are_only_read(Layer layer) {
        Tensor x = Values.NORMAL.draw(1, 5, Samples.FEATURES);
        Tensor before = x.copy();

        Tensor dy = upstream(layer.forward(x));
        Tensor dyBefore = dy.copy();
        Tensor[] values = values(layer);
        layer.backward(dy);

        assertThat(x).hasEntriesOf(before);
        assertThat(dy).hasEntriesOf(dyBefore);
        for (int i = 0; i < values.length; i++) {
            assertThat(layer.parameters().get(i).value()).hasEntriesOf(values[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void backward_adds_to_the_parameters_gradients(Layer layer) {
        Tensor dy = upstream(layer.forward(Values.NORMAL.draw(1, 5, Samples.FEATURES)));

        Tensor first = layer.backward(dy);
        Tensor[] once = gradients(layer);
        Tensor second = layer.backward(dy);

        assertThat(second).hasEntriesOf(first);
        for (int i = 0; i < once.length; i++) {
            assertThat(layer.parameters().get(i).gradient()).isCloseTo(once[i].times(2), 1e-15);
        }
    }

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void a_new_forward_replaces_what_was_kept(Layer layer) {
        Tensor x = Values.NORMAL.draw(1, 5, Samples.FEATURES);
        Tensor dy = upstream(layer.forward(x));
        Tensor alone = layer.backward(dy);

        layer.forward(Values.NORMAL.draw(2, 3, Samples.FEATURES));
        layer.forward(x);

        assertThat(layer.backward(dy)).hasEntriesOf(alone);
    }

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void a_sample_alone_fares_as_in_its_batch(Layer layer) {
        Tensor x = Values.NORMAL.draw(1, 5, Samples.FEATURES);
        Tensor y = layer.forward(x);
        Tensor dy = upstream(y);
        Tensor dx = layer.backward(dy);

        Tensor aloneY = layer.forward(x.slice(0, 3, 4));
        Tensor aloneDx = layer.backward(dy.slice(0, 3, 4));

        assertThat(aloneY).isCloseTo(y.slice(0, 3, 4), 1e-14);
        assertThat(aloneDx).isCloseTo(dx.slice(0, 3, 4), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void an_empty_batch_gives_empty_answers_and_adds_nothing(Layer layer) {
        Tensor y = layer.forward(Tensor.zeros(0, Samples.FEATURES));
        Tensor dx = layer.backward(y.copy());

        assertThat(y.dim(0)).isZero();
        assertThat(dx).hasEntriesOf(Tensor.zeros(0, Samples.FEATURES));
        for (Tensor gradient : gradients(layer)) {
            assertThat(gradient).hasEntriesOf(Tensor.zeros(gradient.shape()));
        }
    }

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void backward_is_linear_in_the_upstream(Layer layer) {
        Tensor y = layer.forward(Values.NORMAL.draw(1, 5, Samples.FEATURES));
        Tensor u = upstream(y);
        Tensor v = Values.NORMAL.draw(4, y.shape().toArray());

        Tensor together = layer.backward(u.times(2).minus(v.times(3)));
        Tensor apart = layer.backward(u).times(2).minus(layer.backward(v).times(3));

        assertThat(together).isCloseTo(apart, 1e-14);
    }

    @ParameterizedTest
    @MethodSource("gradus.reference.Samples#layers")
    void an_upstream_of_another_shape_is_refused_by_name(Layer layer) {
        layer.forward(Values.NORMAL.draw(1, 5, Samples.FEATURES));

        assertThatThrownBy(() -> layer.backward(Tensor.zeros(5, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith(layer.getClass().getSimpleName() + ".backward: ")
                .hasMessageContaining("dy: expected shape")
                .hasMessageContaining("(5, 2)");
    }

    private static Tensor upstream(Tensor y) {
        return Values.NORMAL.draw(3, y.shape().toArray());
    }

    private static Tensor[] values(Layer layer) {
        return layer.parameters().stream().map(p -> p.value().copy()).toArray(Tensor[]::new);
    }

    private static Tensor[] gradients(Layer layer) {
        return layer.parameters().stream()
                .map(Parameter::gradient)
                .map(Tensor::copy)
                .toArray(Tensor[]::new);
    }
}
