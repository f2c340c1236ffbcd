package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;

import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GradientDescentTest {
    @Test
    void goes_against_the_gradient() {
        Tensor next = new GradientDescent().step(Tensor.of(1, -2), Tensor.of(4, -8), 0.25);

        assertThat(next).hasEntriesOf(Tensor.of(0, 0));
    }

    /** The exam of February 2022, 5.6 and 5.7, f(x) = x² from 5: with the rate 0.1 it is 5 · 0.8ᵏ. */
    @Test
    void goes_down_the_parabola_of_the_exam() {
        assertThat(Walked.downTheParabola(new GradientDescent(), 3)).isWithin(Tensor.of(4, 3.2, 2.56), 1e-14);
    }
}
