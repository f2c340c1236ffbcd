package gradus.reference.train.data;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private final Tensor x = Tensor.of(new double[][] {{0, 1}, {10, 11}, {20, 21}});

    @Test
    void inputs_and_targets_are_taken_together() {
        Samples<Tensor> taken = Samples.of(x, Tensor.of(5, 6, 7)).take(IntTensor.of(2, 0, 2));

        assertThat(taken.size()).isEqualTo(3);
        assertThat(taken.x()).hasEntriesOf(Tensor.of(new double[][] {{20, 21}, {0, 1}, {20, 21}}));
        assertThat(taken.targets()).hasEntriesOf(Tensor.of(7, 5, 7));
    }

    @Test
    void labels_of_several_axes_are_taken_by_the_first() {
        IntTensor labels = IntTensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);

        Samples<IntTensor> all = Samples.of(x, labels);

        assertThat(all.take(IntTensor.of(2, 1)).targets()).isEqualTo(IntTensor.of(Shape.of(2, 2), 5, 6, 3, 4));
        assertThat(all.slice(1, 3).targets()).isEqualTo(IntTensor.of(Shape.of(2, 2), 3, 4, 5, 6));
        assertThat(all.slice(1, 1).targets()).isEqualTo(IntTensor.of(Shape.of(0, 2)));
        assertThat(all.slice(1, 1).take(IntTensor.of()).size()).isZero();
    }

    @Test
    void a_slice_has_neither_more_nor_less() {
        Samples<IntTensor> slice = Samples.of(x, IntTensor.of(3, 4, 5)).slice(1, 2);

        assertThat(slice.x()).hasEntriesOf(Tensor.of(new double[][] {{10, 11}}));
        assertThat(slice.targets()).isEqualTo(IntTensor.of(4));
    }

    @Test
    void other_inputs_keep_the_targets() {
        Samples<IntTensor> other = Samples.of(x, IntTensor.of(3, 4, 5)).with(x.times(2));

        assertThat(other.x()).hasEntriesOf(x.times(2));
        assertThat(other.targets()).isEqualTo(IntTensor.of(3, 4, 5));
        assertThat(other.take(IntTensor.of(1)).targets()).isEqualTo(IntTensor.of(4));
    }

    @Test
    void there_is_a_target_for_each_input() {
        assertThatThrownBy(() -> Samples.of(x, IntTensor.of(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Samples: expected as many targets as inputs (3, 2) but got (2).");
        assertThatThrownBy(() -> Samples.of(x, Tensor.zeros()))
                .hasMessage("Samples: expected as many targets as inputs (3, 2) but got ().");
        assertThatThrownBy(() -> Samples.of(Tensor.zeros(), Tensor.zeros()))
                .hasMessage("Samples: expected as many targets as inputs () but got ().");
        assertThatThrownBy(() -> Samples.of(Tensor.zeros(), x))
                .hasMessage("Samples: expected as many targets as inputs () but got (3, 2).");
        assertThatThrownBy(() -> Samples.of(x, IntTensor.of(1, 2, 3)).with(Tensor.zeros(2, 2)))
                .hasMessage("Samples: expected as many targets as inputs (2, 2) but got (3).");
    }
}
