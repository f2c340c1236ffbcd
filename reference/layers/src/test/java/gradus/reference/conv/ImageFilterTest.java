package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ImageFilterTest {
    /** The summary's section on convolutions; the last one is of endterm 2020, 4. */
    @Test
    void has_the_weights_that_are_printed() {
        is(ImageFilter.EDGE, 1, new double[][] {{-1, -1, -1}, {-1, 8, -1}, {-1, -1, -1}});
        is(ImageFilter.BOX, 9, new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
        is(ImageFilter.SHARPEN, 1, new double[][] {{0, -1, 0}, {-1, 5, -1}, {0, -1, 0}});
        is(ImageFilter.GAUSS, 16, new double[][] {{1, 2, 1}, {2, 4, 2}, {1, 2, 1}});
        is(ImageFilter.SOBEL, 1, new double[][] {{1, 0, -1}, {2, 0, -2}, {1, 0, -1}});
        is(ImageFilter.SCHARR, 1, new double[][] {{3, 0, -3}, {10, 0, -10}, {3, 0, -3}});
        is(ImageFilter.DIFFERENCE, 1, new double[][] {{1, -1}, {1, -1}});
    }

    private static void is(ImageFilter filter, double divisor, double[][] weights) {
        assertThat(filter.weights().times(divisor)).as(filter.name()).isCloseTo(Tensor.of(weights), 1e-15);
    }

    /** Lecture 9's image, on which it lays the sharpening filter. */
    @Test
    void works_out_edges_and_blur_of_the_lectures_image() {
        Tensor x = Tensor.of(new double[][] {
                    {-5, 3, 2, -5, 3}, {4, 3, 2, 1, -3}, {1, 0, 3, 3, 5}, {-2, 0, 1, 4, 4}, {5, 6, 7, 9, -1}
                })
                .reshape(1, 1, 5, 5);

        assertThat(inside(ImageFilter.EDGE, x)).hasEntriesOf(Tensor.of(new double[][] {
            {14, 6, -2}, {-12, 10, 7}, {-21, -24, 1}
        }));
        assertThat(inside(ImageFilter.GAUSS, x).times(16)).hasEntriesOf(Tensor.of(new double[][] {
            {31, 27, 11}, {19, 32, 42}, {26, 50, 64}
        }));
        assertThat(inside(ImageFilter.SHARPEN, x)).hasEntriesOf(Tensor.of(new double[][] {
            {6, 1, 8}, {-7, 9, 2}, {-5, -9, 3}
        }));
    }

    /** Where the whole filter lies on the image. */
    private static Tensor inside(ImageFilter filter, Tensor x) {
        Tensor y = filter.layer(1).forward(x).select(0, 0).select(0, 0);
        return y.slice(0, 1, 4).slice(1, 1, 4);
    }

    @Test
    void weights_are_copies() {
        ImageFilter.BOX.weights().fill(7);

        assertThat(ImageFilter.BOX.weights().sum()).isEqualTo(1);
    }

    /** What blurs or sharpens keeps an even image even, what finds edges finds none; at the border, zeros begin. */
    @Test
    void even_images_stay_even_or_have_no_edges() {
        for (ImageFilter filter : ImageFilter.values()) {
            Tensor y = filter.layer(2).forward(Tensor.full(Shape.of(1, 2, 5, 7), 4));
            Tensor inside = y.slice(2, 1, 4).slice(3, 1, 6);

            double expected = filter.weights().sum() > 0.5 ? 4 : 0;
            assertThat(inside).as(filter.name()).isWithin(Tensor.full(inside.shape(), expected), 1e-14);
        }
    }

    /** Not turned round, they answer with plus where bright becomes dark, from left to right. */
    @Test
    void vertical_edges_have_the_sign_of_the_darkening() {
        Tensor x = Tensor.of(new double[][] {{1, 1, 0, 0}, {1, 1, 0, 0}, {1, 1, 0, 0}})
                .reshape(1, 1, 3, 4);

        assertThat(middle(ImageFilter.SOBEL, x)).hasEntriesOf(Tensor.of(-4, 4, 4, 0));
        assertThat(middle(ImageFilter.SCHARR, x)).hasEntriesOf(Tensor.of(-16, 16, 16, 0));
        assertThat(middle(ImageFilter.DIFFERENCE, x)).hasEntriesOf(Tensor.of(0, 2, 0));
        assertThat(middle(ImageFilter.SOBEL, x.transpose())).hasEntriesOf(Tensor.of(-3, 0, 3));
    }

    private static Tensor middle(ImageFilter filter, Tensor x) {
        return filter.layer(1).forward(x).select(0, 0).select(0, 0).select(0, 1);
    }

    @Test
    void works_on_every_channel_alone_and_keeps_the_size() {
        Tensor x = Values.NORMAL.draw(1, 2, 3, 5, 7);
        Tensor y = ImageFilter.GAUSS.layer(3).forward(x);

        assertThat(y.shape()).isEqualTo(x.shape());
        assertThat(y.slice(1, 2, 3)).isCloseTo(ImageFilter.GAUSS.layer(1).forward(x.slice(1, 2, 3)), 1e-15);
    }
}
