package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LstmStepTest {
    private static final double LOG3 = Math.log(3);

    /** Lecture 11, all weights 1/2, no bias, x = 1, h = 0, c = 1: i = f = o = .622459, g = .462117. */
    @Test
    void works_out_the_equations_of_the_lecture() {
        LstmStep step = new LstmStep(1, 1);
        step.parameters().get(0).value().fill(0.5);
        step.parameters().get(1).value().fill(0.5);

        LstmStep.Output y = step.forward(matrix(1), matrix(0), matrix(1));

        assertThat(y.cNext()).isWithin(matrix(0.910108), 5e-7);
        assertThat(y.hNext()).isWithin(matrix(0.448908), 5e-7);
    }

    /** i = σ(0) = 1/2, f = σ(ln 3) = 3/4, o = σ(-ln 3) = 1/4, g = tanh(ln 3) = 4/5, tanh(cNext) = tanh(ln 2) = 3/5. */
    @Test
    void works_out_a_step_forward_and_backward_by_hand() {
        LstmStep step = step(0, LOG3, -LOG3, LOG3);
        double c = (Math.log(2) - 0.4) / 0.75;

        LstmStep.Output y = step.forward(matrix(1), matrix(2), matrix(c));
        LstmStep.Gradients d = step.backward(matrix(1), matrix(0));

        Tensor da = matrix(0.032, 0.03 * c, 0.1125, 0.0288);
        assertThat(y.cNext()).isWithin(matrix(Math.log(2)), 1e-13);
        assertThat(y.hNext()).isWithin(matrix(0.15), 1e-13);
        assertThat(d.dc()).isWithin(matrix(0.12), 1e-13);
        assertThat(d.dx()).isWithin(matrix(0.032 + 0.06 * c + 0.3375 + 0.1152), 1e-13);
        assertThat(d.dh()).isWithin(matrix(0.16 + 0.18 * c + 0.7875 + 0.2304), 1e-13);
        assertThat(gradient(step, 0)).isWithin(da, 1e-13);
        assertThat(gradient(step, 1)).isWithin(da.times(2), 1e-13);
        assertThat(gradient(step, 2)).isWithin(da.reshape(4), 1e-13);
    }

    /** The same step with dcNext = 1 alone: what reaches c passes f, and o has no part in it. */
    @Test
    void sends_the_gradient_of_the_memory_through_the_forget_gate() {
        LstmStep step = step(0, LOG3, -LOG3, LOG3);

        step.forward(matrix(1), matrix(2), matrix(3));
        LstmStep.Gradients d = step.backward(matrix(0), matrix(1));

        assertThat(d.dc()).isWithin(matrix(0.75), 1e-13);
        assertThat(gradient(step, 0)).isWithin(matrix(0.2, 0.5625, 0, 0.18), 1e-13);
    }

    /** Lecture 11: wx D × 4H, wh H × 4H, b 4H. */
    @Test
    void has_as_many_parameters_as_the_lecture_counts() {
        assertThat(count(new LstmStep(128, 128))).isEqualTo(131_584);
        assertThat(count(new LstmStep(3, 5))).isEqualTo(180);
        assertThat(new LstmStep(3, 5).parameters()).extracting(Parameter::name).containsExactly("wx", "wh", "b");
    }

    private static int count(LstmStep step) {
        return step.parameters().stream().mapToInt(p -> p.value().size()).sum();
    }

    /** One unit with the sums given, where x = 1 and h = 2; wx = (1, 2, 3, 4), wh = (5, 6, 7, 8). */
    private static LstmStep step(double... sums) {
        LstmStep step = new LstmStep(1, 1);
        step.parameters().get(0).set(matrix(1, 2, 3, 4));
        step.parameters().get(1).set(matrix(5, 6, 7, 8));
        step.parameters().get(2).set(Tensor.of(sums).minus(Tensor.of(11, 14, 17, 20)));
        return step;
    }

    private static Tensor matrix(double... row) {
        return Tensor.of(new double[][] {row});
    }

    private static Tensor gradient(LstmStep step, int i) {
        return step.parameters().get(i).gradient();
    }
}
