package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LstmTest {
    /** With σ(0) = 1/2 and tanh(0) = 0 half of the memory stays at every step. */
    @Test
    void forgets_half_of_its_memory_with_parameters_of_zero() {
        Lstm net = new Lstm(7, 1);

        Lstm.Output y = net.forward(Values.NORMAL.draw(1, 1, 3, 7), Tensor.zeros(1, 1), Tensor.full(Shape.of(1, 1), 8));

        Tensor h = Tensor.of(Shape.of(1, 3, 1), Math.tanh(4) / 2, Math.tanh(2) / 2, Math.tanh(1) / 2);
        assertThat(y.h()).isWithin(h, 1e-15);
        assertThat(y.hLast()).hasEntriesOf(y.h().select(1, 2));
        assertThat(y.cLast()).hasEntriesOf(Tensor.ones(1, 1));
    }

    /** Whatever comes in, and whatever the gates are that let out and propose. */
    @Property(seed = "2026", tries = 18)
    void keeps_its_memory_exactly_where_it_forgets_nothing_and_takes_nothing_in(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        int m = dims.m();
        Lstm net = new Lstm(dims.d(), m);
        net.parameters().get(0).set(Values.NORMAL.draw(seed, dims.d(), 2 * m).pad(1, 2 * m, 0));
        net.parameters().get(1).set(Values.NORMAL.draw(seed + 1, m, 2 * m).pad(1, 2 * m, 0));
        net.parameters()
                .get(2)
                .set(Tensor.concat(
                        0,
                        Tensor.full(Shape.of(m), -1000),
                        Tensor.full(Shape.of(m), 1000),
                        Values.NORMAL.draw(seed + 2, 2 * m)));
        Tensor c0 = values.draw(seed + 3, dims.n(), m);
        Tensor nothing = Tensor.zeros(dims.n(), m);

        Lstm.Output y = net.forward(values.draw(seed + 4, dims.n(), dims.t(), dims.d()), nothing, c0);
        Tensor dc = Values.NORMAL.draw(seed + 5, dims.n(), m);
        Lstm.Gradients d = net.backward(Tensor.zeros(dims.n(), dims.t(), m), nothing, dc);

        assertThat(y.cLast()).hasEntriesOf(c0);
        assertThat(d.dc0()).hasEntriesOf(dc);
        assertThat(d.dx()).hasEntriesOf(Tensor.zeros(dims.n(), dims.t(), dims.d()));
    }

    @Test
    void is_right_where_every_gate_is_saturated() {
        Lstm open = gates(1000, 1000, 1000, 1000);
        Lstm shut = gates(-1000, -1000, -1000, -1000);
        Tensor x = Tensor.zeros(5, 3, 7);
        Tensor c0 = Tensor.full(Shape.of(5, 2), 0.5);

        assertThat(open.forward(x, c0, c0).cLast()).hasEntriesOf(c0.plus(3));
        assertThat(open.backward(Tensor.zeros(5, 3, 2), Tensor.zeros(5, 2), c0).dc0())
                .hasEntriesOf(c0);
        assertThat(shut.forward(x, c0, c0).h()).hasEntriesOf(Tensor.zeros(5, 3, 2));
        assertThat(shut.backward(Tensor.ones(5, 3, 2), c0, c0).dc0()).hasEntriesOf(Tensor.zeros(5, 2));
        assertThat(shut.parameters().get(2).gradient()).hasEntriesOf(Tensor.zeros(8));
    }

    @Test
    void stays_within_one_however_much_it_remembers() {
        Lstm net = new Lstm(7, 2);

        Tensor h = net.forward(Tensor.zeros(5, 3, 7), Tensor.zeros(5, 2), Tensor.full(Shape.of(5, 2), 10))
                .h();

        assertThat(h.abs().max()).isLessThan(1);
    }

    @Test
    void carries_its_states_through_a_sequence_of_no_steps() {
        Lstm net = new Lstm(7, 2);
        Tensor h0 = Tensor.ones(5, 2);
        Tensor c0 = Tensor.zeros(5, 2);

        Lstm.Output y = net.forward(Tensor.zeros(5, 0, 7), h0, c0);
        Lstm.Gradients d = net.backward(Tensor.zeros(5, 0, 2), h0, c0);

        assertThat(y.h()).hasEntriesOf(Tensor.zeros(5, 0, 2));
        assertThat(y.hLast()).hasEntriesOf(h0).isNotSameAs(h0);
        assertThat(y.cLast()).hasEntriesOf(c0).isNotSameAs(c0);
        assertThat(d.dx()).hasEntriesOf(Tensor.zeros(5, 0, 7));
        assertThat(d.dh0()).hasEntriesOf(h0).isNotSameAs(h0);
        assertThat(d.dc0()).hasEntriesOf(c0).isNotSameAs(c0);
    }

    @Test
    void names_its_parameters_and_keeps_them() {
        Lstm net = new Lstm(7, 2);

        assertThat(net.parameters()).extracting(Parameter::name).containsExactly("wx", "wh", "b");
        assertThat(net.parameters()).isEqualTo(net.parameters());
    }

    /** Two units without weights: every gate is what its bias says, in the order i, f, o, g. */
    private static Lstm gates(double i, double f, double o, double g) {
        Lstm net = new Lstm(7, 2);
        net.parameters().get(2).set(Tensor.of(i, i, f, f, o, o, g, g));
        return net;
    }
}
