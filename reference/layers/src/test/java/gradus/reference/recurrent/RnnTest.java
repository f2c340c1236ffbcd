package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RnnTest {
    /** The exam of August 2020, 6c: V = -3, W = 3, h0 = 0, x = (2, 3, 1). */
    @Test
    void works_out_the_states_of_the_exam() {
        Rnn net = scalar(Nonlinearity.RELU, 3, -3);

        Rnn.Output y = net.forward(sequence(2, 3, 1), Tensor.zeros(1, 1));

        assertThat(y.h()).hasEntriesOf(sequence(6, 0, 3));
        assertThat(y.hLast()).hasEntriesOf(Tensor.of(new double[][] {{3}}));
    }

    /** The same, 6d: V = -2, W = 1, h0 = 2, x = (2, 3/2, 4). Its key prints h2 = 2/3, but -2 · 0 + 3/2 is 3/2. */
    @Test
    void works_out_the_derivatives_of_the_exam() {
        Rnn net = scalar(Nonlinearity.RELU, 1, -2);

        Rnn.Output y = net.forward(sequence(2, 1.5, 4), Tensor.of(new double[][] {{2}}));
        Rnn.Gradients d = net.backward(sequence(0, 0, 0), Tensor.of(new double[][] {{1}}));

        assertThat(y.h()).hasEntriesOf(sequence(0, 1.5, 1));
        assertThat(gradient(net, 1)).hasEntriesOf(Tensor.of(new double[][] {{1.5}}));
        assertThat(gradient(net, 0)).hasEntriesOf(Tensor.of(new double[][] {{1}}));
        assertThat(d.dx()).hasEntriesOf(sequence(0, -2, 1));
        assertThat(d.dh0()).hasEntriesOf(Tensor.zeros(1, 1));
    }

    /** tanh(ln 3) = 4/5 with the slope 9/25; x2 is chosen so that both steps come to ln 3. */
    @Test
    void works_out_two_steps_of_tanh_by_hand() {
        Rnn net = scalar(Nonlinearity.TANH, 1, 1);
        double log3 = Math.log(3);

        Rnn.Output y = net.forward(sequence(log3, log3 - 0.8), Tensor.zeros(1, 1));
        Rnn.Gradients d = net.backward(sequence(0, 1), Tensor.zeros(1, 1));

        assertThat(y.h()).isWithin(sequence(0.8, 0.8), 1e-15);
        assertThat(d.dx()).isWithin(sequence(0.1296, 0.36), 1e-15);
        assertThat(d.dh0()).isWithin(Tensor.of(new double[][] {{0.1296}}), 1e-15);
        assertThat(gradient(net, 0)).isWithin(Tensor.of(new double[][] {{0.4896 * log3 - 0.288}}), 1e-15);
        assertThat(gradient(net, 1)).isWithin(Tensor.of(new double[][] {{0.288}}), 1e-15);
        assertThat(gradient(net, 2)).isWithin(Tensor.of(0.4896), 1e-15);
    }

    /** The exam of August 2020, 6b: without input and bias a state still changes. */
    @Test
    void changes_the_state_without_any_input() {
        Rnn net = scalar(Nonlinearity.TANH, 1, 1);

        Tensor h = net.forward(sequence(0, 0), Tensor.of(new double[][] {{Math.log(3)}}))
                .h();

        assertThat(h).isWithin(sequence(0.8, Math.tanh(0.8)), 1e-15);
    }

    @Test
    void has_no_slope_where_the_sum_is_exactly_zero() {
        Rnn net = scalar(Nonlinearity.RELU, 1, 1);

        net.forward(sequence(0), Tensor.zeros(1, 1));

        assertThat(net.backward(sequence(1), Tensor.zeros(1, 1)).dx()).hasEntriesOf(sequence(0));
    }

    @Test
    void is_right_far_out() {
        Rnn net = scalar(Nonlinearity.TANH, 1000, 1);

        assertThat(net.forward(sequence(1, -1, 1), Tensor.zeros(1, 1)).h()).hasEntriesOf(sequence(1, -1, 1));
        assertThat(net.backward(sequence(3, 3, 3), Tensor.zeros(1, 1)).dx()).hasEntriesOf(sequence(0, 0, 0));
    }

    @Test
    void carries_the_state_through_a_sequence_of_no_steps() {
        Rnn net = new Rnn(7, 2, Nonlinearity.TANH);
        Tensor h0 = Tensor.ones(5, 2);

        Rnn.Output y = net.forward(Tensor.zeros(5, 0, 7), h0);
        Rnn.Gradients d = net.backward(Tensor.zeros(5, 0, 2), Tensor.full(Shape.of(5, 2), 3));

        assertThat(y.h()).hasEntriesOf(Tensor.zeros(5, 0, 2));
        assertThat(y.hLast()).hasEntriesOf(h0).isNotSameAs(h0);
        assertThat(d.dx()).hasEntriesOf(Tensor.zeros(5, 0, 7));
        assertThat(d.dh0()).hasEntriesOf(Tensor.full(Shape.of(5, 2), 3));
    }

    @Test
    void names_its_parameters_and_keeps_them() {
        Rnn net = new Rnn(7, 2, Nonlinearity.TANH);

        assertThat(net.parameters()).extracting(Parameter::name).containsExactly("wx", "wh", "b");
        assertThat(net.parameters()).isEqualTo(net.parameters());
    }

    private static Rnn scalar(Nonlinearity nonlinearity, double wx, double wh) {
        Rnn net = new Rnn(1, 1, nonlinearity);
        net.parameters().get(0).set(Tensor.of(new double[][] {{wx}}));
        net.parameters().get(1).set(Tensor.of(new double[][] {{wh}}));
        return net;
    }

    private static Tensor sequence(double... steps) {
        return Tensor.of(Shape.of(1, steps.length, 1), steps);
    }

    private static Tensor gradient(Rnn net, int i) {
        return net.parameters().get(i).gradient();
    }
}
