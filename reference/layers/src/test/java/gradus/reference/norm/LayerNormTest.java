package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNormTest {
    /** The deviation of 6 and 8 is 1; with eps = 3 it counts as 2. */
    @Test
    void works_out_a_sample_by_hand() {
        LayerNorm layer = new LayerNorm(2, 3);
        layer.parameters().get(0).set(Tensor.of(2, 4));
        layer.parameters().get(1).set(Tensor.of(5, 7));

        Tensor y = layer.forward(Tensor.of(new double[][] {{6, 8}}));
        Tensor dx = layer.backward(Tensor.of(new double[][] {{8, 0}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{4, 9}}));
        assertThat(dx).hasEntriesOf(Tensor.of(new double[][] {{3, -3}}));
        assertThat(layer.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(-4, 0));
        assertThat(layer.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(8, 0));
    }

    @Property(seed = "2026", tries = 50)
    void is_batch_norm_turned_round(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        LayerNorm layer = new LayerNorm(dims.d(), 0.7);
        BatchNorm batch = new BatchNorm(dims.n(), 0.9, 0.7);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());

        assertThat(layer.forward(x)).isWithin(batch.forward(x.transpose()).transpose(), 1e-11);
        assertThat(layer.backward(dy)).isWithin(batch.backward(dy.transpose()).transpose(), 1e-11);
    }

    /** Leading axes are a batch, whatever they are called. */
    @Property(seed = "2026", tries = 20)
    void leading_axes_are_one_batch(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        LayerNorm deep = drawn(dims.d());
        LayerNorm flat = drawn(dims.d());
        Tensor x = values.draw(seed, dims.n(), dims.m(), dims.t(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.m(), dims.t(), dims.d());

        assertThat(deep.forward(x).reshape(-1, dims.d())).isWithin(flat.forward(x.reshape(-1, dims.d())), 1e-13);
        assertThat(deep.backward(dy).reshape(-1, dims.d())).isWithin(flat.backward(dy.reshape(-1, dims.d())), 1e-13);
        for (int i = 0; i < 2; i++) {
            assertThat(deep.parameters().get(i).gradient())
                    .isWithin(flat.parameters().get(i).gradient(), 1e-12);
        }
    }

    @Property(seed = "2026", tries = 50)
    void a_sample_without_leading_axes_fares_the_same(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        LayerNorm single = drawn(dims.d());
        LayerNorm batch = drawn(dims.d());
        Tensor x = values.draw(seed, dims.d());

        assertThat(single.forward(x).expand(0)).isWithin(batch.forward(x.expand(0)), 1e-13);
        assertThat(single.backward(x).expand(0)).isWithin(batch.backward(x.expand(0)), 1e-9);
        assertThat(single.parameters().get(0).gradient())
                .isWithin(batch.parameters().get(0).gradient(), 1e-9);
        assertThat(single.parameters().get(1).gradient())
                .isWithin(batch.parameters().get(1).gradient(), 1e-9);
    }

    private static LayerNorm drawn(int features) {
        LayerNorm layer = new LayerNorm(features, 0.7);
        layer.parameters().get(0).set(Values.NORMAL.draw(100, features));
        layer.parameters().get(1).set(Values.NORMAL.draw(101, features));
        return layer;
    }

    @Property(seed = "2026", tries = 50)
    void a_sample_shifted_and_stretched_with_eps_is_the_same(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor perSample = Values.INTEGERS.draw(seed + 1, dims.n(), 1);

        assertThat(new LayerNorm(dims.d(), 9 * 0.7).forward(x.times(3).plus(perSample)))
                .isWithin(new LayerNorm(dims.d(), 0.7).forward(x), 1e-11);
    }

    @Test
    void a_constant_sample_becomes_beta_and_gets_no_gradient() {
        LayerNorm layer = drawn(7);

        assertThat(layer.forward(Tensor.full(Tensor.zeros(2, 7).shape(), -1000)).select(0, 1))
                .hasEntriesOf(layer.parameters().get(1).value());
        assertThat(new LayerNorm(1, 1e-5).forward(Tensor.of(new double[][] {{1000}})))
                .hasEntriesOf(Tensor.zeros(1, 1));
    }

    @Test
    void is_right_far_out() {
        LayerNorm layer = new LayerNorm(2, 0);

        assertThat(layer.forward(Tensor.of(new double[][] {{1000, -1000}, {1e9, 1e9 + 2}})))
                .hasEntriesOf(Tensor.of(new double[][] {{1, -1}, {-1, 1}}));
    }

    @Test
    void starts_with_gamma_one_and_beta_zero() {
        LayerNorm layer = new LayerNorm(7, 1e-5);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("gamma", "beta");
        assertThat(layer.parameters().get(0).value()).hasEntriesOf(Tensor.ones(7));
        assertThat(layer.parameters().get(1).value()).hasEntriesOf(Tensor.zeros(7));
    }

    @Test
    void refuses_other_features() {
        LayerNorm layer = new LayerNorm(7, 1e-5);

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(2, 3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LayerNorm.forward: x: expected shape (any, any, 7) but got (2, 3, 5).");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LayerNorm.forward: x: expected shape (7) but got ().");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-5, Double.NaN})
    void refuses_an_eps_below_zero(double eps) {
        assertThatThrownBy(() -> new LayerNorm(7, eps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LayerNorm: eps: expected a number of 0 or more but got " + eps + ".");
    }
}
