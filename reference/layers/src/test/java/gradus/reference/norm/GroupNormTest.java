package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupNormTest {
    @Property(seed = "2026", tries = 50)
    void as_many_groups_as_channels_are_instance_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Layer group = drawn(new GroupNorm(dims.d(), dims.d(), 0.7));
        Layer instance = drawn(new InstanceNorm(dims.d(), 0.7));
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d(), dims.m(), dims.t());

        assertThat(group.forward(x)).isWithin(instance.forward(x), 1e-12);
        assertThat(group.backward(dy)).isWithin(instance.backward(dy), 1e-12);
        for (int i = 0; i < 2; i++) {
            assertThat(group.parameters().get(i).gradient())
                    .isWithin(instance.parameters().get(i).gradient(), 1e-12);
        }
    }

    @Property(seed = "2026", tries = 50)
    void one_group_is_layer_norm_over_channels_and_pixels(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Layer group = drawn(new GroupNorm(dims.d(), 1, 0.7));
        int pixels = dims.m() * dims.t();
        int entries = dims.d() * pixels;
        Layer layer = new LayerNorm(entries, 0.7);
        for (int i = 0; i < 2; i++) {
            Tensor perChannel = group.parameters().get(i).value().reshape(dims.d(), 1);
            layer.parameters()
                    .get(i)
                    .set(perChannel.broadcastTo(Shape.of(dims.d(), pixels)).reshape(entries));
        }
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d(), dims.m(), dims.t());

        assertThat(group.forward(x).reshape(dims.n(), entries))
                .isWithin(layer.forward(x.reshape(dims.n(), entries)), 1e-12);
        assertThat(group.backward(dy).reshape(dims.n(), entries))
                .isWithin(layer.backward(dy.reshape(dims.n(), entries)), 1e-12);
        for (int i = 0; i < 2; i++) {
            assertThat(group.parameters().get(i).gradient())
                    .isWithin(
                            layer.parameters()
                                    .get(i)
                                    .gradient()
                                    .reshape(dims.d(), pixels)
                                    .sum(1),
                            1e-12);
        }
    }

    /** The groups of six channels in three are 0 1, 2 3 and 4 5. */
    @Test
    void neighbours_are_a_group() {
        GroupNorm layer = new GroupNorm(6, 3, 0.7);
        Tensor x = Values.NORMAL.draw(1, 1, 6, 1, 5);
        Tensor stretched = x.times(Tensor.of(1, 1, 100, 1, 1, 1).reshape(6, 1, 1));

        Tensor change = layer.forward(stretched).minus(layer.forward(x)).abs().max(0, 2, 3);

        assertThat(change.greater(0)).hasEntriesOf(Tensor.of(0, 0, 1, 1, 0, 0));
    }

    @Test
    void a_constant_group_becomes_beta_and_gets_no_gradient() {
        Layer layer = drawn(new GroupNorm(6, 2, 1e-5));

        assertThat(layer.forward(Tensor.full(Shape.of(1, 6, 1, 1), 1000)).reshape(6))
                .hasEntriesOf(layer.parameters().get(1).value());
        layer.parameters().get(0).set(Tensor.ones(6));
        assertThat(layer.backward(Tensor.ones(1, 6, 1, 1))).hasEntriesOf(Tensor.zeros(1, 6, 1, 1));
    }

    @Test
    void starts_with_gamma_one_and_beta_zero() {
        GroupNorm layer = new GroupNorm(6, 2, 1e-5);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("gamma", "beta");
        assertThat(layer.parameters().get(0).value()).hasEntriesOf(Tensor.ones(6));
        assertThat(layer.parameters().get(1).value()).hasEntriesOf(Tensor.zeros(6));
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 4, 12})
    void refuses_groups_of_different_sizes(int groups) {
        assertThatThrownBy(() -> new GroupNorm(6, groups, 1e-5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GroupNorm: groups: expected a divisor of 6 channels but got " + groups + ".");
    }

    @Test
    void refuses_other_channels() {
        assertThatThrownBy(() -> new GroupNorm(6, 2, 1e-5).forward(Tensor.zeros(6, 2, 5, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("GroupNorm.forward: x: expected shape (any, 6, any, any) but got (6, 2, 5, 7).");
    }

    @Test
    void refuses_an_eps_below_zero() {
        assertThatThrownBy(() -> new GroupNorm(6, 2, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GroupNorm: eps: expected a number of 0 or more but got -1.0.");
    }

    private static Layer drawn(Layer layer) {
        for (int i = 0; i < 2; i++) {
            Parameter p = layer.parameters().get(i);
            p.set(Values.NORMAL.draw(100 + i, p.value().dim(0)));
        }
        return layer;
    }
}
