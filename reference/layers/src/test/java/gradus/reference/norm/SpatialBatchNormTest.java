package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpatialBatchNormTest {
    /** Every pixel is a sample: N = 2, C = 3, H = 5, W = 7 are 70 samples of 3 features. */
    @Property(seed = "2026", tries = 50)
    void is_batch_norm_of_the_pixels(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Mode mode) {
        SpatialBatchNorm spatial = new SpatialBatchNorm(dims.d(), 0.8, 0.7);
        BatchNorm plain = new BatchNorm(dims.d(), 0.8, 0.7);
        for (Layer layer : List.of(spatial, plain)) {
            layer.parameters().get(0).set(Values.NORMAL.draw(100, dims.d()));
            layer.parameters().get(1).set(Values.NORMAL.draw(101, dims.d()));
            Running.of(layer).mean().assign(Values.NORMAL.draw(102, dims.d()));
            Running.of(layer).variance().assign(Values.POSITIVE.draw(103, dims.d()));
            layer.mode(mode);
        }
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d(), dims.m(), dims.t());

        assertThat(pixels(spatial.forward(x))).isWithin(plain.forward(pixels(x)), 1e-11);
        assertThat(pixels(spatial.backward(dy))).isWithin(plain.backward(pixels(dy)), 1e-11);
        for (int i = 0; i < 2; i++) {
            assertThat(gradient(spatial, i)).isWithin(gradient(plain, i), 1e-10);
        }
        assertThat(Running.of(spatial).mean()).isCloseTo(Running.of(plain).mean(), 1e-12);
        assertThat(Running.of(spatial).variance()).isCloseTo(Running.of(plain).variance(), 1e-12);
    }

    @Test
    void only_the_channel_that_was_stretched_reacts() {
        SpatialBatchNorm layer = new SpatialBatchNorm(3, 0.9, 1);
        Tensor x = Values.NORMAL.draw(1, 2, 3, 5, 7);
        Tensor stretched = x.times(Tensor.of(1, 100, 1).reshape(3, 1, 1));

        Tensor change = layer.forward(stretched).minus(layer.forward(x)).abs().max(0, 2, 3);

        assertThat(change.greater(0.1)).hasEntriesOf(Tensor.of(0, 1, 0));
        assertThat(change.equalTo(0)).hasEntriesOf(Tensor.of(1, 0, 1));
    }

    /** The endterm of July 2021, 2.13: 16 filters have 32; that of February 2022, 4.5: 8, 16 and 32 have 112. */
    @Test
    void learns_two_numbers_a_channel_and_runs_two() {
        assertThat(learned(16)).isEqualTo(32);
        assertThat(Stream.of(8, 16, 32).mapToInt(SpatialBatchNormTest::learned).sum())
                .isEqualTo(112);
        assertThat(new SpatialBatchNorm(16, 0.9, 1e-5)
                        .state().values().stream().mapToInt(Tensor::size).sum())
                .isEqualTo(32);
    }

    private static int learned(int channels) {
        return new SpatialBatchNorm(channels, 0.9, 1e-5)
                .parameters().stream().mapToInt(p -> p.value().size()).sum();
    }

    @Test
    void starts_as_if_it_were_not_there() {
        SpatialBatchNorm layer = new SpatialBatchNorm(3, 0.9, 0);
        layer.mode(Mode.EVAL);
        Tensor x = Values.NORMAL.draw(1, 2, 3, 5, 7);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("gamma", "beta");
        assertThat(layer.forward(x)).hasEntriesOf(x);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void a_batch_without_pixels_leaves_the_running_statistics_alone(int axis) {
        SpatialBatchNorm layer = new SpatialBatchNorm(3, 0.9, 1e-5);
        Shape empty = Shape.of(2, 3, 5, 7).with(axis, 0);

        assertThat(layer.forward(Tensor.zeros(empty)).shape()).isEqualTo(empty);
        assertThat(Running.of(layer).mean()).hasEntriesOf(Tensor.zeros(3));
        assertThat(Running.of(layer).variance()).hasEntriesOf(Tensor.ones(3));
    }

    @ParameterizedTest
    @EnumSource
    void refuses_other_channels(Mode mode) {
        SpatialBatchNorm layer = new SpatialBatchNorm(3, 0.9, 1e-5);
        layer.mode(mode);

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(2, 5, 3, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SpatialBatchNorm.forward: x: expected shape (any, 3, any, any) but got (2, 5, 3, 7).");
    }

    @Test
    void refuses_a_momentum_that_is_no_share() {
        assertThatThrownBy(() -> new SpatialBatchNorm(3, 2, 1e-5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SpatialBatchNorm: momentum: expected a share from 0 to 1 but got 2.0.");
    }

    @Test
    void refuses_an_eps_below_zero() {
        assertThatThrownBy(() -> new SpatialBatchNorm(3, 0.9, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SpatialBatchNorm: eps: expected a number of 0 or more but got -1.0.");
    }

    private static Tensor gradient(Layer layer, int i) {
        return layer.parameters().get(i).gradient();
    }

    private static Tensor pixels(Tensor images) {
        return images.permute(0, 2, 3, 1).reshape(-1, images.dim(1));
    }
}
