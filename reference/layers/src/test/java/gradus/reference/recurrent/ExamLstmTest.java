package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ExamLstmTest {
    /** The exam of August 2020, 6e, with the numbers of lecture 11: all weights 1/2, x = 1, h = 0, c = 1; here h is o c. */
    @Test
    void works_out_the_equations_of_the_exam() {
        ExamLstm step = new ExamLstm(1, 1);
        step.parameters().get(0).value().fill(0.5);
        step.parameters().get(1).value().fill(0.5);

        ExamLstm.Output y = step.forward(matrix(1), matrix(0), matrix(1));

        assertThat(y.cNext()).isWithin(matrix(0.910108), 5e-7);
        assertThat(y.hNext()).isWithin(matrix(0.566506), 5e-7);
    }

    /** The gates g1 = output = σ(-ln 3) = 1/4, g2 = forget = σ(ln 3) = 3/4, g3 = update = σ(0) = 1/2; tanh(ln 3) = 4/5. */
    @Test
    void works_out_a_step_forward_and_backward_by_hand() {
        ExamLstm step = new ExamLstm(1, 1);
        double log3 = Math.log(3);
        step.parameters().get(0).set(matrix(-log3 - 10, log3 - 12, -14, log3 - 16));
        step.parameters().get(1).set(matrix(5, 6, 7, 8));

        ExamLstm.Output y = step.forward(matrix(1), matrix(2), matrix(2));
        ExamLstm.Gradients d = step.backward(matrix(1), matrix(1));

        Tensor da = matrix(0.35625, 0.46875, 0.25, 0.225);
        assertThat(y.cNext()).isWithin(matrix(1.9), 1e-13);
        assertThat(y.hNext()).isWithin(matrix(0.475), 1e-13);
        assertThat(d.dc()).isWithin(matrix(0.9375), 1e-13);
        assertThat(d.dh()).isWithin(matrix(5 * 0.35625 + 6 * 0.46875 + 7 * 0.25 + 8 * 0.225), 1e-13);
        assertThat(d.dx()).isWithin(da.matmulTransposed(step.parameters().get(0).value()), 1e-13);
        assertThat(step.parameters().get(0).gradient()).isWithin(da, 1e-13);
        assertThat(step.parameters().get(1).gradient()).isWithin(da.times(2), 1e-13);
    }

    @Test
    void is_right_where_every_gate_is_saturated() {
        ExamLstm step = new ExamLstm(1, 1);
        step.parameters().get(0).set(matrix(1000, 1000, 1000, 1000));

        assertThat(step.forward(matrix(1), matrix(0), matrix(4)).hNext()).hasEntriesOf(matrix(5));
        assertThat(step.backward(matrix(1), matrix(2)).dc()).hasEntriesOf(matrix(3));
        assertThat(step.forward(matrix(-1), matrix(0), matrix(4)).hNext()).hasEntriesOf(matrix(0));
        assertThat(step.backward(matrix(1), matrix(2)).dc()).hasEntriesOf(matrix(0));
        assertThat(step.parameters().get(0).gradient()).hasEntriesOf(Tensor.zeros(1, 4));
    }

    @Test
    void has_no_biases() {
        ExamLstm step = new ExamLstm(7, 2);

        assertThat(step.parameters()).extracting(Parameter::name).containsExactly("wx", "wh");
        assertThat(step.parameters()).isEqualTo(step.parameters());
    }

    private static Tensor matrix(double... row) {
        return Tensor.of(new double[][] {row});
    }
}
