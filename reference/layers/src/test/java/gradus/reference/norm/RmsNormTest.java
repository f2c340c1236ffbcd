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

class RmsNormTest {
    /** The mean square of 1 and 7 is 25; with eps = 75 it counts as 100. */
    @Test
    void works_out_a_sample_by_hand() {
        RmsNorm layer = new RmsNorm(2, 75);
        layer.parameters().get(0).set(Tensor.of(20, 10));

        Tensor y = layer.forward(Tensor.of(new double[][] {{1, 7}}));
        Tensor dx = layer.backward(Tensor.of(new double[][] {{1, 0}}));

        assertThat(y).isWithin(Tensor.of(new double[][] {{2, 7}}), 1e-15);
        // g = (20, 0), mean(g x̂) = 1: ((20, 0) - (0.1, 0.7)) / 10
        assertThat(dx).isWithin(Tensor.of(new double[][] {{1.99, -0.07}}), 1e-15);
        assertThat(layer.parameters().get(0).gradient()).isWithin(Tensor.of(0.1, 0), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void of_a_centred_sample_is_layer_norm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor centred = x.minus(x.meanKeep(1));

        assertThat(new RmsNorm(dims.d(), 0.7).forward(centred))
                .isWithin(new LayerNorm(dims.d(), 0.7).forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void the_mean_square_is_m_over_m_plus_eps(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor m = x.square().mean(1);
        double eps = m.mean() + 1e-8;

        assertThat(new RmsNorm(dims.d(), eps).forward(x).square().mean(1)).isWithin(m.divide(m.plus(eps)), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void a_sample_stretched_with_eps_is_the_same(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(new RmsNorm(dims.d(), 9 * 0.7).forward(x.times(3)))
                .isWithin(new RmsNorm(dims.d(), 0.7).forward(x), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void without_eps_dx_is_orthogonal_to_x(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        RmsNorm layer = new RmsNorm(dims.d(), 0);
        Tensor noise = Values.NORMAL.draw(seed + 2, dims.n(), dims.d()); // no sample is all 0
        Tensor x = values.draw(seed, dims.n(), dims.d()).plus(noise);
        layer.forward(x);

        Tensor dx = layer.backward(Values.NORMAL.draw(seed + 1, dims.n(), dims.d()));

        assertThat(dx.times(x).sum(1)).isWithin(Tensor.zeros(dims.n()), 1e-12);
    }

    @Test
    void does_not_centre() {
        Tensor y = new RmsNorm(2, 0).forward(Tensor.of(new double[][] {{1000, 1000}, {-1000, -1000}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{1, 1}, {-1, -1}}));
    }

    @Test
    void zeros_stay_zeros() {
        RmsNorm layer = new RmsNorm(2, 4);

        assertThat(layer.forward(Tensor.zeros(1, 2))).hasEntriesOf(Tensor.zeros(1, 2));
        assertThat(layer.backward(Tensor.of(new double[][] {{6, 8}}))).hasEntriesOf(Tensor.of(new double[][] {{3, 4}}));
    }

    @Property(seed = "2026", tries = 20)
    void a_sample_without_leading_axes_fares_the_same(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        RmsNorm single = new RmsNorm(dims.d(), 0.7);
        RmsNorm batch = new RmsNorm(dims.d(), 0.7);
        Tensor x = values.draw(seed, dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.d());

        assertThat(single.forward(x).expand(0)).isWithin(batch.forward(x.expand(0)), 1e-13);
        assertThat(single.backward(dy).expand(0)).isWithin(batch.backward(dy.expand(0)), 1e-13);
        assertThat(single.parameters().get(0).gradient())
                .isWithin(batch.parameters().get(0).gradient(), 1e-13);
    }

    @Test
    void starts_with_gamma_one() {
        RmsNorm layer = new RmsNorm(7, 1e-5);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("gamma");
        assertThat(layer.parameters().get(0).value()).hasEntriesOf(Tensor.ones(7));
    }

    @Test
    void refuses_other_features() {
        RmsNorm layer = new RmsNorm(7, 1e-5);

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("RmsNorm.forward: x: expected shape (any, 7) but got (2, 3).");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("RmsNorm.forward: x: expected shape (7) but got ().");
    }

    @Test
    void refuses_an_eps_below_zero() {
        assertThatThrownBy(() -> new RmsNorm(7, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RmsNorm: eps: expected a number of 0 or more but got -1.0.");
    }
}
