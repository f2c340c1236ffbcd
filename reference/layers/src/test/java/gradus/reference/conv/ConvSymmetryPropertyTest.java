package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static gradus.reference.conv.DrawnConvolution.TOLERANCE;
import static gradus.reference.conv.DrawnConvolution.conv;
import static gradus.reference.conv.DrawnConvolution.w;
import static gradus.reference.conv.DrawnConvolution.x;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.reference.train.data.Permutation;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What becomes of the answer where image and filters are moved, mirrored, transposed or rearranged. */
class ConvSymmetryPropertyTest {
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
}
