package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.reference.pool.AveragePool2d;
import gradus.reference.pool.Unpool2d;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every convolution: N = 2, C = 3, F = 5, images of 7 × 11, filters of 3 × 2. */
class ConvPropertyTest {
    private static final double TOLERANCE = 1e-12;
    private static final Window PLAIN = Window.of(3, 2);

    private static Tensor x(Values values, long seed) {
        return values.draw(seed, 2, 3, 7, 11);
    }

    private static Tensor w(long seed) {
        return Values.NORMAL.draw(seed + 1, 5, 3, 3, 2);
    }

    private static Conv2d layer(Tensor w, Window window, int groups) {
        Conv2d layer = new Conv2d(w.dim(1) * groups, w.dim(0), window, groups);
        layer.parameters().get(0).set(w);
        return layer;
    }

    /** Without bias. */
    private static Tensor conv(Tensor x, Tensor w, Window window) {
        return layer(w, window, 1).forward(x);
    }

    private static Tensor gradient(Layer layer, int parameter) {
        return layer.parameters().get(parameter).gradient();
    }

    private static double magnitude(Tensor t) {
        return Math.sqrt(t.dot(t));
    }

    @Property(seed = "2026", tries = 25)
    void forward_is_linear_in_x(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor other = x(Values.NORMAL, seed + 2);
        Tensor w = w(seed);

        Tensor together = conv(x.times(2).minus(other.times(3)), w, PLAIN);

        assertThat(together)
                .isCloseTo(
                        conv(x, w, PLAIN).times(2).minus(conv(other, w, PLAIN).times(3)), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void forward_is_linear_in_w(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor w = w(seed);
        Tensor other = w(seed + 2);

        Tensor together = conv(x, w.times(2).minus(other.times(3)), PLAIN);

        assertThat(together)
                .isCloseTo(
                        conv(x, w, PLAIN).times(2).minus(conv(x, other, PLAIN).times(3)), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void the_bias_adds_one_number_to_each_channel(@ForAll long seed, @ForAll Values values) {
        Window padded = PLAIN.padding(1);
        Tensor b = values.draw(seed, 5);
        Conv2d layer = layer(w(seed), padded, 1);
        layer.parameters().get(1).set(b);
        Tensor x = x(Values.NORMAL, seed + 2);

        Tensor y = layer.forward(x);

        assertThat(y).isCloseTo(conv(x, w(seed), padded).plus(b.reshape(5, 1, 1)), TOLERANCE);
        assertThat(layer.forward(x.times(0))).hasEntriesOf(b.reshape(5, 1, 1).broadcastTo(y.shape()));
    }

    @Property(seed = "2026", tries = 25)
    void an_image_moved_by_the_stride_moves_the_answer_by_one(@ForAll long seed, @ForAll Values values) {
        for (int stride = 1; stride <= 3; stride++) {
            Window window = PLAIN.stride(stride);
            Tensor x = values.draw(seed, 2, 3, 7, 11);
            Tensor moved = Tensor.concat(3, Values.NORMAL.draw(seed + 2, 2, 3, 7, stride), x);
            Tensor lowered = Tensor.concat(2, Values.NORMAL.draw(seed + 3, 2, 3, stride, 11), x);
            Tensor y = conv(x, w(seed), window);

            assertThat(conv(moved, w(seed), window).slice(3, 1, y.dim(3) + 1)).isCloseTo(y, TOLERANCE);
            assertThat(conv(lowered, w(seed), window).slice(2, 1, y.dim(2) + 1)).isCloseTo(y, TOLERANCE);
        }
    }

    @Property(seed = "2026", tries = 25)
    void a_window_of_one_pixel_is_an_affine_map_of_every_pixel(@ForAll long seed, @ForAll Values values) {
        Conv2d pointwise = layer(Values.NORMAL.draw(seed, 5, 3, 1, 1), Window.of(1), 1);
        pointwise.parameters().get(1).set(Values.NORMAL.draw(seed + 1, 5));
        Affine affine = affine(pointwise);
        Tensor x = x(values, seed + 2);
        Tensor dy = Values.NORMAL.draw(seed + 3, 2, 5, 7, 11);

        assertThat(pixels(pointwise.forward(x))).isCloseTo(affine.forward(pixels(x)), TOLERANCE);
        assertThat(pixels(pointwise.backward(dy))).isCloseTo(affine.backward(pixels(dy)), TOLERANCE);
        assertThat(gradient(pointwise, 0).reshape(5, 3))
                .isCloseTo(gradient(affine, 0).transpose(), TOLERANCE);
        assertThat(gradient(pointwise, 1)).isCloseTo(gradient(affine, 1), TOLERANCE);
    }

    /** (N, C, H, W) as rows of pixels (N H W, C). */
    private static Tensor pixels(Tensor x) {
        return x.permute(0, 2, 3, 1).reshape(x.size() / x.dim(1), x.dim(1));
    }

    /** The affine map with the weights of filters that see a whole row of x at once. */
    private static Affine affine(Conv2d layer) {
        Tensor w = layer.parameters().get(0).value();
        Affine affine = new Affine(w.size() / w.dim(0), w.dim(0));
        affine.parameters().get(0).set(w.reshape(w.dim(0), w.size() / w.dim(0)).transpose());
        affine.parameters().get(1).set(layer.parameters().get(1).value());
        return affine;
    }

    /** Lecture 10; endterm 2022, 4.5: an affine layer to F neurons is F filters as large as the image. */
    @Property(seed = "2026", tries = 25)
    void a_window_as_large_as_the_image_is_an_affine_map_of_it(@ForAll long seed, @ForAll Values values) {
        Conv2d whole =
                layer(Values.NORMAL.draw(seed, 5, 3, 7, 11), Window.of(7, 11).stride(2), 1);
        whole.parameters().get(1).set(Values.NORMAL.draw(seed + 1, 5));
        Affine affine = affine(whole);
        Tensor x = x(values, seed + 2);
        Tensor flat = x.reshape(2, 3 * 7 * 11);
        Tensor dy = Values.NORMAL.draw(seed + 3, 2, 5);

        assertThat(whole.forward(x).reshape(2, 5)).isCloseTo(affine.forward(flat), TOLERANCE);
        assertThat(whole.backward(dy.reshape(2, 5, 1, 1)).reshape(flat.shape()))
                .isCloseTo(affine.backward(dy), TOLERANCE);
        assertThat(gradient(whole, 0).reshape(5, 3 * 7 * 11))
                .isCloseTo(gradient(affine, 0).transpose(), TOLERANCE);
        assertThat(gradient(whole, 1)).isCloseTo(gradient(affine, 1), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void a_single_one_in_the_middle_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 2, 1, 7, 11);

        assertThat(conv(x, one(1, 1), Window.of(3).padding(1))).hasEntriesOf(x);
    }

    /** Correlation: a 1 left of the middle brings every pixel's left neighbour, so the image moves to the right. */
    @Property(seed = "2026", tries = 25)
    void a_single_one_beside_the_middle_moves_the_image(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 2, 1, 7, 11);
        Window same = Window.of(3).padding(1);

        Tensor right = x.pad(3, 1, 0).slice(3, 0, 11);
        Tensor left = x.pad(3, 0, 1).slice(3, 1, 12);
        Tensor down = x.pad(2, 1, 0).slice(2, 0, 7);
        assertThat(conv(x, one(1, 0), same)).hasEntriesOf(right);
        assertThat(conv(x, one(1, 2), same)).hasEntriesOf(left);
        assertThat(conv(x, one(0, 1), same)).hasEntriesOf(down);
        assertThat(conv(x, one(1, 0), same.flip(true))).hasEntriesOf(left);
    }

    private static Tensor one(int row, int column) {
        Tensor w = Tensor.zeros(1, 1, 3, 3);
        w.set(0, 0, row, column, 1);
        return w;
    }

    @Property(seed = "2026", tries = 25)
    void flipping_is_convolution_with_the_filter_turned_round(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor turned = w(seed).flip(2).flip(3);
        Conv2d flipping = layer(w(seed), PLAIN.flip(true), 1);
        Conv2d plain = layer(turned, PLAIN, 1);
        Tensor dy = Values.NORMAL.draw(seed + 2, 2, 5, 5, 10);

        assertThat(flipping.forward(x)).hasEntriesOf(plain.forward(x));
        assertThat(flipping.backward(dy)).hasEntriesOf(plain.backward(dy));
        assertThat(gradient(flipping, 0))
                .hasEntriesOf(gradient(plain, 0).flip(2).flip(3));
    }

    @Property(seed = "2026", tries = 25)
    void channels_of_x_and_w_may_change_places_together(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);

        assertThat(conv(x.flip(1), w(seed).flip(1), PLAIN)).isCloseTo(conv(x, w(seed), PLAIN), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void filters_that_change_places_change_those_of_the_answer(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        IntTensor order = IntTensor.of(3, 0, 4, 1, 2);
        Tensor y = conv(x, w(seed), PLAIN);

        assertThat(conv(x, w(seed).take(order), PLAIN).permute(1, 0, 2, 3))
                .hasEntriesOf(y.permute(1, 0, 2, 3).take(order));
    }

    @Property(seed = "2026", tries = 25)
    void padding_is_a_border_of_zeros(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);

        for (int p = 1; p <= 3; p++) {
            assertThat(conv(x, w(seed), PLAIN.padding(p)))
                    .hasEntriesOf(conv(x.pad(2, p, p).pad(3, p, p), w(seed), PLAIN));
        }
    }

    @Property(seed = "2026", tries = 25)
    void dilation_is_a_filter_with_zeros_between(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor wide = Tensor.zeros(5, 3, 3, 4);
        wide.add(3, 0, 3, w(seed));
        Tensor large = Tensor.zeros(5, 3, 7, 4);
        large.add(2, 0, 3, wide);

        assertThat(conv(x, w(seed), PLAIN.dilation(3))).isCloseTo(conv(x, large, Window.of(7, 4)), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void a_stride_takes_every_other_answer(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor all = conv(x, w(seed), PLAIN);

        for (int s = 2; s <= 4; s++) {
            Tensor some = all.slice(2, 0, all.dim(2), s).slice(3, 0, all.dim(3), s);
            assertThat(conv(x, w(seed), PLAIN.stride(s))).hasEntriesOf(some);
        }
    }

    @Property(seed = "2026", tries = 25)
    void groups_are_a_filter_with_zeros_for_foreign_channels(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 2, 4, 7, 11);
        Tensor w = Values.NORMAL.draw(seed + 1, 6, 2, 3, 2); // two groups of 3 filters that see 2 channels
        Tensor above = w.slice(0, 0, 3).pad(1, 0, 2);
        Tensor below = w.slice(0, 3, 6).pad(1, 2, 0);

        assertThat(layer(w, PLAIN, 2).forward(x)).isCloseTo(conv(x, Tensor.concat(0, above, below), PLAIN), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void mirrored_images_and_filters_give_mirrored_answers(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor w = w(seed);
        Tensor y = conv(x, w, PLAIN);

        assertThat(conv(x.flip(2), w.flip(2), PLAIN)).isCloseTo(y.flip(2), TOLERANCE);
        assertThat(conv(x.flip(3), w.flip(3), PLAIN)).isCloseTo(y.flip(3), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void transposed_images_and_filters_give_transposed_answers(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Window window = PLAIN.stride(2).padding(1);
        Window turned = Window.of(2, 3).stride(2).padding(1);

        assertThat(conv(x.transpose(), w(seed).transpose(), turned))
                .isCloseTo(conv(x, w(seed), window).transpose(), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void without_bias_backward_is_the_adjoint_in_x_and_in_w(@ForAll long seed, @ForAll Values values) {
        for (Window window :
                List.of(PLAIN, PLAIN.stride(2).padding(1), PLAIN.stride(3).padding(2))) {
            Tensor x = x(values, seed);
            Conv2d layer = layer(w(seed), window, 1);
            Tensor y = layer.forward(x);
            Tensor dy = Values.NORMAL.draw(seed + 2, y.shape().toArray());
            double throughX = layer.backward(dy).dot(x);
            double throughW = gradient(layer, 0).dot(w(seed));

            double bound = 1e-13 * magnitude(x) * magnitude(dy) * magnitude(w(seed));
            assertThat(throughX).isCloseTo(y.dot(dy), within(bound));
            assertThat(throughW).isCloseTo(y.dot(dy), within(bound));
        }
    }

    @Property(seed = "2026", tries = 25)
    void parameter_gradients_of_a_batch_are_the_sum_over_its_samples(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor dy = Values.NORMAL.draw(seed + 2, 2, 5, 5, 10);
        Conv2d together = layer(w(seed), PLAIN, 1);
        together.forward(x);
        together.backward(dy);

        Conv2d apart = layer(w(seed), PLAIN, 1);
        for (int n = 0; n < 2; n++) {
            apart.forward(x.slice(0, n, n + 1));
            apart.backward(dy.slice(0, n, n + 1));
        }

        assertThat(gradient(apart, 0)).isCloseTo(gradient(together, 0), TOLERANCE);
        assertThat(gradient(apart, 1)).isCloseTo(gradient(together, 1), TOLERANCE);
    }

    /** A second opinion: the sum over the window's pixels, differentiated forward along a direction. */
    @Property(seed = "2026", tries = 25)
    void dual_numbers_agree_with_backward(@ForAll long seed, @ForAll Values values) {
        Dual x = new Dual(x(values, seed), x(Values.NORMAL, seed + 2));
        Dual w = new Dual(w(seed), w(seed + 3));
        Dual b = new Dual(Values.NORMAL.draw(seed + 4, 5), Values.NORMAL.draw(seed + 5, 5));
        Window window = PLAIN.stride(2).padding(1);
        Conv2d layer = layer(w.value(), window, 1);
        layer.parameters().get(1).set(b.value());

        Dual y = b.reshape(5, 1, 1);
        for (int k = 0; k < 3; k++) {
            for (int l = 0; l < 2; l++) {
                Dual seen = new Dual(seen(x.value(), window, k, l), seen(x.tangent(), window, k, l));
                Dual filter = w.select(3, l).select(2, k).transpose(); // (C, F)
                y = seen.permute(0, 2, 3, 1).matmul(filter).permute(0, 3, 1, 2).plus(y);
            }
        }
        Tensor c = Values.NORMAL.draw(seed + 6, y.shape().toArray());
        assertThat(layer.forward(x.value())).isCloseTo(y.value(), TOLERANCE);
        Tensor dx = layer.backward(c);

        double forward = c.dot(y.tangent());
        double backward = dx.dot(x.tangent())
                + gradient(layer, 0).dot(w.tangent())
                + gradient(layer, 1).dot(b.tangent());
        double size = magnitude(c) * (1 + magnitude(x.value()) + magnitude(x.tangent())) * magnitude(w.value());
        assertThat(backward).isCloseTo(forward, within(1e-12 * size));
    }

    private static Tensor seen(Tensor x, Window window, int k, int l) {
        int p = window.padding();
        Tensor wide = x.pad(2, p, p).pad(3, p, p);
        int height = (window.outputHeight(x.dim(2)) - 1) * window.stride() + 1;
        int width = (window.outputWidth(x.dim(3)) - 1) * window.stride() + 1;
        return wide.slice(2, k, k + height, window.stride()).slice(3, l, l + width, window.stride());
    }

    @Property(seed = "2026", tries = 25)
    void a_depthwise_convolution_is_one_convolution_a_channel(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Tensor w = Values.NORMAL.draw(seed + 1, 3, 1, 3, 2);
        DepthwiseConv2d depthwise = new DepthwiseConv2d(3, PLAIN.stride(2));
        depthwise.parameters().get(0).set(w);
        Tensor y = depthwise.forward(x);

        for (int c = 0; c < 3; c++) {
            Tensor alone = conv(x.slice(1, c, c + 1), w.slice(0, c, c + 1), PLAIN.stride(2));
            assertThat(y.slice(1, c, c + 1)).isCloseTo(alone, TOLERANCE);
        }
    }

    @Property(seed = "2026", tries = 25)
    void a_separable_convolution_is_one_with_products_for_weights(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Window window = PLAIN.stride(2).padding(1);
        SeparableConv2d separable = new SeparableConv2d(3, 5, window);
        Tensor depthwise = Values.NORMAL.draw(seed + 1, 3, 1, 3, 2);
        Tensor pointwise = Values.NORMAL.draw(seed + 2, 5, 3, 1, 1);
        separable.parameters().get(0).set(depthwise);
        separable.parameters().get(1).set(pointwise);

        Tensor products = pointwise.times(depthwise.reshape(1, 3, 3, 2));
        assertThat(separable.forward(x)).isCloseTo(conv(x, products, window), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void average_pooling_is_a_depthwise_convolution_of_equal_weights(@ForAll long seed, @ForAll Values values) {
        Tensor x = x(values, seed);
        Window window = PLAIN.stride(2).padding(1);
        DepthwiseConv2d equal = new DepthwiseConv2d(3, window);
        equal.parameters().get(0).set(Tensor.full(Shape.of(3, 1, 3, 2), 1 / 6.0));
        AveragePool2d pool = new AveragePool2d(window);
        Tensor dy = Values.NORMAL.draw(seed + 2, 2, 3, 4, 6);

        assertThat(pool.forward(x)).isCloseTo(equal.forward(x), TOLERANCE);
        assertThat(pool.backward(dy)).isCloseTo(equal.backward(dy), TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void a_transposed_convolution_is_the_adjoint_of_a_convolution(@ForAll long seed, @ForAll Values values) {
        for (Window window : List.of(
                PLAIN, PLAIN.stride(2).padding(1), Window.of(3, 5).stride(2).flip(true))) {
            Tensor x = values.draw(seed, 2, 5, 3, 7);
            Tensor w = Values.NORMAL.draw(seed + 1, 5, 3, window.height(), window.width());
            TransposedConv2d transposed = new TransposedConv2d(5, 3, window);
            transposed.parameters().get(0).set(w);
            Tensor y = transposed.forward(x);
            Tensor z = Values.NORMAL.draw(seed + 2, y.shape().toArray());

            double bound = 1e-13 * magnitude(x) * magnitude(z) * magnitude(w);
            assertThat(y.dot(z)).isCloseTo(conv(z, w, window).dot(x), within(bound));
            assertThat(transposed.backward(z)).isCloseTo(conv(z, w, window), TOLERANCE);
        }
    }

    /** Lecture 10: spread the pixels, fill with zeros, convolve. */
    @Property(seed = "2026", tries = 25)
    void a_transposed_convolution_is_unpooling_and_a_flipped_convolution(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 2, 5, 3, 7);
        Tensor w = Values.NORMAL.draw(seed + 1, 5, 2, 3, 3);
        TransposedConv2d transposed = new TransposedConv2d(5, 2, Window.of(3).stride(2));
        transposed.parameters().get(0).set(w);

        Tensor spread = new Unpool2d(2).forward(x).slice(2, 0, 5).slice(3, 0, 13); // nothing follows the last pixel
        Tensor convolved =
                conv(spread, w.permute(1, 0, 2, 3), Window.of(3).padding(2).flip(true));
        assertThat(transposed.forward(x)).isCloseTo(convolved, TOLERANCE);
    }

    @Property(seed = "2026", tries = 25)
    void a_sequence_is_an_image_one_pixel_high(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 2, 3, 11);
        Tensor w = Values.NORMAL.draw(seed + 1, 5, 3, 2);
        Window window = Window.of(1, 2).stride(3).dilation(3);
        Conv1d layer = new Conv1d(3, 5, window.padding(2), 1);
        layer.parameters().get(0).set(w);

        Tensor image = x.pad(2, 2, 2).expand(2);
        assertThat(layer.forward(x)).isCloseTo(conv(image, w.expand(2), window).select(2, 0), TOLERANCE);
    }

    /** What is symmetric cannot tell the two conventions apart; what is not, can. */
    @Example
    void symmetric_filters_hide_flipping() {
        Tensor x = x(Values.NORMAL, 1).slice(1, 0, 1);

        for (ImageFilter filter : ImageFilter.values()) {
            Tensor w = filter.weights().expand(0).expand(0);
            Window window = Window.of(w.dim(2), w.dim(3));
            boolean same = conv(x, w, window.flip(true))
                            .minus(conv(x, w, window))
                            .abs()
                            .max()
                    < 1e-12;
            assertThat(same)
                    .as(filter.name())
                    .isEqualTo(w.minus(w.flip(2).flip(3)).abs().max() == 0);
        }
    }
}
