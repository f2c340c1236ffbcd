package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** N samples of T steps of D features, M units. */
class LstmPropertyTest {
    /** i = 0 and f = 1 from their biases; the blocks of o and g have drawn weights, which cannot matter to c. */
    @Property(seed = "2026", tries = 50)
    void forgetting_nothing_and_taking_nothing_in_keeps_the_memory_exactly(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Lstm net = keeping(dims, seed);
        Tensor x = values.draw(seed + 3, dims.n(), dims.t(), dims.d());
        Tensor h0 = Values.NORMAL.draw(seed + 4, dims.n(), dims.m());
        Tensor c0 = values.draw(seed + 5, dims.n(), dims.m());
        Tensor dc = Values.NORMAL.draw(seed + 6, dims.n(), dims.m());

        Lstm.Output y = net.forward(x, h0, c0);
        Lstm.Gradients d = net.backward(Tensor.zeros(y.h().shape()), Tensor.zeros(h0.shape()), dc);

        assertThat(y.cLast()).hasEntriesOf(c0);
        assertThat(d.dc0()).hasEntriesOf(dc);
        assertThat(d.dx()).hasEntriesOf(Tensor.zeros(x.shape()));
        assertThat(d.dh0()).hasEntriesOf(Tensor.zeros(h0.shape()));
        for (Parameter p : net.parameters()) {
            assertThat(p.gradient())
                    .as(p.name())
                    .hasEntriesOf(Tensor.zeros(p.value().shape()));
        }
    }

    private static Lstm keeping(Primes dims, long seed) {
        int units = dims.m();
        Lstm net = new Lstm(dims.d(), units);
        net.parameters().get(0).set(free(seed, dims.d(), units));
        net.parameters().get(1).set(free(seed + 1, units, units));
        Tensor shut = Tensor.ones(units).times(-1000);
        net.parameters().get(2).set(Tensor.concat(0, shut, shut.negate(), Values.NORMAL.draw(seed + 2, 2 * units)));
        return net;
    }

    /** Weights of the blocks i, f, o, g: none for i and f. */
    private static Tensor free(long seed, int inputs, int units) {
        return Values.NORMAL.draw(seed, inputs, 2 * units).pad(1, 2 * units, 0);
    }
}
