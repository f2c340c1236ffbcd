package gradus.reference.pool;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.reference.activation.Relu;
import gradus.reference.kernel.NaivePooling;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for pooling and upsampling, on images and with windows of drawn sizes. */
class PoolPropertyTest {
    private static final double TOLERANCE = 1e-13;

    private static Window window(Images dims) {
        return dims.window().stride(2).padding(1);
    }

    private static Tensor x(Images dims, Values values, long seed) {
        return values.draw(seed, dims.n(), dims.c(), dims.h(), dims.w());
    }

    private static Tensor upstream(Tensor y, long seed) {
        return Values.NORMAL.draw(seed + 1, y.shape().toArray());
    }

    @Property(seed = "2026", tries = 20)
    void a_constant_added_to_x_is_added_to_the_maxima(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        MaxPool2d max = new MaxPool2d(window(dims));
        Tensor x = x(dims, values, seed);

        assertThat(max.forward(x.plus(-5))).hasEntriesOf(max.forward(x).plus(-5));
    }

    @Property(seed = "2026", tries = 20)
    void a_positive_factor_goes_through_the_maxima(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        MaxPool2d max = new MaxPool2d(window(dims));
        Tensor x = x(dims, values, seed);

        assertThat(max.forward(x.times(3))).hasEntriesOf(max.forward(x).times(3));
    }

    @Property(seed = "2026", tries = 20)
    void maxima_commute_with_all_that_grows(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        MaxPool2d max = new MaxPool2d(window(dims));
        Tensor x = x(dims, values, seed);
        Relu relu = new Relu();

        assertThat(max.forward(x.times(1e-3).exp()))
                .hasEntriesOf(max.forward(x).times(1e-3).exp());
        assertThat(max.forward(x.square().times(x))).hasEntriesOf(cubed(max.forward(x)));
        assertThat(max.forward(relu.forward(x))).hasEntriesOf(relu.forward(max.forward(x)));
    }

    private static Tensor cubed(Tensor x) {
        return x.square().times(x);
    }

    @Property(seed = "2026", tries = 20)
    void minima_are_maxima_of_the_negated(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        MaxPool2d max = new MaxPool2d(window(dims));
        Tensor x = x(dims, values, seed);

        assertThat(max.forward(x.negate()).negate()).hasEntriesOf(new NaivePooling(x, window(dims)).min());
    }

    @Property(seed = "2026", tries = 20)
    void what_comes_back_through_maxima_is_shared_out_once(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        MaxPool2d max = new MaxPool2d(window(dims));
        Tensor x = x(dims, values, seed);
        Tensor y = max.forward(x);
        Tensor dy = upstream(y, seed);
        Tensor dx = max.backward(dy);

        assertThat(dx.sum(2, 3)).isCloseTo(dy.sum(2, 3), TOLERANCE * 10);
        assertThat(dx.dot(x))
                .isCloseTo(
                        dy.dot(y), within(TOLERANCE * x.abs().max() * dy.abs().sum()));
    }

    /** Endterm 2022, 1.7: of pairwise different pixels, one in four of a 2 × 2 window gets a gradient. */
    @Property(seed = "2026", tries = 20)
    void three_quarters_of_the_pixels_lose(@ForAll Images dims, @ForAll long seed) {
        // Of different pixels only: were a whole window 0, whoever won would be right
        MaxPool2d halving = new MaxPool2d(Window.of(2).stride(2));
        halving.forward(Values.NORMAL.draw(seed, dims.n(), dims.c(), 2 * dims.kh(), 2 * dims.kw()));

        Tensor dx = halving.backward(Tensor.ones(dims.n(), dims.c(), dims.kh(), dims.kw()));

        assertThat(dx.equalTo(0).mean()).isEqualTo(0.75);
    }

    @Property(seed = "2026", tries = 20)
    void tied_pixels_share_nothing(@ForAll Images dims, @ForAll long seed) {
        MaxPool2d max = new MaxPool2d(window(dims));
        // Every pixel is the same, so no kind of values is drawn
        Tensor y = max.forward(Tensor.full(Shape.of(dims.n(), dims.c(), dims.h(), dims.w()), -1));
        Tensor dy = upstream(y, seed);
        Tensor dx = max.backward(dy);

        assertThat(y).hasEntriesOf(Tensor.full(y.shape(), -1));
        assertThat(dx.sum(2, 3)).isCloseTo(dy.sum(2, 3), TOLERANCE * 10);
    }

