package gradus.vector;

import static gradus.vector.Agreement.requireClose;
import static gradus.vector.Agreement.requireEqual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Backend;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Convolution and pooling, against the kernels composed from the algebra. */
class ImageKernelsTest {
    private static Tensor draw(long seed, int... dims) {
        return Tensor.normal(Shape.of(dims), new Seed(seed));
    }

    private static void requireConvolution(Tensor x, Tensor w, Window window, int groups) {
        int height = x.dim(2);
        int width = x.dim(3);
        Tensor b = draw(3, w.dim(0));
        Kernels composed = Kernels.current();
        Tensor y = composed.convolution(x, w, b, window, groups);
        Tensor dy = Tensor.normal(y.shape(), new Seed(4));

        requireClose(
                () -> Kernels.current().convolution(x, w, b, window, groups),
                y,
                composed.convolution(x.abs(), w.abs(), b.abs(), window, groups));
        requireClose(
                () -> Kernels.current().convolutionInput(dy, w, window, groups, height, width),
                composed.convolutionInput(dy, w, window, groups, height, width),
                composed.convolutionInput(dy.abs(), w.abs(), window, groups, height, width));
        requireClose(
                () -> Kernels.current().convolutionFilters(x, dy, window, groups),
                composed.convolutionFilters(x, dy, window, groups),
                composed.convolutionFilters(x.abs(), dy.abs(), window, groups));
    }

    @Property(seed = "2026", tries = 150, edgeCases = EdgeCasesMode.NONE)
    void convolutions_of_all_kinds_agree(
            @ForAll @IntRange(min = 1, max = 3) int high,
            @ForAll @IntRange(min = 1, max = 3) int wide,
            @ForAll @IntRange(min = 1, max = 4) int stride,
            @ForAll @IntRange(max = 3) int padding,
            @ForAll @IntRange(min = 1, max = 3) int dilation,
            @ForAll @IntRange(min = 1, max = 3) int groups,
            @ForAll @IntRange(max = 3) int samples,
            @ForAll long seed) {
        Window window = Window.of(high, wide).stride(stride).padding(padding).dilation(dilation);

        requireConvolution(
                draw(seed, samples, 2 * groups, 7, 8), draw(seed + 1, 3 * groups, 2, high, wide), window, groups);
    }

    @Test
    void images_without_channels_agree() {
        requireConvolution(draw(1, 2, 0, 5, 4), draw(2, 3, 0, 2, 2), Window.of(2), 1);
    }

    /** The number of samples times the square of that of channels is more than an int holds. */
    @Test
    void many_samples_of_many_groups_do_not_overflow() {
        Window window = Window.of(1).stride(2);
        Tensor x = draw(1, 2100, 1024, 1, 1);
        Tensor ones = Tensor.ones(1024, 1, 1, 1);
        Tensor sums = x.sum(0).reshape(ones.shape());

        Backend.on(Backend.named("vector", 1), () -> {
            Kernels kernels = Kernels.current();
            assertThat(kernels.convolution(x, ones, Tensor.zeros(1024), window, 1024)
                            .toArray())
                    .isEqualTo(x.toArray());
            assertThat(kernels.convolutionInput(x, ones, window, 1024, 1, 1).toArray())
                    .isEqualTo(x.toArray());
            assertThat(kernels.convolutionFilters(x, Tensor.ones(2100, 1024, 1, 1), window, 1024)
                            .toArray())
                    .containsExactly(sums.toArray(), within(1e-9));
            return null;
        });
    }

    /** Wide enough for whole panels, deep enough for two blocks, and large enough to be shared. */
    @Test
    void large_convolutions_agree() {
        requireConvolution(
                draw(1, 5, 31, 17, 32), draw(2, 17, 31, 3, 3), Window.of(3).padding(1), 1);
        requireConvolution(draw(1, 3, 6, 40, 37), draw(2, 10, 3, 5, 5), Window.of(5), 2);
        requireConvolution(
                draw(1, 2, 4, 64, 48), draw(2, 12, 4, 3, 3), Window.of(3).stride(2), 1);
    }

    /** More positions than few filters' gradients take at a time, and some left over. */
    @Test
    void large_images_and_few_filters_agree() {
        requireConvolution(
                draw(1, 2, 3, 25, 24), draw(2, 7, 3, 3, 3), Window.of(3).padding(1), 1);
    }

