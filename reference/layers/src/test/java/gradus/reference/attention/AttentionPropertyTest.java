package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every attention from N times T queries to K keys of D features, with values of M. */
class AttentionPropertyTest {
    private final Attention attention = new Attention();

    @Property(seed = "2026", tries = 30)
    void turning_keys_and_values_round_together_changes_nothing(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, values);
        Tensor k = k(dims, seed, Values.NORMAL);
        Tensor v = v(dims, seed, values);

        Tensor turned = attention.forward(q, k.flip(1), v.flip(1));

        assertThat(turned).isCloseTo(attention.forward(q, k, v), 1e-12);
    }

    @Property(seed = "2026", tries = 30)
    void turning_the_queries_round_turns_the_answers_round(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, values);
        Tensor k = k(dims, seed, values);
        Tensor v = v(dims, seed, values);

        assertThat(attention.forward(q.flip(1), k, v))
                .isCloseTo(attention.forward(q, k, v).flip(1), 1e-14);
    }

    @Property(seed = "2026", tries = 30)
    void the_answer_is_linear_in_the_values(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, values);
        Tensor k = k(dims, seed, values);
        Tensor v = v(dims, seed, values);
        Tensor w = v(dims, seed + 10, values);

        Tensor together = attention.forward(q, k, v.times(2).minus(w.times(3)));
        Tensor apart = attention
                .forward(q, k, v)
                .times(2)
                .minus(attention.forward(q, k, w).times(3));

        assertThat(together).isWithin(apart, 1e-13 * (magnitude(v) + magnitude(w)));
    }

    @Property(seed = "2026", tries = 30)
    void the_same_value_everywhere_is_the_answer(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor value = values.draw(seed + 2, dims.n(), 1, dims.m());

        Tensor y = attention.forward(
                q(dims, seed, values),
                k(dims, seed, values),
                value.broadcastTo(Shape.of(dims.n(), dims.k(), dims.m())),
                mask(dims, seed));

        assertThat(y).isWithin(value.broadcastTo(Shape.of(dims.n(), dims.t(), dims.m())), 1e-14 * magnitude(value));
    }

    @Property(seed = "2026", tries = 30)
    void a_query_of_zeros_gets_the_mean_of_the_values(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor v = v(dims, seed, values);

        Tensor y = attention.forward(Tensor.zeros(dims.n(), dims.t(), dims.d()), k(dims, seed, values), v);

        assertThat(y).isWithin(v.meanKeep(1).broadcastTo(Shape.of(dims.n(), dims.t(), dims.m())), 1e-14 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void one_vector_added_to_all_keys_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, values);
        Tensor k = k(dims, seed, Values.NORMAL);
        Tensor v = v(dims, seed, values);
        Tensor vector = Values.NORMAL.draw(seed + 4, dims.n(), 1, dims.d());

        assertThat(attention.forward(q, k.plus(vector), v)).isWithin(attention.forward(q, k, v), 1e-10 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void the_gradients_of_the_keys_have_the_sum_zero(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        attention.forward(q(dims, seed, values), k(dims, seed, Values.NORMAL), v(dims, seed, values));

        Attention.Gradients d = attention.backward(dy(dims, seed));

        double size = magnitude(d.dk()) + magnitude(q(dims, seed, values)) * magnitude(v(dims, seed, values));
        assertThat(d.dk().sum(1)).isWithin(Tensor.zeros(dims.n(), dims.d()), 1e-13 * size);
    }

    @Property(seed = "2026", tries = 30)
    void a_single_key_is_always_chosen(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor k = values.draw(seed + 1, dims.n(), 1, dims.d());
        Tensor v = values.draw(seed + 2, dims.n(), 1, dims.m());

        Tensor y = attention.forward(q(dims, seed, values), k, v);
        Attention.Gradients d = attention.backward(dy(dims, seed));

        assertThat(y).hasEntriesOf(v.broadcastTo(Shape.of(dims.n(), dims.t(), dims.m())));
        assertThat(d.dq()).hasEntriesOf(Tensor.zeros(dims.n(), dims.t(), dims.d()));
        assertThat(d.dk()).hasEntriesOf(Tensor.zeros(dims.n(), 1, dims.d()));
    }

    @Property(seed = "2026", tries = 30)
    void masking_keys_is_removing_them(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, values);
        Tensor k = k(dims, seed, values);
        Tensor v = v(dims, seed, values);
        int end = Math.max(2, dims.k() - 1);
        Tensor mask = Tensor.ones(end - 1).pad(0, 1, dims.k() - end);

        Tensor masked = attention.forward(q, k, v, mask);
        Attention.Gradients d = attention.backward(dy(dims, seed));
        Attention fewer = new Attention();
        Tensor removed = fewer.forward(q, k.slice(1, 1, end), v.slice(1, 1, end));
        Attention.Gradients left = fewer.backward(dy(dims, seed));

        assertThat(masked).isCloseTo(removed, 1e-14);
        same(d.dq(), left.dq());
        same(d.dk(), left.dk().pad(1, 1, dims.k() - end));
        same(d.dv(), left.dv().pad(1, 1, dims.k() - end));
    }

    @Property(seed = "2026", tries = 30)
    void every_key_twice_is_every_key_once(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, values);
        Tensor k = k(dims, seed, values);
        Tensor v = v(dims, seed, values);

        Tensor twice = attention.forward(q, Tensor.concat(1, k, k), Tensor.concat(1, v, v));

        assertThat(twice).isWithin(attention.forward(q, k, v), 1e-13 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void longer_queries_and_shorter_keys_are_the_same(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, values);
        Tensor k = k(dims, seed, values);
        Tensor v = v(dims, seed, values);

        assertThat(attention.forward(q.times(4), k.divide(4), v)).hasEntriesOf(attention.forward(q, k, v));
    }

    @Property(seed = "2026", tries = 30)
    void queries_and_keys_meet_their_gradients_in_one_number(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, Values.NORMAL);
        Tensor k = k(dims, seed, Values.NORMAL);
        Tensor v = v(dims, seed, values);
        Tensor y = attention.forward(q, k, v, mask(dims, seed));

        Attention.Gradients d = attention.backward(dy(dims, seed));

        assertThat(d.dq().dot(q)).isCloseTo(d.dk().dot(k), within(1e-12 * magnitude(v) * magnitude(q)));
        assertThat(d.dv().dot(v)).isCloseTo(dy(dims, seed).dot(y), within(1e-12 * magnitude(v)));
    }

    @Property(seed = "2026", tries = 30)
    void turning_queries_and_keys_in_space_changes_nothing(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = q(dims, seed, Values.NORMAL);
        Tensor k = k(dims, seed, Values.NORMAL);
        Tensor v = v(dims, seed, values);
        Tensor u = Values.NORMAL.draw(seed + 4, dims.d(), 1);
        Tensor mirror = Tensor.eye(dims.d()).minus(u.matmulTransposed(u).times(2 / u.dot(u)));

        Tensor turned = attention.forward(q.matmul(mirror), k.matmul(mirror), v);

        assertThat(turned).isWithin(attention.forward(q, k, v), 1e-12 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void derivatives_carried_forward_agree(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor mask = mask(dims, seed);
        Dual q = dual(seed, Values.NORMAL, dims.n(), dims.t(), dims.d());
        Dual k = dual(seed + 1, Values.NORMAL, dims.n(), dims.k(), dims.d());
        Dual v = dual(seed + 2, values, dims.n(), dims.k(), dims.m());
        Dual y = DualAttention.attend(q, k, v, mask);

        Tensor answer = attention.forward(q.value(), k.value(), v.value(), mask);
        Attention.Gradients d = attention.backward(dy(dims, seed));

        double back = d.dq().dot(q.tangent()) + d.dk().dot(k.tangent()) + d.dv().dot(v.tangent());
        assertThat(answer).isWithin(y.value(), 1e-14 * magnitude(v.value()));
        assertThat(back).isCloseTo(dy(dims, seed).dot(y.tangent()), within(1e-12 * (1 + magnitude(v.value()))));
    }

    private static Dual dual(long seed, Values values, int... dims) {
        return new Dual(values.draw(seed, dims), Values.NORMAL.draw(seed + 20, dims));
    }

    private static Tensor q(Primes dims, long seed, Values values) {
        return values.draw(seed, dims.n(), dims.t(), dims.d());
    }

    private static Tensor k(Primes dims, long seed, Values values) {
        return values.draw(seed + 1, dims.n(), dims.k(), dims.d());
    }

    private static Tensor v(Primes dims, long seed, Values values) {
        return values.draw(seed + 2, dims.n(), dims.k(), dims.m());
    }

    private static Tensor dy(Primes dims, long seed) {
        return Values.NORMAL.draw(seed + 3, dims.n(), dims.t(), dims.m());
    }

    /** About half of the keys hidden, the first never. */
    private static Tensor mask(Primes dims, long seed) {
        Tensor mask = Values.NORMAL.draw(seed + 5, dims.n(), dims.t(), dims.k()).greater(0);
        mask.put(2, 0, Tensor.ones(dims.n(), dims.t(), 1));
        return mask;
    }

    private static void same(Tensor actual, Tensor expected) {
        assertThat(actual).isWithin(expected, 1e-13 * (1 + magnitude(expected)));
    }

    private static double magnitude(Tensor t) {
        return Math.sqrt(t.dot(t));
    }
}
