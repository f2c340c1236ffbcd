package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static gradus.reference.conv.DrawnConvolution.TOLERANCE;
import static gradus.reference.conv.DrawnConvolution.gradient;
import static gradus.reference.conv.DrawnConvolution.layer;
import static gradus.reference.conv.DrawnConvolution.x;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Where a convolution is an affine layer: of every pixel, or of the whole image. */
class ConvAffinePropertyTest {
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
}
