package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Single steps, both nonlinearities, both directions and the table of words as formulas in dual numbers: N samples of D features, M units. */
class StepDualTest {
    /** The outputs, of the inputs and the parameters. */
    private interface Formula {
        List<Dual> of(List<Dual> in, List<Dual> parameters);
    }

    @Property(seed = "2026", tries = 50)
    void one_step_of_a_net(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Nonlinearity nonlinearity) {
        Ports ports = Ports.of(new RnnStep(dims.d(), dims.m(), nonlinearity));

        agrees(
                ports,
                values,
                seed,
                List.of(features(dims), units(dims)),
                (in, p) -> List.of(next(nonlinearity, in.get(0), in.get(1), p)));
    }

    @Property(seed = "2026", tries = 50)
    void a_net_over_a_sequence(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Nonlinearity nonlinearity) {
        Ports ports = Ports.of(new Rnn(dims.d(), dims.m(), nonlinearity));

        agrees(ports, values, seed, List.of(sequence(dims), units(dims)), (in, p) -> {
            List<Dual> all = states(nonlinearity, in.get(0), in.get(1), p);
            return List.of(stacked(all), all.get(dims.t() - 1));
        });
    }

    @Property(seed = "2026", tries = 50)
    void one_step_of_an_lstm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Ports ports = Ports.of(new LstmStep(dims.d(), dims.m()));

        agrees(ports, values, seed, List.of(features(dims), units(dims), units(dims)), (in, p) -> {
            Dual a = sums(in.get(0), in.get(1), p);
            Dual kept = gate(a, 1).times(in.get(2));
            Dual c = kept.plus(gate(a, 0).times(block(a, 3).tanh()));
            return List.of(gate(a, 2).times(c.tanh()), c);
        });
    }

    /** The layer ahead has tanh and M units, the one from the end has ReLU and K. */
    @Property(seed = "2026", tries = 50)
    void both_directions(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Bidirectional net = new Bidirectional(
                new Rnn(dims.d(), dims.m(), Nonlinearity.TANH).fromZero(),
                new Rnn(dims.d(), dims.k(), Nonlinearity.RELU).fromZero());

        SecondOpinion.agrees(net, values.draw(seed, sequence(dims).toArray()), seed, (x, p) -> {
            Dual ahead = stacked(states(Nonlinearity.TANH, x, zero(dims.n(), dims.m()), p.subList(0, 3)));
            List<Dual> back = states(Nonlinearity.RELU, reversed(x), zero(dims.n(), dims.k()), p.subList(3, 6));
            return Dual.concat(2, List.of(ahead, reversed(stacked(back))));
        });
    }

    /** The table as a product with rows of which one entry is 1; of D words in N sentences of T some come again. */
    @Property(seed = "2026", tries = 50)
    void a_vector_for_every_word(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Embedding table = new Embedding(dims.d(), dims.m());
        Parameter w = table.parameters().get(0);
        w.set(values.draw(seed, dims.d(), dims.m()));
        Dual at = SecondOpinion.directed(w.value(), seed + 1);
        Tensor score = Tensor.uniform(Shape.of(dims.n(), dims.t(), dims.d()), new Seed(seed));
        IntTensor tokens = score.argmax(2);
        Dual y = Dual.constant(score.equalTo(score.maxKeep(2))).matmul(at);
        Tensor c = Values.NORMAL.draw(seed + 2, y.shape().toArray());

        assertThat(table.forward(tokens)).hasEntriesOf(y.value());
        table.backward(c);

        SecondOpinion.meet(List.of(w.gradient()), List.of(at), c, y);
    }

    private static List<Dual> states(Nonlinearity nonlinearity, Dual x, Dual h0, List<Dual> p) {
        List<Dual> all = new ArrayList<>();
        Dual h = h0;
        for (int t = 0; t < x.value().dim(1); t++) {
            h = next(nonlinearity, x.select(1, t), h, p);
            all.add(h);
        }
        return all;
    }

    private static Dual next(Nonlinearity nonlinearity, Dual x, Dual h, List<Dual> p) {
        Dual a = sums(x, h, p);
        return nonlinearity == Nonlinearity.TANH ? a.tanh() : a.positive();
    }

    private static Dual sums(Dual x, Dual h, List<Dual> p) {
        return x.matmul(p.get(0)).plus(h.matmul(p.get(1))).plus(p.get(2));
    }

    /** Block k of four. */
    private static Dual block(Dual a, int k) {
        int units = a.value().dim(1) / 4;
        return a.slice(1, k * units, (k + 1) * units);
    }

    private static Dual gate(Dual a, int k) {
        return block(a, k).sigmoid();
    }

    private static Dual stacked(List<Dual> steps) {
        return new Dual(
                Tensor.stack(1, steps.stream().map(Dual::value).toList()),
                Tensor.stack(1, steps.stream().map(Dual::tangent).toList()));
    }

    private static Dual reversed(Dual x) {
        return x.linear(t -> t.flip(1));
    }

    private static Dual zero(int samples, int units) {
        return Dual.constant(Tensor.zeros(samples, units));
    }

    private static Shape features(Primes dims) {
        return Shape.of(dims.n(), dims.d());
    }

    private static Shape sequence(Primes dims) {
        return Shape.of(dims.n(), dims.t(), dims.d());
    }

    private static Shape units(Primes dims) {
        return Shape.of(dims.n(), dims.m());
    }

    /** Holds the outputs against the formula's, and all gradients against their tangents, the outputs one after another in one row. */
    private static void agrees(Ports ports, Values values, long seed, List<Shape> inputs, Formula formula) {
        Trainable type = ports.type();
        List<Dual> parameters = SecondOpinion.parameters(type, seed);
        List<Dual> in = new ArrayList<>();
        inputs.forEach(s ->
                in.add(SecondOpinion.directed(values.draw(seed + in.size(), s.toArray()), seed + 10 + in.size())));
        List<Dual> expected = formula.of(in, parameters);
        List<Tensor> c = new ArrayList<>();
        expected.forEach(
                y -> c.add(Values.NORMAL.draw(seed + 20 + c.size(), y.shape().toArray())));

        List<Tensor> y = ports.forward().apply(in.stream().map(Dual::value).toList());
        List<Tensor> gradients = new ArrayList<>(ports.backward().apply(c));
        type.parameters().stream().map(Parameter::gradient).forEach(gradients::add);

        for (int i = 0; i < y.size(); i++) {
            assertThat(y.get(i))
                    .as(ports.outputs().get(i))
                    .isCloseTo(expected.get(i).value(), 1e-12);
        }
        Dual row = Dual.concat(0, expected.stream().map(StepDualTest::row).toList());
        Tensor upstream =
                Tensor.concat(0, c.stream().map(t -> t.reshape(t.size())).toList());
        SecondOpinion.meet(
                gradients, Stream.concat(in.stream(), parameters.stream()).toList(), upstream, row);
    }

    private static Dual row(Dual x) {
        return x.reshape(x.value().size());
    }
}
