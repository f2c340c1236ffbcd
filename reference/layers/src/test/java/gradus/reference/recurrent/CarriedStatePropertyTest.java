package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Relations of every net that carries a state: N samples of T steps of D features, and M units. */
class CarriedStatePropertyTest {
    @Property(seed = "2026", tries = 50)
    void a_sequence_in_two_parts_is_the_whole(
            @ForAll Primes dims,
            @ForAll Net kind,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @IntRange(max = 11) int at) {
        int cut = Math.min(at, dims.t());
        Ports whole = kind.make(seed, dims.d(), dims.m());
        Ports first = kind.make(seed, dims.d(), dims.m());
        Ports second = kind.make(seed, dims.d(), dims.m());
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor dh = Values.NORMAL.draw(seed + 1, dims.n(), dims.t(), dims.m());
        List<Tensor> start = kind.states(seed + 2, dims.n(), dims.m());
        List<Tensor> end = kind.states(seed + 4, dims.n(), dims.m());

        List<Tensor> y = whole.forward().apply(with(x, start));
        List<Tensor> y1 = first.forward().apply(with(x.slice(1, 0, cut), start));
        List<Tensor> y2 = second.forward().apply(with(x.slice(1, cut, dims.t()), rest(y1)));
        same(with(Tensor.concat(1, y1.get(0), y2.get(0)), rest(y2)), y);

        List<Tensor> d = whole.backward().apply(with(dh, end));
        List<Tensor> d2 = second.backward().apply(with(dh.slice(1, cut, dims.t()), end));
        List<Tensor> d1 = first.backward().apply(with(dh.slice(1, 0, cut), rest(d2)));
        same(with(Tensor.concat(1, d1.get(0), d2.get(0)), rest(d1)), d);
        same(sums(gradients(first), gradients(second)), gradients(whole));
    }

    @Property(seed = "2026", tries = 50)
    void what_comes_later_does_not_change_what_was(
            @ForAll Primes dims,
            @ForAll Net kind,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @IntRange(max = 10) int late) {
        int at = Math.min(late, dims.t() - 1);
        Ports net = kind.make(seed, dims.d(), dims.m());
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        List<Tensor> start = kind.states(seed + 2, dims.n(), dims.m());
        Tensor changed = x.copy();
        changed.put(1, at, Values.NORMAL.draw(seed + 1, dims.n(), dims.t() - at, dims.d()));

        Tensor before = net.forward().apply(with(x, start)).get(0);
        Tensor after = net.forward().apply(with(changed, start)).get(0);

        assertThat(after.slice(1, 0, at)).hasEntriesOf(before.slice(1, 0, at));
    }

    @Property(seed = "2026", tries = 50)
    void what_is_read_later_sends_nothing_to_later_inputs(
            @ForAll Primes dims,
            @ForAll Net kind,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @IntRange(max = 10) int late) {
        int at = Math.min(late, dims.t() - 1);
        Ports net = kind.make(seed, dims.d(), dims.m());
        net.forward()
                .apply(with(
                        values.draw(seed, dims.n(), dims.t(), dims.d()), kind.states(seed + 2, dims.n(), dims.m())));
        Tensor dh = Tensor.zeros(dims.n(), dims.t(), dims.m());
        dh.put(1, at, Values.NORMAL.draw(seed + 1, dims.n(), 1, dims.m()));
        List<Tensor> nothing = kind.states(seed, dims.n(), dims.m()).stream()
                .map(t -> t.times(0))
                .toList();

        Tensor dx = net.backward().apply(with(dh, nothing)).get(0);

        assertThat(dx.slice(1, at + 1, dims.t())).hasEntriesOf(Tensor.zeros(dims.n(), dims.t() - 1 - at, dims.d()));
    }

