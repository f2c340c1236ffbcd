package gradus.reference.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Forward-mode derivatives along one direction of all inputs and parameters at once: N samples of T steps of D features, M units. */
class RecurrentDualTest {
    /** The outputs as the formula has them, inputs first and then parameters. */
    private interface Formula {
        List<Dual> of(List<Dual> given);
    }

    @Property(seed = "2026", tries = 20)
    void tanh_net(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agrees(dims, values, seed, Ports.of(new Rnn(dims.d(), dims.m(), Nonlinearity.TANH)), given -> {
            List<Dual> all = new ArrayList<>();
            Dual h = given.get(1);
            for (int t = 0; t < dims.t(); t++) {
                h = sums(given.get(0).select(1, t), h, given.subList(2, 5)).tanh();
                all.add(h);
            }
            return outputs(all, h);
        });
    }

    @Property(seed = "2026", tries = 20)
    void lstm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agrees(dims, values, seed, Ports.of(new Lstm(dims.d(), dims.m())), given -> {
            List<Dual> all = new ArrayList<>();
            Dual h = given.get(1);
            Dual c = given.get(2);
            for (int t = 0; t < dims.t(); t++) {
                Dual a = sums(given.get(0).select(1, t), h, given.subList(3, 6));
                c = block(a, 1, dims.m())
                        .sigmoid()
                        .times(c)
                        .plus(block(a, 0, dims.m())
                                .sigmoid()
                                .times(block(a, 3, dims.m()).tanh()));
                h = block(a, 2, dims.m()).sigmoid().times(c.tanh());
                all.add(h);
            }
            return outputs(all, h, c);
        });
    }

    @Property(seed = "2026", tries = 20)
    void gru(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agrees(dims, values, seed, Ports.of(new Gru(dims.d(), dims.m())), given -> {
            List<Dual> all = new ArrayList<>();
            Dual h = given.get(1);
            for (int t = 0; t < dims.t(); t++) {
                Dual ax = affine(given.get(0).select(1, t), given.get(2), given.get(4));
                Dual ah = affine(h, given.get(3), given.get(5));
                Dual r = block(ax, 0, dims.m()).plus(block(ah, 0, dims.m())).sigmoid();
                Dual z = block(ax, 1, dims.m()).plus(block(ah, 1, dims.m())).sigmoid();
                Dual n = block(ax, 2, dims.m())
                        .plus(r.times(block(ah, 2, dims.m())))
                        .tanh();
                h = n.plus(z.times(h.minus(n)));
                all.add(h);
            }
            return outputs(all, h);
        });
    }

    @Property(seed = "2026", tries = 20)
    void exam_lstm(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Ports ports = Ports.of(new ExamLstm(dims.d(), dims.m()));
        agrees(values, seed, ports, List.of(Shape.of(dims.n(), dims.d()), state(dims), state(dims)), given -> {
            Dual a = given.get(0).matmul(given.get(3)).plus(given.get(1).matmul(given.get(4)));
            Dual c = block(a, 1, dims.m())
                    .sigmoid()
                    .times(given.get(2))
                    .plus(block(a, 2, dims.m())
                            .sigmoid()
                            .times(block(a, 3, dims.m()).tanh()));
            return List.of(block(a, 0, dims.m()).sigmoid().times(c), c);
        });
    }

    @Property(seed = "2026", tries = 20)
    void linear_recurrence(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agrees(dims, values, seed, Ports.of(new LinearRecurrence(dims.d(), dims.m(), dims.k())), given -> {
            List<Dual> all = new ArrayList<>();
            Dual a = given.get(1);
            for (int t = 0; t < dims.t(); t++) {
                a = a.matmul(given.get(2)).plus(given.get(0).select(1, t).matmul(given.get(3)));
                all.add(a.matmul(given.get(4)));
            }
            return outputs(all, a);
        });
    }

    private static Dual sums(Dual x, Dual h, List<Dual> parameters) {
        return affine(x, parameters.get(0), parameters.get(2)).plus(h.matmul(parameters.get(1)));
    }

    private static Dual affine(Dual x, Dual w, Dual b) {
        return x.matmul(w).plus(b);
    }

    private static Dual block(Dual a, int k, int units) {
        return a.slice(1, k * units, (k + 1) * units);
    }

    private static List<Dual> outputs(List<Dual> steps, Dual... last) {
        Dual h = new Dual(
                Tensor.stack(1, steps.stream().map(Dual::value).toList()),
                Tensor.stack(1, steps.stream().map(Dual::tangent).toList()));
        return Stream.concat(Stream.of(h), Stream.of(last)).toList();
    }

    private static Shape state(Primes dims) {
        return Shape.of(dims.n(), dims.m());
    }

    private static void agrees(Primes dims, Values values, long seed, Ports ports, Formula formula) {
        Shape x = Shape.of(dims.n(), dims.t(), dims.d());
        boolean memory = ports.inputs().size() == 3;
        agrees(values, seed, ports, memory ? List.of(x, state(dims), state(dims)) : List.of(x, state(dims)), formula);
    }

    private static void agrees(Values values, long seed, Ports ports, List<Shape> shapes, Formula formula) {
        Net.draw(ports.type(), seed);
        List<Tensor> inputs = drawn(values, seed + 10, shapes);
        List<Dual> given = new ArrayList<>();
        inputs.forEach(t -> given.add(directed(seed, given.size(), t)));
        ports.type().parameters().forEach(p -> given.add(directed(seed, given.size(), p.value())));
        List<Dual> expected = formula.of(given);
        List<Tensor> upstreams = drawn(
                Values.NORMAL, seed + 20, expected.stream().map(Dual::shape).toList());

        ports.forward().apply(inputs);
        List<Tensor> gradients = new ArrayList<>(ports.backward().apply(upstreams));
        ports.type().parameters().stream().map(Parameter::gradient).forEach(gradients::add);

        double forward = 0;
        for (int i = 0; i < expected.size(); i++) {
            forward += expected.get(i).tangent().dot(upstreams.get(i));
        }
        double backward = 0;
        double magnitude = 0;
        for (int i = 0; i < given.size(); i++) {
            Tensor terms = gradients.get(i).times(given.get(i).tangent());
            backward += terms.sum();
            magnitude += terms.abs().sum();
        }
        double largest =
                inputs.stream().mapToDouble(t -> t.abs().max()).max().orElse(0); // sums in the gates are rounded so
        assertThat(backward).isCloseTo(forward, within(1e-12 * (1 + magnitude) * (1 + largest)));
    }

    private static Dual directed(long seed, int number, Tensor value) {
        return new Dual(
                value, Values.NORMAL.draw(seed + 30 + number, value.shape().toArray()));
    }

    private static List<Tensor> drawn(Values values, long seed, List<Shape> shapes) {
        List<Tensor> tensors = new ArrayList<>();
        shapes.forEach(shape -> tensors.add(values.draw(seed + tensors.size(), shape.toArray())));
        return tensors;
    }
}
