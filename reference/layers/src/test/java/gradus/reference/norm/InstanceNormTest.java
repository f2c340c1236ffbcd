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

class InstanceNormTest {
    /** With one image, the batch is that image. */
    @Property(seed = "2026", tries = 50)
    void of_one_image_is_batch_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        InstanceNorm instance = new InstanceNorm(dims.d(), 0.7);
        SpatialBatchNorm batch = new SpatialBatchNorm(dims.d(), 0.9, 0.7);
        for (int i = 0; i < 2; i++) {
            instance.parameters().get(i).set(Values.NORMAL.draw(100 + i, dims.d()));
            batch.parameters().get(i).set(Values.NORMAL.draw(100 + i, dims.d()));
        }
        Tensor x = values.draw(seed, 1, dims.d(), dims.m(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, 1, dims.d(), dims.m(), dims.t());

        assertThat(instance.forward(x)).isWithin(batch.forward(x), 1e-13);
        assertThat(instance.backward(dy)).isWithin(batch.backward(dy), 1e-13);
        for (int i = 0; i < 2; i++) {
            assertThat(instance.parameters().get(i).gradient())
                    .isWithin(batch.parameters().get(i).gradient(), 1e-12);
        }
    }

    /** Contrast and brightness of a picture do not matter. */
    @Property(seed = "2026", tries = 50)
    void each_channel_shifted_and_stretched_with_eps_is_the_same(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor perChannel = Values.INTEGERS.draw(seed + 1, dims.n(), dims.d(), 1, 1);

        assertThat(new InstanceNorm(dims.d(), 9 * 0.7).forward(x.times(3).plus(perChannel)))
                .isWithin(new InstanceNorm(dims.d(), 0.7).forward(x), 1e-11);
    }

    @Test
    void a_constant_channel_and_a_single_pixel_become_beta() {
        InstanceNorm layer = new InstanceNorm(2, 1e-5);
        layer.parameters().get(1).set(Tensor.of(5, -3));
        Tensor constant = Tensor.of(1000, -1000).reshape(1, 2, 1, 1);

        assertThat(layer.forward(constant).reshape(2)).hasEntriesOf(Tensor.of(5, -3));
        assertThat(layer.forward(constant.plus(Tensor.zeros(1, 2, 3, 5))).mean(2, 3))
                .hasEntriesOf(Tensor.of(new double[][] {{5, -3}}));
        assertThat(layer.backward(Tensor.ones(1, 2, 3, 5))).hasEntriesOf(Tensor.zeros(1, 2, 3, 5));
    }

    @Test
    void starts_with_gamma_one_and_beta_zero() {
        InstanceNorm layer = new InstanceNorm(3, 1e-5);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("gamma", "beta");
        assertThat(layer.parameters().get(0).value()).hasEntriesOf(Tensor.ones(3));
        assertThat(layer.parameters().get(1).value()).hasEntriesOf(Tensor.zeros(3));
    }

    @Test
    void refuses_other_channels() {
        assertThatThrownBy(() -> new InstanceNorm(3, 1e-5).forward(Tensor.zeros(3, 2, 5, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("InstanceNorm.forward: x: expected shape (any, 3, any, any) but got (3, 2, 5, 7).");
    }

    @Test
    void refuses_an_eps_below_zero() {
        assertThatThrownBy(() -> new InstanceNorm(3, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("InstanceNorm: eps: expected a number of 0 or more but got -1.0.");
    }
}
