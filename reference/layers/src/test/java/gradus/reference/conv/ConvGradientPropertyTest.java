package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static gradus.reference.conv.DrawnConvolution.TOLERANCE;
import static gradus.reference.conv.DrawnConvolution.conv;
import static gradus.reference.conv.DrawnConvolution.gradient;
import static gradus.reference.conv.DrawnConvolution.layer;
import static gradus.reference.conv.DrawnConvolution.magnitude;
import static gradus.reference.conv.DrawnConvolution.w;
import static gradus.reference.conv.DrawnConvolution.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.DualImages;
import gradus.reference.Images;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Convolution is linear in the image and in the filter, and its backward is the adjoint of each of these maps. */
class ConvGradientPropertyTest {
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
}
