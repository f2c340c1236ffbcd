package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GruTest {
    /**
     * r = σ(ln 3) = 3/4, z = σ(-ln 3) = 1/4, n = tanh(ln 3) = 4/5 with ah_n = 2 · 6 - 11 = 1: the reset scales the product and its
     * bias. h = 2 goes to 3/4 · 4/5 + 1/4 · 2.
     */
    @Test
    void works_out_a_step_forward_and_backward_by_hand() {
        Gru net = new Gru(1, 1);
        double log3 = Math.log(3);
        set(net, 0, Tensor.of(new double[][] {{1, 2, 3}}));
        set(net, 1, Tensor.of(new double[][] {{4, 5, 6}}));
        set(net, 2, Tensor.of(log3 - 1 - 8, -log3 - 2 - 10, log3 - 3 - 0.75));
        set(net, 3, Tensor.of(0, 0, -11));

        Gru.Output y = net.forward(Tensor.ones(1, 1, 1), Tensor.full(Shape.of(1, 1), 2));
        Gru.Gradients d = net.backward(Tensor.zeros(1, 1, 1), Tensor.ones(1, 1));

        assertThat(y.hLast()).isWithin(Tensor.full(Shape.of(1, 1), 1.1), 1e-13);
        assertThat(d.dx()).isWithin(Tensor.full(Shape.of(1, 1, 1), 1.310625), 1e-13);
        assertThat(d.dh0()).isWithin(Tensor.full(Shape.of(1, 1), 2.7925), 1e-13);
        assertThat(gradient(net, 0)).isWithin(Tensor.of(new double[][] {{0.050625, 0.225, 0.27}}), 1e-13);
        assertThat(gradient(net, 1)).isWithin(Tensor.of(new double[][] {{0.10125, 0.45, 0.405}}), 1e-13);
        assertThat(gradient(net, 2)).isWithin(Tensor.of(0.050625, 0.225, 0.27), 1e-13);
        assertThat(gradient(net, 3)).isWithin(Tensor.of(0.050625, 0.225, 0.2025), 1e-13);
    }

    @Test
    void keeps_the_state_exactly_where_z_is_one() {
        Gru net = new Gru(7, 2);
        set(net, 0, Values.NORMAL.draw(1, 7, 6));
        set(net, 2, Tensor.of(0, 0, 1000, 1000, 0, 0));
        Tensor h0 = Values.NORMAL.draw(2, 5, 2);
        Tensor upstream = Values.NORMAL.draw(3, 5, 2);

        assertThat(net.forward(Values.NORMAL.draw(4, 5, 3, 7), h0).hLast()).hasEntriesOf(h0);
        assertThat(net.backward(Tensor.zeros(5, 3, 2), upstream).dh0()).hasEntriesOf(upstream);
    }

    @Test
    void sees_the_input_alone_where_z_and_r_are_zero() {
        Gru net = new Gru(7, 2);
        Tensor wx = Values.NORMAL.draw(1, 7, 6);
        set(net, 0, wx);
        set(net, 1, Values.NORMAL.draw(2, 2, 6));
        set(net, 2, Tensor.of(-1000, -1000, -1000, -1000, 0, 0));
        Tensor x = Values.NORMAL.draw(3, 5, 3, 7);

        Tensor h = net.forward(x, Values.NORMAL.draw(4, 5, 2)).h();

        assertThat(h).isWithin(x.matmul(wx.slice(1, 4, 6)).tanh(), 1e-15);
        assertThat(net.backward(h, Tensor.ones(5, 2)).dh0()).hasEntriesOf(Tensor.zeros(5, 2));
    }

    @Test
    void carries_the_state_through_a_sequence_of_no_steps() {
        Gru net = new Gru(7, 2);
        Tensor h0 = Tensor.ones(5, 2);

        Gru.Output y = net.forward(Tensor.zeros(5, 0, 7), h0);
        Gru.Gradients d = net.backward(Tensor.zeros(5, 0, 2), h0);

        assertThat(y.h()).hasEntriesOf(Tensor.zeros(5, 0, 2));
        assertThat(y.hLast()).hasEntriesOf(h0).isNotSameAs(h0);
        assertThat(d.dx()).hasEntriesOf(Tensor.zeros(5, 0, 7));
        assertThat(d.dh0()).hasEntriesOf(h0).isNotSameAs(h0);
    }

    @Test
    void names_its_parameters_and_keeps_them() {
        Gru net = new Gru(7, 2);

        assertThat(net.parameters()).extracting(Parameter::name).containsExactly("wx", "wh", "bx", "bh");
        assertThat(net.parameters()).isEqualTo(net.parameters());
    }

    private static void set(Gru net, int i, Tensor value) {
        net.parameters().get(i).set(value);
    }

    private static Tensor gradient(Gru net, int i) {
        return net.parameters().get(i).gradient();
    }
}
