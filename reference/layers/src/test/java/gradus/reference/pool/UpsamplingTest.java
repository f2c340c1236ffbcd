package gradus.reference.pool;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Layer;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsamplingTest {
    private static final Tensor X = image(new double[][] {{1, 2}, {3, 4}});

    /** Lecture 10: enlarged by filling with zeros. */
    @Test
    void unpooling_fills_with_zeros() {
        Unpool2d layer = new Unpool2d(2);

        assertThat(layer.forward(X)).hasEntriesOf(image(new double[][] {
            {1, 0, 2, 0}, {0, 0, 0, 0}, {3, 0, 4, 0}, {0, 0, 0, 0}
        }));
        assertThat(layer.backward(counted())).hasEntriesOf(image(new double[][] {{1, 3}, {9, 11}}));
    }

    @Test
    void nearest_repeats_and_takes_no_mean() {
        NearestUpsample layer = new NearestUpsample(2);

        assertThat(layer.forward(X)).hasEntriesOf(image(new double[][] {
            {1, 1, 2, 2}, {1, 1, 2, 2}, {3, 3, 4, 4}, {3, 3, 4, 4}
        }));
        assertThat(layer.backward(counted())).hasEntriesOf(image(new double[][] {
            {1 + 2 + 5 + 6, 3 + 4 + 7 + 8}, {46, 54}
        }));
    }

    /** Each new pixel lies a quarter of an old one off its middle; the border repeats. */
    @Test
    void bilinear_aligns_the_corners_of_squares() {
        BilinearUpsample layer = new BilinearUpsample(2);

        assertThat(layer.forward(image(new double[][] {{0, 4}}))).hasEntriesOf(image(new double[][] {
            {0, 1, 3, 4}, {0, 1, 3, 4}
        }));
        assertThat(layer.backward(image(new double[][] {{1, 10, 100, 1000}, {0, 0, 0, 0}})))
                .hasEntriesOf(image(new double[][] {{1 + 7.5 + 25, 2.5 + 75 + 1000}}));
        assertThat(layer.forward(image(new double[][] {{0}, {4}}))).hasEntriesOf(image(new double[][] {
            {0, 0}, {1, 1}, {3, 3}, {4, 4}
        }));
    }

    @Test
    void refuses_to_enlarge_by_less_than_one() {
        new Unpool2d(1);
        assertThatThrownBy(() -> new Unpool2d(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unpool2d: stride: expected 1 or more but got 0.");
        assertThatThrownBy(() -> new NearestUpsample(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NearestUpsample: factor: expected 1 or more but got 0.");
        assertThatThrownBy(() -> new BilinearUpsample(-2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BilinearUpsample: factor: expected 1 or more but got -2.");
    }

    @Test
    void refuses_what_is_no_batch_of_images() {
        for (Layer layer : List.of(new Unpool2d(2), new NearestUpsample(2), new BilinearUpsample(2))) {
            assertThatThrownBy(() -> layer.forward(Tensor.zeros(3, 4, 4)))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage(layer.getClass().getSimpleName()
                            + ".forward: x: expected shape (any, any, any, any) but got (3, 4, 4).");
        }
    }

    /** 1 to 16. */
    private static Tensor counted() {
        return image(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 16}});
    }

    private static Tensor image(double[][] rows) {
        return Tensor.of(rows).reshape(1, 1, rows.length, rows[0].length);
    }
}
