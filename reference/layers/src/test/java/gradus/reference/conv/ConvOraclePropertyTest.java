package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static gradus.reference.conv.DrawnConvolution.TOLERANCE;
import static gradus.reference.conv.DrawnConvolution.gradient;
import static gradus.reference.conv.DrawnConvolution.layer;

import gradus.reference.Values;
import gradus.reference.kernel.NaiveConvolution;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The layer against seven loops around one product, with all options at once. */
class ConvOraclePropertyTest {
    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void forward_and_backward_are_seven_loops(
            @ForAll @IntRange(min = 1, max = 4) int stride,
            @ForAll @IntRange(max = 3) int padding,
            @ForAll @IntRange(min = 1, max = 3) int dilation,
            @ForAll @IntRange(min = 1, max = 3) int groups,
            @ForAll boolean flip,
            @ForAll long seed,
            @ForAll Values values) {
        Window window = Window.of(2, 3)
                .stride(stride)
                .padding(padding)
                .dilation(dilation)
                .flip(flip);
        Tensor x = values.draw(seed, 2, 3 * groups, 7, 11);
        Tensor w = Values.NORMAL.draw(seed + 1, 5 * groups, 3, 2, 3);
        Tensor b = Values.NORMAL.draw(seed + 2, 5 * groups);
        NaiveConvolution naive = new NaiveConvolution(x, turned(w, flip), window, groups);
        Conv2d layer = layer(w, window, groups);
        layer.parameters().get(1).set(b);

        Tensor y = layer.forward(x);
        Tensor dy = Values.NORMAL.draw(seed + 3, y.shape().toArray());

        assertThat(y).isCloseTo(naive.forward(b), TOLERANCE);
        assertThat(layer.backward(dy)).isCloseTo(naive.dx(dy), TOLERANCE);
        assertThat(gradient(layer, 0)).isCloseTo(turned(naive.dw(dy), flip), TOLERANCE);
        assertThat(gradient(layer, 1)).isCloseTo(dy.sum(0, 2, 3), TOLERANCE);
    }

    private static Tensor turned(Tensor w, boolean flip) {
        return flip ? w.flip(2).flip(3) : w;
    }
}
