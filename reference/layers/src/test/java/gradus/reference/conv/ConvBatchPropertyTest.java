package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every kind of convolution does to an image alone what it does to it among others. */
class ConvBatchPropertyTest {
    private static final double TOLERANCE = 1e-13;

    @Property(seed = "2026", tries = 9)
    void an_image_alone_fares_as_in_its_batch(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Window window = dims.window().stride(2).padding(1);
        List<Layer> layers = List.of(
                new Conv2d(dims.c(), dims.m(), window, 1),
                new Conv2d(dims.c(), dims.m() * dims.c(), window.dilation(2), dims.c()),
                new DepthwiseConv2d(dims.c(), window),
                new SeparableConv2d(dims.c(), dims.m(), window),
                new TransposedConv2d(dims.c(), dims.m(), window));
        for (Layer layer : layers) {
            layer.parameters()
                    .forEach(p ->
                            p.set(Values.NORMAL.draw(seed, p.value().shape().toArray())));

            eachAlone(layer, values.draw(seed + 1, dims.n(), dims.c(), dims.h(), dims.w()), seed + 2);
        }
    }

    @Property(seed = "2026", tries = 18)
    void a_row_alone_fares_as_in_its_batch(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Conv1d layer =
                new Conv1d(dims.c(), dims.m(), Window.of(1, dims.kw()).stride(2).padding(1), 1);
        layer.parameters()
                .forEach(p -> p.set(Values.NORMAL.draw(seed, p.value().shape().toArray())));

        eachAlone(layer, values.draw(seed + 1, dims.n(), dims.c(), dims.w()), seed + 2);
    }

    private static void eachAlone(Layer layer, Tensor x, long seed) {
        Tensor y = layer.forward(x);
        Tensor dy = Values.NORMAL.draw(seed, y.shape().toArray());
        Tensor dx = layer.backward(dy);
        for (int n = 0; n < x.dim(0); n++) {
            String name = layer.getClass().getSimpleName() + ", sample " + n;
            assertThat(layer.forward(x.slice(0, n, n + 1))).as(name).isCloseTo(y.slice(0, n, n + 1), TOLERANCE);
            assertThat(layer.backward(dy.slice(0, n, n + 1))).as(name).isCloseTo(dx.slice(0, n, n + 1), TOLERANCE);
        }
    }
}
