package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What ties the recurrent types to one another: N samples of T steps of D features, and M units. */
class RecurrentPropertyTest {
    @Property(seed = "2026", tries = 50)
    void a_net_is_its_step_again_and_again(
            @ForAll Primes dims, @ForAll Nonlinearity nonlinearity, @ForAll long seed, @ForAll Values values) {
        Rnn net = drawn(new Rnn(dims.d(), dims.m(), nonlinearity), seed);
        RnnStep step = drawn(new RnnStep(dims.d(), dims.m(), nonlinearity), seed);
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor h = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());

        Rnn.Output y = net.forward(x, h);

        for (int t = 0; t < dims.t(); t++) {
            h = step.forward(x.select(1, t), h);
            assertThat(y.h().select(1, t)).isCloseTo(h, 1e-12);
        }
        assertThat(y.hLast()).isCloseTo(h, 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void a_net_of_one_step_is_the_step(
            @ForAll Primes dims, @ForAll Nonlinearity nonlinearity, @ForAll long seed, @ForAll Values values) {
        Rnn net = drawn(new Rnn(dims.d(), dims.m(), nonlinearity), seed);
        RnnStep step = drawn(new RnnStep(dims.d(), dims.m(), nonlinearity), seed);
        Tensor x = values.draw(seed, dims.n(), 1, dims.d());
        Tensor h = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        Tensor dh = Values.NORMAL.draw(seed + 2, dims.n(), 1, dims.m());
        Tensor dhLast = Values.NORMAL.draw(seed + 3, dims.n(), dims.m());

        net.forward(x, h);
        step.forward(x.select(1, 0), h);
        Rnn.Gradients d = net.backward(dh, dhLast);
        RnnStep.Gradients expected = step.backward(dh.select(1, 0).plus(dhLast));

        assertThat(d.dx().select(1, 0)).isCloseTo(expected.dx(), 1e-12);
        assertThat(d.dh0()).isCloseTo(expected.dh(), 1e-12);
        sameGradients(net, step);
    }

    @Property(seed = "2026", tries = 50)
    void an_lstm_is_its_step_again_and_again(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Lstm net = drawn(new Lstm(dims.d(), dims.m()), seed);
        LstmStep step = drawn(new LstmStep(dims.d(), dims.m()), seed);
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor h = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        Tensor c = Values.NORMAL.draw(seed + 2, dims.n(), dims.m());

        Lstm.Output y = net.forward(x, h, c);

        for (int t = 0; t < dims.t(); t++) {
            LstmStep.Output next = step.forward(x.select(1, t), h, c);
            h = next.hNext();
            c = next.cNext();
            assertThat(y.h().select(1, t)).isCloseTo(h, 1e-12);
        }
        assertThat(y.hLast()).isCloseTo(h, 1e-12);
        assertThat(y.cLast()).isCloseTo(c, 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void an_lstm_of_one_step_is_the_step(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Lstm net = drawn(new Lstm(dims.d(), dims.m()), seed);
        LstmStep step = drawn(new LstmStep(dims.d(), dims.m()), seed);
        Tensor x = values.draw(seed, dims.n(), 1, dims.d());
        Tensor h = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        Tensor c = Values.NORMAL.draw(seed + 2, dims.n(), dims.m());
        Tensor dh = Values.NORMAL.draw(seed + 3, dims.n(), 1, dims.m());
        Tensor dhLast = Values.NORMAL.draw(seed + 4, dims.n(), dims.m());
        Tensor dc = Values.NORMAL.draw(seed + 5, dims.n(), dims.m());

        net.forward(x, h, c);
        step.forward(x.select(1, 0), h, c);
        Lstm.Gradients d = net.backward(dh, dhLast, dc);
        LstmStep.Gradients expected = step.backward(dh.select(1, 0).plus(dhLast), dc);

        assertThat(d.dx().select(1, 0)).isCloseTo(expected.dx(), 1e-12);
        assertThat(d.dh0()).isCloseTo(expected.dh(), 1e-12);
        assertThat(d.dc0()).isCloseTo(expected.dc(), 1e-12);
        sameGradients(net, step);
    }

    @Property(seed = "2026", tries = 50)
    void parameters_of_zero_halve_the_memory_of_an_lstm_at_every_step(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor c0 = values.draw(seed, dims.n(), dims.m());

        Lstm.Output y = new Lstm(dims.d(), dims.m())
                .forward(
                        values.draw(seed + 1, dims.n(), dims.t(), dims.d()),
                        values.draw(seed + 2, dims.n(), dims.m()),
                        c0);

        for (int t = 1; t <= dims.t(); t++) {
            Tensor h = c0.divide(1 << t).tanh().divide(2);
            assertThat(y.h().select(1, t - 1)).isCloseTo(h, 1e-14);
        }
        assertThat(y.cLast()).hasEntriesOf(c0.divide(1 << dims.t()));
    }

    @Property(seed = "2026", tries = 50)
    void an_lstm_answers_within_one(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Lstm net = drawn(new Lstm(dims.d(), dims.m()), seed);
        Tensor c0 = values.draw(seed + 1, dims.n(), dims.m());

        Tensor h = net.forward(
                        values.draw(seed + 2, dims.n(), dims.t(), dims.d()),
                        Values.NORMAL.draw(seed + 3, dims.n(), dims.m()),
                        c0)
                .h();

        assertThat(h.abs().max()).isLessThanOrEqualTo(1);
    }

    /** With their gates brought into one order and no biases: the memory is equal, and h differs by the tanh. */
    @Property(seed = "2026", tries = 50)
    void the_exams_lstm_is_the_lectures_but_for_a_tanh(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        ExamLstm exam = drawn(new ExamLstm(dims.d(), dims.m()), seed);
        LstmStep lecture = new LstmStep(dims.d(), dims.m());
        for (int i = 0; i < 2; i++) {
            Tensor w = exam.parameters().get(i).value(); // o, f, i, g
            lecture.parameters().get(i).set(Tensor.concat(1, gate(w, 2), gate(w, 1), gate(w, 0), gate(w, 3)));
        }
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor h = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        Tensor c = Values.NORMAL.draw(seed + 2, dims.n(), dims.m());

        ExamLstm.Output theirs = exam.forward(x, h, c);
        LstmStep.Output ours = lecture.forward(x, h, c);

        assertThat(theirs.cNext()).isCloseTo(ours.cNext(), 1e-13);
        assertThat(theirs.hNext().times(theirs.cNext().tanh()))
                .isCloseTo(ours.hNext().times(ours.cNext()), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void a_relu_net_without_biases_stretches_with_its_input(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Rnn net = drawn(new Rnn(dims.d(), dims.m(), Nonlinearity.RELU), seed);
        net.parameters().get(2).value().fill(0);
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor h0 = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());

        Tensor h = net.forward(x, h0).h();

        assertThat(net.forward(x.times(4), h0.times(4)).h()).hasEntriesOf(h.times(4));
    }

    @Property(seed = "2026", tries = 50)
    void a_net_from_zero_starts_from_zeros(
            @ForAll Primes dims, @ForAll Net kind, @ForAll long seed, @ForAll Values values) {
        Ports ports = kind.make(seed, dims.d(), dims.m());
        Ports other = kind.make(seed, dims.d(), dims.m());
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor dh = Values.NORMAL.draw(seed + 1, dims.n(), dims.t(), dims.m());
        List<Tensor> zeros = kind.states(seed, dims.n(), dims.m()).stream()
                .map(t -> t.times(0))
                .toList();

        Tensor h = ports.forward().apply(with(x, zeros)).get(0);
        Tensor dx = ports.backward().apply(with(dh, zeros)).get(0);
        Layer layer = fromZero(other.type());

        assertThat(layer.forward(x)).hasEntriesOf(h);
        assertThat(layer.backward(dh)).hasEntriesOf(dx);
        sameGradients(layer, ports.type());
        assertThat(layer.parameters()).isEqualTo(other.type().parameters());
    }

    private static Tensor gate(Tensor w, int k) {
        int units = w.dim(1) / 4;
        return w.slice(1, k * units, (k + 1) * units);
    }

    private static Layer fromZero(Trainable type) {
        if (type instanceof Rnn rnn) {
            return rnn.fromZero();
        }
        return type instanceof Gru gru ? gru.fromZero() : ((Lstm) type).fromZero();
    }

    private static List<Tensor> with(Tensor first, List<Tensor> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static <T extends Trainable> T drawn(T type, long seed) {
        Net.draw(type, seed);
        return type;
    }

    private static void sameGradients(Trainable actual, Trainable expected) {
        for (int i = 0; i < expected.parameters().size(); i++) {
            Parameter p = expected.parameters().get(i);
            assertThat(actual.parameters().get(i).gradient()).as(p.name()).isCloseTo(p.gradient(), 1e-12);
        }
    }
}
