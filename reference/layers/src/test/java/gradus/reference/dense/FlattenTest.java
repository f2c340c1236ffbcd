package gradus.reference.dense;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FlattenTest {
    private final Flatten flatten = new Flatten();

    /** The note on matrix derivatives, section 1: rows one after another, then the next channel. */
    @Test
    void lays_out_channel_by_channel_and_row_by_row() {
        Shape images = Shape.of(1, 2, 2, 3);
        Tensor x = Tensor.of(images, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

        Tensor y = flatten.forward(x);

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}));
        assertThat(flatten.backward(y.times(2))).hasEntriesOf(x.times(2));
    }

    /** The note: two images of 8 by 8 become two rows of 64 entries, or of 192 in three colours. */
    @Test
    void every_sample_becomes_a_row() {
        assertThat(flatten.forward(Tensor.zeros(2, 1, 8, 8)).shape()).isEqualTo(Shape.of(2, 64));
        assertThat(flatten.forward(Tensor.zeros(2, 3, 8, 8)).shape()).isEqualTo(Shape.of(2, 192));
        assertThat(flatten.forward(Tensor.zeros(5)).shape()).isEqualTo(Shape.of(5, 1));
        assertThat(flatten.forward(Tensor.zeros(0, 3, 5)).shape()).isEqualTo(Shape.of(0, 15));
        assertThat(flatten.forward(Tensor.zeros(5, 3, 0)).shape()).isEqualTo(Shape.of(5, 0));
    }

    @Test
    void its_answers_are_tensors_of_their_own() {
        Tensor x = Tensor.ones(2, 3);
        Tensor dy = Tensor.ones(2, 3);

        flatten.forward(x).fill(7);
        flatten.backward(dy).fill(7);

        assertThat(x).hasEntriesOf(Tensor.ones(2, 3));
        assertThat(dy).hasEntriesOf(Tensor.ones(2, 3));
    }

    @Property(seed = "2026", tries = 50)
    void backward_undoes_forward(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());

        assertThat(flatten.backward(flatten.forward(x))).hasEntriesOf(x);
    }

    @Test
    void refuses_a_single_number() {
        assertThatThrownBy(() -> flatten.forward(Tensor.full(Shape.of(), 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Flatten.forward: x: expected shape (any, …) but got ().");
    }

    @Test
    void refuses_an_upstream_in_the_shape_of_x() {
        flatten.forward(Tensor.zeros(5, 2, 3));

        assertThatThrownBy(() -> flatten.backward(Tensor.zeros(5, 2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Flatten.backward: dy: expected shape (5, 6) but got (5, 2, 3).");
    }
}