    @Property(seed = "2026", tries = 18)
    void on_a_ramp_the_last_corner_wins(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        MaxPool2d max = new MaxPool2d(dims.window().stride(2));
        Tensor up = ramp(x(dims, values, seed));
        Tensor down = up.flip(2).flip(3);
        Tensor highest = max.forward(up);
        int last = 2 * highest.dim(2) - 1;
        int right = 2 * highest.dim(3) - 1;

        assertThat(highest)
                .hasEntriesOf(up.slice(2, dims.kh() - 1, dims.kh() - 1 + last, 2)
                        .slice(3, dims.kw() - 1, dims.kw() - 1 + right, 2));
        assertThat(max.forward(down)).hasEntriesOf(down.slice(2, 0, last, 2).slice(3, 0, right, 2));
    }

    /** The same numbers in order: along the rows and along the columns none is below the one before. */
    private static Tensor ramp(Tensor x) {
        return Tensor.of(x.shape(), Arrays.stream(x.toArray()).sorted().toArray());
    }

    @Property(seed = "2026", tries = 20)
    void what_is_linear_comes_back_by_the_adjoint(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        List<Layer> linear = List.of(
                new AveragePool2d(window(dims)),
                new AveragePool2d(Window.of(2).dilation(2)),
                new GlobalAveragePool(),
                new Unpool2d(3),
                new NearestUpsample(2),
                new BilinearUpsample(3));
        for (Layer layer : linear) {
            Tensor x = x(dims, values, seed);
            Tensor y = layer.forward(x);
            Tensor dy = upstream(y, seed);

            double bound = TOLERANCE * Math.sqrt(x.dot(x) * dy.dot(dy));
            assertThat(layer.backward(dy).dot(x))
                    .as(layer.getClass().getSimpleName())
                    .isCloseTo(dy.dot(y), within(bound));
        }
    }

    @Property(seed = "2026", tries = 20)
    void a_mean_over_the_whole_image_is_the_global_one(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        AveragePool2d whole = new AveragePool2d(Window.of(dims.h(), dims.w()));
        GlobalAveragePool global = new GlobalAveragePool();
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.c());

        assertThat(whole.forward(x).reshape(dims.n(), dims.c())).isCloseTo(global.forward(x), TOLERANCE * 10);
        assertThat(whole.backward(dy.reshape(dims.n(), dims.c(), 1, 1))).isCloseTo(global.backward(dy), TOLERANCE);
    }

    @Property(seed = "2026", tries = 20)
    void enlarging_keeps_what_shrinking_brings_back(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Window blocks = Window.of(3).stride(3);

        assertThat(new MaxPool2d(blocks).forward(new NearestUpsample(3).forward(x)))
                .hasEntriesOf(x);
        assertThat(new AveragePool2d(blocks).forward(new NearestUpsample(3).forward(x)))
                .isCloseTo(x, TOLERANCE);
        assertThat(new AveragePool2d(blocks).forward(new Unpool2d(3).forward(x)).times(9))
                .isCloseTo(x, TOLERANCE);
    }

    @Property(seed = "2026", tries = 20)
    void bilinear_keeps_constants_and_whatever_lies_between(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        BilinearUpsample layer = new BilinearUpsample(3);
        Tensor y = layer.forward(x);

        assertThat(layer.forward(x.plus(1000))).isCloseTo(y.plus(1000), TOLERANCE);
        assertThat(y.slice(2, 1, 3 * dims.h(), 3).slice(3, 1, 3 * dims.w(), 3))
                .isCloseTo(x, TOLERANCE); // the middles of the pixels
        assertThat(y.max()).isLessThanOrEqualTo(x.max() + TOLERANCE * x.abs().max());
        assertThat(y.min()).isGreaterThanOrEqualTo(x.min() - TOLERANCE * x.abs().max());
    }
}