    /** Rows of whole panels: few filters, fewer than a tile has rows or not a multiple, and more entries of filters than fit. */
    @Test
    void images_as_wide_as_panels_agree() {
        for (int filters : new int[] {1, 8, 16, 19}) {
            requireConvolution(
                    draw(1, 2, 3, 6, 32),
                    draw(2, filters, 3, 3, 3),
                    Window.of(3).padding(1),
                    1);
        }
        requireConvolution(draw(1, 1, 115, 3, 18), draw(2, 32, 115, 3, 3), Window.of(3), 1);
        requireConvolution(
                draw(1, 0, 3, 6, 32), draw(2, 8, 3, 3, 3), Window.of(3).padding(1), 1);
    }

    /** Few channels get the gradient of rows of whole panels, whether windows reach over the border, end at it, or stay behind it. */
    @Test
    void gradients_of_few_channels_agree() {
        for (int channels : new int[] {1, 2, 3, 4, 5}) {
            for (int padding : new int[] {0, 1, 2, 3}) {
                int width = 32 + 2 - 2 * padding;
                requireConvolution(
                        draw(1, 2, 2 * channels, 6, width),
                        draw(2, 6, channels, 3, 3),
                        Window.of(3).padding(padding),
                        2);
                requireConvolution(
                        draw(1, 1, channels, 9, 32),
                        draw(2, 7, channels, 3, 3),
                        Window.of(3).padding(padding).dilation(2),
                        1);
            }
        }
    }

    private static void requirePooling(Tensor x, Window window) {
        int height = x.dim(2);
        int width = x.dim(3);
        Kernels.Maxima maxima = Kernels.current().maxPool(x, window);
        IntTensor positions = maxima.positions();
        Tensor dy = Tensor.normal(maxima.values().shape(), new Seed(4));
        Backend vector = Backend.named("vector", 2);

        requireEqual(() -> Kernels.current().maxPool(x, window).values());
        assertThat(Backend.on(vector, () -> Kernels.current().maxPool(x, window).positions())
                        .toArray())
                .isEqualTo(positions.toArray());
        requireClose(
                () -> Kernels.current().maxPoolBackward(dy, positions, window, height, width),
                Kernels.current().maxPoolBackward(dy, positions, window, height, width),
                Kernels.current().maxPoolBackward(dy.abs(), positions, window, height, width));
        requireClose(
                () -> Kernels.current().averagePool(x, window),
                Kernels.current().averagePool(x, window),
                Kernels.current().averagePool(x.abs(), window));
        requireClose(
                () -> Kernels.current().averagePoolBackward(dy, window, height, width),
                Kernels.current().averagePoolBackward(dy, window, height, width),
                Kernels.current().averagePoolBackward(dy.abs(), window, height, width));
    }

    @Property(seed = "2026", tries = 100, edgeCases = EdgeCasesMode.NONE)
    void pooling_of_all_kinds_agrees(
            @ForAll @IntRange(min = 1, max = 4) int high,
            @ForAll @IntRange(min = 1, max = 4) int wide,
            @ForAll @IntRange(min = 1, max = 5) int stride,
            @ForAll @IntRange(max = 2) int padding,
            @ForAll @IntRange(min = 1, max = 2) int dilation,
            @ForAll @IntRange(max = 3) int samples,
            @ForAll long seed) {
        Window window = Window.of(high, wide).stride(stride).padding(padding).dilation(dilation);

        requirePooling(draw(seed, samples, 3, 7, 8), window);
        requirePooling(draw(seed, samples, 3, 7, 8).sign(), window);
        requirePooling(draw(seed, samples, 3, 7, 8).greater(1).log(), window); // -∞ and 0
    }

    @Test
    void large_pooling_agrees() {
        requirePooling(draw(1, 7, 11, 30, 42), Window.of(2).stride(2));
    }

    @Test
    void nan_wins_and_nothing_at_all_is_minus_infinity() {
        Tensor x = Tensor.of(1, Double.NaN, 2, Double.NaN, Double.NEGATIVE_INFINITY, 0, -0.0, 3, 3)
                .reshape(1, 1, 3, 3);

        requirePooling(x, Window.of(2));
        requirePooling(x, Window.of(2).padding(1));
        requirePooling(
                Tensor.full(x.shape(), Double.NEGATIVE_INFINITY), Window.of(2).padding(1));
    }
}
