package gradus.reference.pool;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Images that grow from row to row and from column to column, by drawn steps, from a drawn height. */
class RampPropertyTest {
    @Property(seed = "2026", tries = 50)
    void on_a_ramp_upwards_the_last_corner_wins(
            @ForAll Images dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll @IntRange(min = 1, max = 2) int dilation) {
        Window window = dims.window().stride(stride).dilation(dilation);

        wins(ramp(dims, seed, values), window, dilation * (dims.kh() - 1), dilation * (dims.kw() - 1));
    }

    @Property(seed = "2026", tries = 50)
    void on_a_ramp_downwards_the_first_corner_wins(
            @ForAll Images dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll @IntRange(min = 1, max = 2) int dilation) {
        wins(ramp(dims, seed, values).negate(), dims.window().stride(stride).dilation(dilation), 0, 0);
    }

    /** Holds the maxima, and where each gradient goes, against the pixel at this row and column of every window. */
    private static void wins(Tensor x, Window window, int row, int column) {
        int height = window.outputHeight(x.dim(2));
        int width = window.outputWidth(x.dim(3));
        MaxPool2d max = new MaxPool2d(window);
        Tensor y = max.forward(x);
        Tensor dx = max.backward(Tensor.ones(y.shape()));

        assertThat(y).hasEntriesOf(corners(x, window.stride(), row, column, height, width));
        assertThat(corners(dx, window.stride(), row, column, height, width)).hasEntriesOf(Tensor.ones(y.shape()));
        assertThat(dx.sum(2, 3)).hasEntriesOf(Tensor.full(Shape.of(x.dim(0), x.dim(1)), height * width));
    }

    private static Tensor corners(Tensor x, int stride, int row, int column, int height, int width) {
        return x.slice(2, row, row + (height - 1) * stride + 1, stride)
                .slice(3, column, column + (width - 1) * stride + 1, stride);
    }

    private static Tensor ramp(Images dims, long seed, Values values) {
        Tensor rows = rising(seed, dims.h()).reshape(dims.h(), 1);
        return values.draw(seed + 2, dims.n(), dims.c(), 1, 1).plus(rows).plus(rising(seed + 1, dims.w()));
    }

    /** Sums of steps of 0.1 and more. */
    private static Tensor rising(long seed, int size) {
        double[] steps = Values.NORMAL.draw(seed, size).abs().plus(0.1).toArray();
        for (int i = 1; i < size; i++) {
            steps[i] += steps[i - 1];
        }
        return Tensor.of(steps);
    }
}
