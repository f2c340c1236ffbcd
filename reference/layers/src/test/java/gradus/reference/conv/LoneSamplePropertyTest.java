package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A batch is its samples one by one: the same answers and dx, and gradients of the parameters that add up. */
class LoneSamplePropertyTest {
    private static final double TOLERANCE = 1e-12;

    @Property(seed = "2026", tries = 40)
    void convolution(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        same(new Conv2d(dims.c(), dims.m(), strided(dims), 1), images(dims, seed, values), seed);
        same(new Conv2d(dims.c(), dims.m() * dims.c(), dims.window(), dims.c()), images(dims, seed, values), seed);
    }

    @Property(seed = "2026", tries = 40)
    void convolution_channel_by_channel(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        same(new DepthwiseConv2d(dims.c(), strided(dims)), images(dims, seed, values), seed);
        same(new SeparableConv2d(dims.c(), dims.m(), dims.window()), images(dims, seed, values), seed);
    }

    @Property(seed = "2026", tries = 40)
    void transposed_convolution(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        same(new TransposedConv2d(dims.c(), dims.m(), strided(dims)), images(dims, seed, values), seed);
    }

    @Property(seed = "2026", tries = 40)
    void convolution_of_sequences(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Window window = Window.of(1, dims.kw()).stride(2);

        same(new Conv1d(dims.c(), dims.m(), window, 1), values.draw(seed, dims.n(), dims.c(), dims.w()), seed);
    }

    private static Window strided(Images dims) {
        return dims.window().stride(2).padding(1);
    }

    private static Tensor images(Images dims, long seed, Values values) {
        return values.draw(seed, dims.n(), dims.c(), dims.h(), dims.w());
    }

    private static void same(Layer layer, Tensor x, long seed) {
        List<Parameter> parameters = layer.parameters();
        parameters.forEach(
                p -> p.set(Values.NORMAL.draw(seed + 1, p.value().shape().toArray())));
        Tensor y = layer.forward(x);
        Tensor dy = Values.NORMAL.draw(seed + 2, y.shape().toArray());
        Tensor dx = layer.backward(dy);
        List<Tensor> whole = parameters.stream().map(p -> p.gradient().copy()).toList();
        parameters.forEach(Parameter::clear);

        for (int n = 0; n < x.dim(0); n++) {
            assertThat(layer.forward(x.slice(0, n, n + 1))).isWithin(y.slice(0, n, n + 1), bound(y));
            assertThat(layer.backward(dy.slice(0, n, n + 1))).isWithin(dx.slice(0, n, n + 1), bound(dx));
        }
        for (int i = 0; i < whole.size(); i++) {
            assertThat(parameters.get(i).gradient()).isWithin(whole.get(i), bound(whole.get(i)));
        }
    }

    private static double bound(Tensor whole) {
        return TOLERANCE * whole.abs().max();
    }
}
