package gradus.reference.kernel;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.tensor.Backend;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.lang.reflect.Proxy;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The composed kernels against loops that look at one pixel after another, over windows of all kinds. */
class KernelsTest {
    private static final double TOLERANCE = 1e-13;

    private final Kernels kernels = Kernels.current();

    @Property(seed = "2026", tries = 150, edgeCases = EdgeCasesMode.NONE)
    void convolution_is_seven_loops(
            @ForAll @IntRange(min = 1, max = 3) int high,
            @ForAll @IntRange(min = 1, max = 3) int wide,
            @ForAll @IntRange(min = 1, max = 4) int stride,
            @ForAll @IntRange(max = 3) int padding,
            @ForAll @IntRange(min = 1, max = 3) int dilation,
            @ForAll @IntRange(min = 1, max = 3) int groups,
            @ForAll long seed,
            @ForAll Values values) {
        Window window = Window.of(high, wide).stride(stride).padding(padding).dilation(dilation);
        Tensor x = values.draw(seed, 2, 3 * groups, 7, 11);
        Tensor w = Values.NORMAL.draw(seed + 1, 5 * groups, 3, high, wide);
        Tensor b = Values.NORMAL.draw(seed + 2, 5 * groups);
        NaiveConvolution naive = new NaiveConvolution(x, w, window, groups);

        Tensor y = kernels.convolution(x, w, b, window, groups);
        Tensor dy = Values.NORMAL.draw(seed + 3, y.shape().toArray());

        assertThat(y).isCloseTo(naive.forward(b), TOLERANCE);
        assertThat(kernels.convolutionInput(dy, w, window, groups, 7, 11)).isCloseTo(naive.dx(dy), TOLERANCE);
        assertThat(kernels.convolutionFilters(x, dy, window, groups)).isCloseTo(naive.dw(dy), TOLERANCE);
    }

    @Property(seed = "2026", tries = 150, edgeCases = EdgeCasesMode.NONE)
    void pooling_looks_at_every_pixel(
            @ForAll @IntRange(min = 1, max = 4) int high,
            @ForAll @IntRange(min = 1, max = 4) int wide,
            @ForAll @IntRange(min = 1, max = 5) int stride,
            @ForAll @IntRange(max = 2) int padding,
            @ForAll @IntRange(min = 1, max = 2) int dilation,
            @ForAll long seed,
            @ForAll Values values) {
        Assume.that(2 * padding <= Math.min(high, wide));
        Window window = Window.of(high, wide).stride(stride).padding(padding).dilation(dilation);
        Tensor x = values.draw(seed, 2, 3, 7, 11);
        NaivePooling naive = new NaivePooling(x, window);

        Kernels.Maxima maxima = kernels.maxPool(x, window);
        Tensor dy = Values.NORMAL.draw(seed + 1, maxima.values().shape().toArray());

        assertThat(maxima.values()).hasEntriesOf(naive.max());
        assertThat(kernels.maxPoolBackward(dy, maxima.positions(), window, 7, 11))
                .isCloseTo(naive.maxBackward(dy), TOLERANCE);
        assertThat(kernels.averagePool(x, window)).isCloseTo(naive.average(), TOLERANCE);
        assertThat(kernels.averagePoolBackward(dy, window, 7, 11)).isCloseTo(naive.averageBackward(dy), TOLERANCE);
    }

    @Example
    void positions_count_the_pixels_of_a_window_row_by_row() {
        Tensor x = Tensor.of(new double[][] {{3, 1, 3, 5}, {6, 0, 7, 9}, {3, 2, 1, 4}, {0, 2, 4, 3}})
                .reshape(1, 1, 4, 4);

        Kernels.Maxima maxima = kernels.maxPool(x, Window.of(2).stride(2));

        assertThat(maxima.positions().toArray()).containsExactly(2, 3, 0, 1);
        assertThat(maxima.positions().shape()).isEqualTo(maxima.values().shape());
    }

    @Example
    void a_backend_with_kernels_of_its_own_is_asked_first() {
        Object both = Proxy.newProxyInstance(
                Kernels.class.getClassLoader(),
                new Class<?>[] {Backend.class, Kernels.class},
                (self, method, given) -> null);

        assertThat(Backend.on((Backend) both, Kernels::current)).isSameAs(both);
        assertThat(Kernels.current()).isNotSameAs(both);
        assertThat(Kernels.current()).isEqualTo(kernels);
    }
}
