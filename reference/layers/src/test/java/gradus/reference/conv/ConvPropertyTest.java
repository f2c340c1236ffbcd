package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.DualImages;
import gradus.reference.Images;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.reference.pool.AveragePool2d;
import gradus.reference.pool.Unpool2d;
import gradus.reference.train.data.Permutation;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every convolution, on images and with filters of drawn sizes. */
class ConvPropertyTest {
    private static final double TOLERANCE = 1e-12;

    private static Tensor x(Images dims, Values values, long seed) {
        return values.draw(seed, dims.n(), dims.c(), dims.h(), dims.w());
    }

    private static Tensor w(Images dims, long seed) {
        return Values.NORMAL.draw(seed + 1, dims.m(), dims.c(), dims.kh(), dims.kw());
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

    @Property(seed = "2026", tries = 15)
    void forward_is_linear_in_x(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor other = x(dims, Values.NORMAL, seed + 2);
        Tensor w = w(dims, seed);

        Tensor together = conv(x.times(2).minus(other.times(3)), w, dims.window());

        assertThat(together)
                .isCloseTo(
                        conv(x, w, dims.window())
                                .times(2)
                                .minus(conv(other, w, dims.window()).times(3)),
                        TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void forward_is_linear_in_w(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor w = w(dims, seed);
        Tensor other = w(dims, seed + 2);

        Tensor together = conv(x, w.times(2).minus(other.times(3)), dims.window());

        assertThat(together)
                .isCloseTo(
                        conv(x, w, dims.window())
                                .times(2)
                                .minus(conv(x, other, dims.window()).times(3)),
                        TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void the_bias_adds_one_number_to_each_channel(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Window padded = dims.window().padding(1);
        Tensor b = values.draw(seed, dims.m());
        Conv2d layer = layer(w(dims, seed), padded, 1);
        layer.parameters().get(1).set(b);
        Tensor x = x(dims, Values.NORMAL, seed + 2);

        Tensor y = layer.forward(x);

        assertThat(y).isCloseTo(conv(x, w(dims, seed), padded).plus(b.reshape(dims.m(), 1, 1)), TOLERANCE);
        assertThat(layer.forward(x.times(0)))
                .hasEntriesOf(b.reshape(dims.m(), 1, 1).broadcastTo(y.shape()));
    }

    @Property(seed = "2026", tries = 15)
    void an_image_moved_by_the_stride_moves_the_answer_by_one(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        for (int stride = 1; stride <= 3; stride++) {
            Window window = dims.window().stride(stride);
            Tensor x = x(dims, values, seed);
            Tensor moved = Tensor.concat(3, Values.NORMAL.draw(seed + 2, dims.n(), dims.c(), dims.h(), stride), x);
            Tensor lowered = Tensor.concat(2, Values.NORMAL.draw(seed + 3, dims.n(), dims.c(), stride, dims.w()), x);
            Tensor y = conv(x, w(dims, seed), window);

            assertThat(conv(moved, w(dims, seed), window).slice(3, 1, y.dim(3) + 1))
                    .isCloseTo(y, TOLERANCE);
            assertThat(conv(lowered, w(dims, seed), window).slice(2, 1, y.dim(2) + 1))
                    .isCloseTo(y, TOLERANCE);
        }
    }

    @Property(seed = "2026", tries = 15)
    void a_window_of_one_pixel_is_an_affine_map_of_every_pixel(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Conv2d pointwise = layer(Values.NORMAL.draw(seed, dims.m(), dims.c(), 1, 1), Window.of(1), 1);
        pointwise.parameters().get(1).set(Values.NORMAL.draw(seed + 1, dims.m()));
        Affine affine = affine(pointwise);
        Tensor x = x(dims, values, seed + 2);
        Tensor dy = Values.NORMAL.draw(seed + 3, dims.n(), dims.m(), dims.h(), dims.w());

        assertThat(pixels(pointwise.forward(x))).isCloseTo(affine.forward(pixels(x)), TOLERANCE);
        assertThat(pixels(pointwise.backward(dy))).isCloseTo(affine.backward(pixels(dy)), TOLERANCE);
        assertThat(gradient(pointwise, 0).reshape(dims.m(), dims.c()))
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
    @Property(seed = "2026", tries = 15)
    void a_window_as_large_as_the_image_is_an_affine_map_of_it(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Conv2d whole = layer(
                Values.NORMAL.draw(seed, dims.m(), dims.c(), dims.h(), dims.w()),
                Window.of(dims.h(), dims.w()).stride(2),
                1);
        whole.parameters().get(1).set(Values.NORMAL.draw(seed + 1, dims.m()));
        Affine affine = affine(whole);
        Tensor x = x(dims, values, seed + 2);
        int entries = dims.c() * dims.h() * dims.w();
        Tensor flat = x.reshape(dims.n(), entries);
        Tensor dy = Values.NORMAL.draw(seed + 3, dims.n(), dims.m());

        assertThat(whole.forward(x).reshape(dims.n(), dims.m())).isCloseTo(affine.forward(flat), TOLERANCE);
        assertThat(whole.backward(dy.reshape(dims.n(), dims.m(), 1, 1)).reshape(flat.shape()))
                .isCloseTo(affine.backward(dy), TOLERANCE);
        assertThat(gradient(whole, 0).reshape(dims.m(), entries))
                .isCloseTo(gradient(affine, 0).transpose(), TOLERANCE);
        assertThat(gradient(whole, 1)).isCloseTo(gradient(affine, 1), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void a_single_one_in_the_middle_changes_nothing(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), 1, dims.h(), dims.w());

        assertThat(conv(x, one(1, 1), Window.of(3).padding(1))).hasEntriesOf(x);
    }

    /** Correlation: a 1 left of the middle brings every pixel's left neighbour, so the image moves to the right. */
    @Property(seed = "2026", tries = 15)
    void a_single_one_beside_the_middle_moves_the_image(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), 1, dims.h(), dims.w());
        Window same = Window.of(3).padding(1);

        Tensor right = x.pad(3, 1, 0).slice(3, 0, dims.w());
        Tensor left = x.pad(3, 0, 1).slice(3, 1, dims.w() + 1);
        Tensor down = x.pad(2, 1, 0).slice(2, 0, dims.h());
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

    @Property(seed = "2026", tries = 15)
    void flipping_is_convolution_with_the_filter_turned_round(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor turned = w(dims, seed).flip(2).flip(3);
        Conv2d flipping = layer(w(dims, seed), dims.window().flip(true), 1);
        Conv2d plain = layer(turned, dims.window(), 1);
        Tensor y = flipping.forward(x);
        Tensor dy = Values.NORMAL.draw(seed + 2, y.shape().toArray());

        assertThat(y).hasEntriesOf(plain.forward(x));
        assertThat(flipping.backward(dy)).hasEntriesOf(plain.backward(dy));
        assertThat(gradient(flipping, 0))
                .hasEntriesOf(gradient(plain, 0).flip(2).flip(3));
    }

    @Property(seed = "2026", tries = 15)
    void channels_of_x_and_w_may_change_places_together(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);

        assertThat(conv(x.flip(1), w(dims, seed).flip(1), dims.window()))
                .isCloseTo(conv(x, w(dims, seed), dims.window()), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void filters_that_change_places_change_those_of_the_answer(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        IntTensor order = Permutation.of(dims.m(), new Seed(seed));
        Tensor y = conv(x, w(dims, seed), dims.window());

        assertThat(conv(x, w(dims, seed).take(order), dims.window()).permute(1, 0, 2, 3))
                .hasEntriesOf(y.permute(1, 0, 2, 3).take(order));
    }

    @Property(seed = "2026", tries = 15)
    void padding_is_a_border_of_zeros(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);

        for (int p = 1; p <= 3; p++) {
            assertThat(conv(x, w(dims, seed), dims.window().padding(p)))
                    .hasEntriesOf(conv(x.pad(2, p, p).pad(3, p, p), w(dims, seed), dims.window()));
        }
    }

    @Property(seed = "2026", tries = 15)
    void dilation_is_a_filter_with_zeros_between(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        int height = 3 * dims.kh() - 2;
        int width = 3 * dims.kw() - 2;
        Tensor wide = Tensor.zeros(dims.m(), dims.c(), dims.kh(), width);
        wide.add(3, 0, 3, w(dims, seed));
        Tensor large = Tensor.zeros(dims.m(), dims.c(), height, width);
        large.add(2, 0, 3, wide);

        assertThat(conv(x, w(dims, seed), dims.window().dilation(3)))
                .isCloseTo(conv(x, large, Window.of(height, width)), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void a_stride_takes_every_other_answer(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor all = conv(x, w(dims, seed), dims.window());

        for (int s = 2; s <= 4; s++) {
            Tensor some = all.slice(2, 0, all.dim(2), s).slice(3, 0, all.dim(3), s);
            assertThat(conv(x, w(dims, seed), dims.window().stride(s))).hasEntriesOf(some);
        }
    }

    @Property(seed = "2026", tries = 15)
    void groups_are_a_filter_with_zeros_for_foreign_channels(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        int c = dims.c();
        int m = dims.m();
        Tensor x = values.draw(seed, dims.n(), 2 * c, dims.h(), dims.w());
        Tensor w = Values.NORMAL.draw(
                seed + 1, 2 * m, c, dims.kh(), dims.kw()); // two groups of m filters that see c channels
        Tensor above = w.slice(0, 0, m).pad(1, 0, c);
        Tensor below = w.slice(0, m, 2 * m).pad(1, c, 0);

        assertThat(layer(w, dims.window(), 2).forward(x))
                .isCloseTo(conv(x, Tensor.concat(0, above, below), dims.window()), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void mirrored_images_and_filters_give_mirrored_answers(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor w = w(dims, seed);
        Tensor y = conv(x, w, dims.window());

        assertThat(conv(x.flip(2), w.flip(2), dims.window())).isCloseTo(y.flip(2), TOLERANCE);
        assertThat(conv(x.flip(3), w.flip(3), dims.window())).isCloseTo(y.flip(3), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void transposed_images_and_filters_give_transposed_answers(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Window window = dims.window().stride(2).padding(1);
        Window turned = Window.of(dims.kw(), dims.kh()).stride(2).padding(1);

        assertThat(conv(x.transpose(), w(dims, seed).transpose(), turned))
                .isCloseTo(conv(x, w(dims, seed), window).transpose(), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void without_bias_backward_is_the_adjoint_in_x_and_in_w(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        for (Window window : List.of(
                dims.window(),
                dims.window().stride(2).padding(1),
                dims.window().stride(3).padding(2))) {
            Tensor x = x(dims, values, seed);
            Conv2d layer = layer(w(dims, seed), window, 1);
            Tensor y = layer.forward(x);
            Tensor dy = Values.NORMAL.draw(seed + 2, y.shape().toArray());
            double throughX = layer.backward(dy).dot(x);
            double throughW = gradient(layer, 0).dot(w(dims, seed));

            double bound = 1e-13 * magnitude(x) * magnitude(dy) * magnitude(w(dims, seed));
            assertThat(throughX).isCloseTo(y.dot(dy), within(bound));
            assertThat(throughW).isCloseTo(y.dot(dy), within(bound));
        }
    }

    @Property(seed = "2026", tries = 15)
    void parameter_gradients_of_a_batch_are_the_sum_over_its_samples(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Conv2d together = layer(w(dims, seed), dims.window(), 1);
        Tensor y = together.forward(x);
        Tensor dy = Values.NORMAL.draw(seed + 2, y.shape().toArray());
        together.backward(dy);

        Conv2d apart = layer(w(dims, seed), dims.window(), 1);
        for (int n = 0; n < dims.n(); n++) {
            apart.forward(x.slice(0, n, n + 1));
            apart.backward(dy.slice(0, n, n + 1));
        }

        assertThat(gradient(apart, 0)).isCloseTo(gradient(together, 0), TOLERANCE);
        assertThat(gradient(apart, 1)).isCloseTo(gradient(together, 1), TOLERANCE);
    }

    /** A second opinion: the sum over the window's pixels, differentiated forward along a direction. */
    @Property(seed = "2026", tries = 15)
    void dual_numbers_agree_with_backward(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Dual x = new Dual(x(dims, values, seed), x(dims, Values.NORMAL, seed + 2));
        Dual w = new Dual(w(dims, seed), w(dims, seed + 3));
        Dual b = new Dual(Values.NORMAL.draw(seed + 4, dims.m()), Values.NORMAL.draw(seed + 5, dims.m()));
        Window window = dims.window().stride(2).padding(1);
        Conv2d layer = layer(w.value(), window, 1);
        layer.parameters().get(1).set(b.value());

        Dual y = DualImages.convolution(x, w, b, window);
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

    @Property(seed = "2026", tries = 15)
    void a_depthwise_convolution_is_one_convolution_a_channel(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Tensor w = Values.NORMAL.draw(seed + 1, dims.c(), 1, dims.kh(), dims.kw());
        DepthwiseConv2d depthwise = new DepthwiseConv2d(dims.c(), dims.window().stride(2));
        depthwise.parameters().get(0).set(w);
        Tensor y = depthwise.forward(x);

        for (int c = 0; c < dims.c(); c++) {
            Tensor alone = conv(
                    x.slice(1, c, c + 1), w.slice(0, c, c + 1), dims.window().stride(2));
            assertThat(y.slice(1, c, c + 1)).isCloseTo(alone, TOLERANCE);
        }
    }

    @Property(seed = "2026", tries = 15)
    void a_separable_convolution_is_one_with_products_for_weights(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Window window = dims.window().stride(2).padding(1);
        SeparableConv2d separable = new SeparableConv2d(dims.c(), dims.m(), window);
        Tensor depthwise = Values.NORMAL.draw(seed + 1, dims.c(), 1, dims.kh(), dims.kw());
        Tensor pointwise = Values.NORMAL.draw(seed + 2, dims.m(), dims.c(), 1, 1);
        separable.parameters().get(0).set(depthwise);
        separable.parameters().get(1).set(pointwise);

        Tensor products = pointwise.times(depthwise.reshape(1, dims.c(), dims.kh(), dims.kw()));
        assertThat(separable.forward(x)).isCloseTo(conv(x, products, window), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void average_pooling_is_a_depthwise_convolution_of_equal_weights(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = x(dims, values, seed);
        Window window = dims.window().stride(2).padding(1);
        DepthwiseConv2d equal = new DepthwiseConv2d(dims.c(), window);
        equal.parameters()
                .get(0)
                .set(Tensor.full(Shape.of(dims.c(), 1, dims.kh(), dims.kw()), 1.0 / (dims.kh() * dims.kw())));
        AveragePool2d pool = new AveragePool2d(window);
        Tensor y = pool.forward(x);
        Tensor dy = Values.NORMAL.draw(seed + 2, y.shape().toArray());

        assertThat(y).isCloseTo(equal.forward(x), TOLERANCE);
        assertThat(pool.backward(dy)).isCloseTo(equal.backward(dy), TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void a_transposed_convolution_is_the_adjoint_of_a_convolution(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        for (Window window : List.of(
                dims.window(),
                dims.window().stride(2).padding(1),
                Window.of(dims.kw(), dims.kh()).stride(2).flip(true))) {
            Tensor x = values.draw(seed, dims.n(), dims.m(), dims.h(), dims.w());
            Tensor w = Values.NORMAL.draw(seed + 1, dims.m(), dims.c(), window.height(), window.width());
            TransposedConv2d transposed = new TransposedConv2d(dims.m(), dims.c(), window);
            transposed.parameters().get(0).set(w);
            Tensor y = transposed.forward(x);
            Tensor z = Values.NORMAL.draw(seed + 2, y.shape().toArray());

            double bound = 1e-13 * magnitude(x) * magnitude(z) * magnitude(w);
            assertThat(y.dot(z)).isCloseTo(conv(z, w, window).dot(x), within(bound));
            assertThat(transposed.backward(z)).isCloseTo(conv(z, w, window), TOLERANCE);
        }
    }

    /** Lecture 10: spread the pixels, fill with zeros, convolve. */
    @Property(seed = "2026", tries = 15)
    void a_transposed_convolution_is_unpooling_and_a_flipped_convolution(
            @ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.m(), dims.h(), dims.w());
        Tensor w = Values.NORMAL.draw(seed + 1, dims.m(), dims.c(), 3, 3);
        TransposedConv2d transposed =
                new TransposedConv2d(dims.m(), dims.c(), Window.of(3).stride(2));
        transposed.parameters().get(0).set(w);

        Tensor spread = new Unpool2d(2)
                .forward(x)
                .slice(2, 0, 2 * dims.h() - 1)
                .slice(3, 0, 2 * dims.w() - 1); // nothing follows the last pixel
        Tensor convolved =
                conv(spread, w.permute(1, 0, 2, 3), Window.of(3).padding(2).flip(true));
        assertThat(transposed.forward(x)).isCloseTo(convolved, TOLERANCE);
    }

    @Property(seed = "2026", tries = 15)
    void a_sequence_is_an_image_one_pixel_high(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.c(), dims.w());
        Tensor w = Values.NORMAL.draw(seed + 1, dims.m(), dims.c(), dims.kw());
        Window window = Window.of(1, dims.kw()).stride(3).dilation(3);
        Conv1d layer = new Conv1d(dims.c(), dims.m(), window.padding(2), 1);
        layer.parameters().get(0).set(w);

        Tensor image = x.pad(2, 2, 2).expand(2);
        assertThat(layer.forward(x)).isCloseTo(conv(image, w.expand(2), window).select(2, 0), TOLERANCE);
    }

    /** What is symmetric cannot tell the two conventions apart; what is not, can. */
    @Example
    void symmetric_filters_hide_flipping() {
        Tensor x = Values.NORMAL.draw(1, 2, 1, 7, 11);

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
