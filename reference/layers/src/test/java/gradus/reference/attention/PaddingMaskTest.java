package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PaddingMaskTest {
    @Test
    void shows_each_sequence_up_to_its_end() {
        assertThat(PaddingMask.of(IntTensor.of(3, 1), 3)).hasEntriesOf(Tensor.of(Shape.of(2, 1, 3), 1, 1, 1, 1, 0, 0));
        assertThat(PaddingMask.of(IntTensor.of(), 3)).hasEntriesOf(Tensor.zeros(0, 1, 3));
    }

    @Test
    void times_a_causal_mask_hides_what_either_hides() {
        Tensor both = PaddingMask.of(IntTensor.of(2, 3), 3).times(CausalMask.of(3));

        assertThat(both)
                .hasEntriesOf(Tensor.of(Shape.of(2, 3, 3), 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1));
    }

    @Test
    void a_padded_sequence_is_answered_as_without_its_padding() {
        Tensor x = Values.NORMAL.draw(1, 2, 5, 3);

        Tensor y = new Attention().forward(x, x, x, PaddingMask.of(IntTensor.of(5, 2), 5));

        Tensor whole = x.slice(0, 0, 1);
        Tensor shorter = x.slice(0, 1, 2).slice(1, 0, 2);
        assertThat(y.slice(0, 0, 1)).isCloseTo(new Attention().forward(whole, whole, whole), 1e-14);
        assertThat(y.slice(0, 1, 2).slice(1, 0, 2))
                .isCloseTo(new Attention().forward(shorter, shorter, shorter), 1e-14);
    }

    @Test
    void refuses_lengths_outside() {
        refused(0);
        refused(4);
    }

    private static void refused(int length) {
        assertThatThrownBy(() -> PaddingMask.of(IntTensor.of(3, length), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PaddingMask.of: lengths: expected numbers from 1 to 3 but got " + length + ".");
    }
}
