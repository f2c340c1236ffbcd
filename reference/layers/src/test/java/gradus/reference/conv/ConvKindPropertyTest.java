package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static gradus.reference.conv.DrawnConvolution.TOLERANCE;
import static gradus.reference.conv.DrawnConvolution.conv;
import static gradus.reference.conv.DrawnConvolution.magnitude;
import static gradus.reference.conv.DrawnConvolution.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.reference.pool.AveragePool2d;
import gradus.reference.pool.Unpool2d;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Depthwise, separable, transposed and one-dimensional convolution, and average pooling, by plain convolution. */
class ConvKindPropertyTest {
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
}
