package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RnnStepTest {
    /** The exam of August 2020, 6a: x of 3 and h of 5 entries, with one bias. */
    @Test
    void has_as_many_parameters_as_the_exam_counts() {
        RnnStep step = new RnnStep(3, 5, Nonlinearity.TANH);

        assertThat(step.parameters()).extracting(Parameter::name).containsExactly("wx", "wh", "b");
        assertThat(step.parameters().stream().mapToInt(p -> p.value().size()).sum())
                .isEqualTo(45);
    }

    /** tanh(ln 3) = 4/5 with the slope 9/25. */
    @Test
    void works_out_a_step_of_tanh_by_hand() {
        RnnStep step = step(Nonlinearity.TANH, Math.log(3) - 2 * 5 - 3 * 7);

        Tensor hNext = step.forward(matrix(5), matrix(7));
        RnnStep.Gradients d = step.backward(matrix(2));

        assertThat(hNext).isWithin(matrix(0.8), 1e-14);
        assertThat(d.dx()).isWithin(matrix(1.44), 1e-13);
        assertThat(d.dh()).isWithin(matrix(2.16), 1e-13);
        assertThat(step.parameters().get(0).gradient()).isWithin(matrix(3.6), 1e-13);
        assertThat(step.parameters().get(1).gradient()).isWithin(matrix(5.04), 1e-13);
        assertThat(step.parameters().get(2).gradient()).isWithin(Tensor.of(0.72), 1e-13);
    }

    @Test
    void works_out_a_step_of_relu_by_hand() {
        RnnStep step = step(Nonlinearity.RELU, -30);

        assertThat(step.forward(matrix(5), matrix(7))).hasEntriesOf(matrix(1));
        assertThat(step.backward(matrix(2)).dx()).hasEntriesOf(matrix(4));
        assertThat(step.forward(matrix(4), matrix(7))).hasEntriesOf(matrix(0));
        assertThat(step.backward(matrix(2)).dx()).hasEntriesOf(matrix(0));
    }

    private static RnnStep step(Nonlinearity nonlinearity, double b) {
        RnnStep step = new RnnStep(1, 1, nonlinearity);
        step.parameters().get(0).set(matrix(2));
        step.parameters().get(1).set(matrix(3));
        step.parameters().get(2).set(Tensor.of(b));
        return step;
    }

    private static Tensor matrix(double entry) {
        return Tensor.of(new double[][] {{entry}});
    }
}
