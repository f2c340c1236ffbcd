package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every attention: N = 2, Q = 3, K = 7, d = 5, e = 11. */
class AttentionPropertyTest {
    private final Attention attention = new Attention();

    @Property(seed = "2026", tries = 30)
    void turning_keys_and_values_round_together_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, values);
        Tensor k = k(seed, Values.NORMAL);
        Tensor v = v(seed, values);

        Tensor turned = attention.forward(q, k.flip(1), v.flip(1));

        assertThat(turned).isCloseTo(attention.forward(q, k, v), 1e-12);
    }

    @Property(seed = "2026", tries = 30)
    void turning_the_queries_round_turns_the_answers_round(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, values);
        Tensor k = k(seed, values);
        Tensor v = v(seed, values);

        assertThat(attention.forward(q.flip(1), k, v))
                .isCloseTo(attention.forward(q, k, v).flip(1), 1e-14);
    }

    @Property(seed = "2026", tries = 30)
    void the_answer_is_linear_in_the_values(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, values);
        Tensor k = k(seed, values);
        Tensor v = v(seed, values);
        Tensor w = v(seed + 10, values);

        Tensor together = attention.forward(q, k, v.times(2).minus(w.times(3)));
        Tensor apart = attention
                .forward(q, k, v)
                .times(2)
                .minus(attention.forward(q, k, w).times(3));

        assertThat(together).isWithin(apart, 1e-13 * (magnitude(v) + magnitude(w)));
    }

    @Property(seed = "2026", tries = 30)
    void the_same_value_everywhere_is_the_answer(@ForAll long seed, @ForAll Values values) {
        Tensor value = values.draw(seed + 2, 2, 1, 11);

        Tensor y =
                attention.forward(q(seed, values), k(seed, values), value.broadcastTo(Shape.of(2, 7, 11)), mask(seed));

        assertThat(y).isWithin(value.broadcastTo(Shape.of(2, 3, 11)), 1e-14 * magnitude(value));
    }

    @Property(seed = "2026", tries = 30)
    void a_query_of_zeros_gets_the_mean_of_the_values(@ForAll long seed, @ForAll Values values) {
        Tensor v = v(seed, values);

        Tensor y = attention.forward(Tensor.zeros(2, 3, 5), k(seed, values), v);

        assertThat(y).isWithin(v.meanKeep(1).broadcastTo(Shape.of(2, 3, 11)), 1e-14 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void one_vector_added_to_all_keys_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, values);
        Tensor k = k(seed, Values.NORMAL);
        Tensor v = v(seed, values);
        Tensor vector = Values.NORMAL.draw(seed + 4, 2, 1, 5);

        assertThat(attention.forward(q, k.plus(vector), v)).isWithin(attention.forward(q, k, v), 1e-10 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void the_gradients_of_the_keys_have_the_sum_zero(@ForAll long seed, @ForAll Values values) {
        attention.forward(q(seed, values), k(seed, Values.NORMAL), v(seed, values));

        Attention.Gradients d = attention.backward(dy(seed));

        double size = magnitude(d.dk()) + magnitude(q(seed, values)) * magnitude(v(seed, values));
        assertThat(d.dk().sum(1)).isWithin(Tensor.zeros(2, 5), 1e-13 * size);
    }

    @Property(seed = "2026", tries = 30)
    void a_single_key_is_always_chosen(@ForAll long seed, @ForAll Values values) {
        Tensor k = values.draw(seed + 1, 2, 1, 5);
        Tensor v = values.draw(seed + 2, 2, 1, 11);

        Tensor y = attention.forward(q(seed, values), k, v);
        Attention.Gradients d = attention.backward(dy(seed));

        assertThat(y).hasEntriesOf(v.broadcastTo(Shape.of(2, 3, 11)));
        assertThat(d.dq()).hasEntriesOf(Tensor.zeros(2, 3, 5));
        assertThat(d.dk()).hasEntriesOf(Tensor.zeros(2, 1, 5));
    }

    @Property(seed = "2026", tries = 30)
    void masking_keys_is_removing_them(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, values);
        Tensor k = k(seed, values);
        Tensor v = v(seed, values);
        Tensor mask = Tensor.of(0, 0, 1, 1, 1, 1, 0);

        Tensor masked = attention.forward(q, k, v, mask);
        Attention.Gradients d = attention.backward(dy(seed));
        Attention fewer = new Attention();
        Tensor removed = fewer.forward(q, k.slice(1, 2, 6), v.slice(1, 2, 6));
        Attention.Gradients left = fewer.backward(dy(seed));

        assertThat(masked).isCloseTo(removed, 1e-14);
        same(d.dq(), left.dq());
        same(d.dk(), left.dk().pad(1, 2, 1));
        same(d.dv(), left.dv().pad(1, 2, 1));
    }

    @Property(seed = "2026", tries = 30)
    void every_key_twice_is_every_key_once(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, values);
        Tensor k = k(seed, values);
        Tensor v = v(seed, values);

        Tensor twice = attention.forward(q, Tensor.concat(1, k, k), Tensor.concat(1, v, v));

        assertThat(twice).isWithin(attention.forward(q, k, v), 1e-13 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void longer_queries_and_shorter_keys_are_the_same(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, values);
        Tensor k = k(seed, values);
        Tensor v = v(seed, values);

        assertThat(attention.forward(q.times(4), k.divide(4), v)).hasEntriesOf(attention.forward(q, k, v));
    }

    @Property(seed = "2026", tries = 30)
    void queries_and_keys_meet_their_gradients_in_one_number(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, Values.NORMAL);
        Tensor k = k(seed, Values.NORMAL);
        Tensor v = v(seed, values);
        Tensor y = attention.forward(q, k, v, mask(seed));

        Attention.Gradients d = attention.backward(dy(seed));

        assertThat(d.dq().dot(q)).isCloseTo(d.dk().dot(k), within(1e-12 * magnitude(v) * magnitude(q)));
        assertThat(d.dv().dot(v)).isCloseTo(dy(seed).dot(y), within(1e-12 * magnitude(v)));
    }

    @Property(seed = "2026", tries = 30)
    void turning_queries_and_keys_in_space_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor q = q(seed, Values.NORMAL);
        Tensor k = k(seed, Values.NORMAL);
        Tensor v = v(seed, values);
        Tensor u = Values.NORMAL.draw(seed + 4, 5, 1);
        Tensor mirror = Tensor.eye(5).minus(u.matmulTransposed(u).times(2 / u.dot(u)));

        Tensor turned = attention.forward(q.matmul(mirror), k.matmul(mirror), v);

        assertThat(turned).isWithin(attention.forward(q, k, v), 1e-12 * magnitude(v));
    }

    @Property(seed = "2026", tries = 30)
    void derivatives_carried_forward_agree(@ForAll long seed, @ForAll Values values) {
        Tensor mask = mask(seed);
        Dual q = dual(seed, Values.NORMAL, 2, 3, 5);
        Dual k = dual(seed + 1, Values.NORMAL, 2, 7, 5);
        Dual v = dual(seed + 2, values, 2, 7, 11);
        Dual y = DualAttention.attend(q, k, v, mask);

        Tensor answer = attention.forward(q.value(), k.value(), v.value(), mask);
        Attention.Gradients d = attention.backward(dy(seed));

        double back = d.dq().dot(q.tangent()) + d.dk().dot(k.tangent()) + d.dv().dot(v.tangent());
        assertThat(answer).isWithin(y.value(), 1e-14 * magnitude(v.value()));
        assertThat(back).isCloseTo(dy(seed).dot(y.tangent()), within(1e-12 * (1 + magnitude(v.value()))));
    }

    private static Dual dual(long seed, Values values, int... dims) {
        return new Dual(values.draw(seed, dims), Values.NORMAL.draw(seed + 20, dims));
    }

    private static Tensor q(long seed, Values values) {
        return values.draw(seed, 2, 3, 5);
    }

    private static Tensor k(long seed, Values values) {
        return values.draw(seed + 1, 2, 7, 5);
    }

    private static Tensor v(long seed, Values values) {
        return values.draw(seed + 2, 2, 7, 11);
    }

    private static Tensor dy(long seed) {
        return Values.NORMAL.draw(seed + 3, 2, 3, 11);
    }

    /** About half of the keys hidden, the first never. */
    private static Tensor mask(long seed) {
        Tensor mask = Values.NORMAL.draw(seed + 5, 2, 3, 7).greater(0);
        mask.put(2, 0, Tensor.ones(2, 3, 1));
        return mask;
    }

    private static void same(Tensor actual, Tensor expected) {
        assertThat(actual).isWithin(expected, 1e-13 * (1 + magnitude(expected)));
    }

    private static double magnitude(Tensor t) {
        return Math.sqrt(t.dot(t));
    }
}