    @Property(seed = "2026", tries = 50)
    void a_sample_alone_fares_as_in_its_batch(
            @ForAll Primes dims, @ForAll Net kind, @ForAll long seed, @ForAll Values values) {
        Ports net = kind.make(seed, dims.d(), dims.m());
        List<Tensor> inputs =
                with(values.draw(seed, dims.n(), dims.t(), dims.d()), kind.states(seed + 1, dims.n(), dims.m()));

        List<Tensor> all = net.forward().apply(inputs);
        List<Tensor> one =
                net.forward().apply(inputs.stream().map(t -> t.slice(0, 1, 2)).toList());

        same(one, all.stream().map(t -> t.slice(0, 1, 2)).toList());
    }

    @Property(seed = "2026", tries = 50)
    void parameter_gradients_of_a_batch_are_the_sum_over_its_parts(
            @ForAll Primes dims, @ForAll Net kind, @ForAll long seed, @ForAll Values values) {
        List<Tensor> inputs =
                with(values.draw(seed, dims.n(), dims.t(), dims.d()), kind.states(seed + 1, dims.n(), dims.m()));
        List<Tensor> upstreams = with(
                Values.NORMAL.draw(seed + 3, dims.n(), dims.t(), dims.m()), kind.states(seed + 4, dims.n(), dims.m()));

        List<Tensor> together = gradients(dims, kind, seed, inputs, upstreams, 0, dims.n());
        List<Tensor> apart = sums(
                gradients(dims, kind, seed, inputs, upstreams, 0, 1),
                gradients(dims, kind, seed, inputs, upstreams, 1, dims.n()));

        same(apart, together);
    }

    private static List<Tensor> gradients(
            Primes dims, Net kind, long seed, List<Tensor> inputs, List<Tensor> upstreams, int from, int to) {
        Ports net = kind.make(seed, dims.d(), dims.m());
        net.forward().apply(inputs.stream().map(t -> t.slice(0, from, to)).toList());
        net.backward().apply(upstreams.stream().map(t -> t.slice(0, from, to)).toList());
        return gradients(net);
    }

    /** Turns the units round: the columns of every block of the parameters, the rows of wh, and the states. */
    @Property(seed = "2026", tries = 50)
    void turning_the_units_round_turns_the_states_round(
            @ForAll Primes dims, @ForAll Net kind, @ForAll long seed, @ForAll Values values) {
        Ports net = kind.make(seed, dims.d(), dims.m());
        Ports turned = kind.make(seed, dims.d(), dims.m());
        turned.type().parameters().forEach(p -> p.set(blocksTurned(p.value(), dims.m())));
        Parameter wh = turned.type().parameters().get(1);
        wh.set(wh.value().flip(0));
        Tensor x = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor dh = Values.NORMAL.draw(seed + 1, dims.n(), dims.t(), dims.m());
        List<Tensor> start = kind.states(seed + 2, dims.n(), dims.m());
        List<Tensor> end = kind.states(seed + 4, dims.n(), dims.m());

        List<Tensor> y = turned.forward().apply(with(x, flipped(start)));
        same(y, flipped(net.forward().apply(with(x, start))));

        List<Tensor> d = turned.backward().apply(flipped(with(dh, end)));
        List<Tensor> straight = net.backward().apply(with(dh, end));
        same(d, with(straight.get(0), flipped(rest(straight))));
    }

    private static Tensor blocksTurned(Tensor p, int units) {
        int blocks = p.dim(-1) / units;
        return p.reshape(-1, blocks, units).flip(2).reshape(p.shape());
    }

    private static List<Tensor> flipped(List<Tensor> tensors) {
        return tensors.stream().map(t -> t.flip(-1)).toList();
    }

    private static List<Tensor> with(Tensor first, List<Tensor> others) {
        List<Tensor> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private static List<Tensor> rest(List<Tensor> tensors) {
        return tensors.subList(1, tensors.size());
    }

    private static List<Tensor> gradients(Ports net) {
        Trainable type = net.type();
        return type.parameters().stream().map(p -> p.gradient().copy()).toList();
    }

    private static List<Tensor> sums(List<Tensor> a, List<Tensor> b) {
        return IntStream.range(0, a.size())
                .mapToObj(i -> a.get(i).plus(b.get(i)))
                .toList();
    }

    private static void same(List<Tensor> actual, List<Tensor> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i)).isCloseTo(expected.get(i), 1e-11);
        }
    }
}
