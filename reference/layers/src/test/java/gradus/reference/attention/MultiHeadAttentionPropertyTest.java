package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every multi-head attention from N times T queries to M keys, with D heads of K features. */
class MultiHeadAttentionPropertyTest {
    private static int width(Primes dims) {
        return dims.d() * dims.k();
    }

    private static MultiHeadAttention drawn(Primes dims) {
        return Drawn.with(new MultiHeadAttention(width(dims), dims.d()), 200);
    }

    @Property(seed = "2026", tries = 30)
    void turning_keys_and_values_round_together_changes_nothing(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor query = values.draw(seed, dims.n(), dims.t(), width(dims));
        Tensor key = Values.NORMAL.draw(seed + 1, dims.n(), dims.m(), width(dims));
        Tensor value = values.draw(seed + 2, dims.n(), dims.m(), width(dims));

        Tensor turned = attention.forward(query, key.flip(1), value.flip(1));

        assertThat(turned).isCloseTo(attention.forward(query, key, value), 1e-12);
    }

    @Property(seed = "2026", tries = 30)
    void turning_the_queries_round_turns_the_answers_round(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor query = values.draw(seed, dims.n(), dims.t(), width(dims));
        Tensor key = values.draw(seed + 1, dims.n(), dims.m(), width(dims));

        Tensor turned = attention.forward(query.flip(1), key, key);

        assertThat(turned).isCloseTo(attention.forward(query, key, key).flip(1), 1e-13);
    }

    @Property(seed = "2026", tries = 30)
    void a_mask_for_each_sample_removes_that_samples_keys(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor query = values.draw(seed, dims.n(), dims.t(), width(dims));
        Tensor key = values.draw(seed + 1, dims.n(), dims.m(), width(dims));

        int[] lengths = IntStream.range(0, dims.n()).map(n -> 1 + n % dims.m()).toArray();

        Tensor y = attention.forward(query, key, key, PaddingMask.of(IntTensor.of(lengths), dims.m()));

        for (int n = 0; n < dims.n(); n++) {
            Tensor kept = key.slice(0, n, n + 1).slice(1, 0, lengths[n]);
            Tensor alone = attention.forward(query.slice(0, n, n + 1), kept, kept);
            assertThat(y.slice(0, n, n + 1)).isCloseTo(alone, 1e-13);
        }
    }

    @Property(seed = "2026", tries = 30)
    void under_a_causal_mask_later_words_do_not_change_earlier_answers(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor x = values.draw(seed, dims.n(), dims.m(), width(dims));
        int kept = dims.m() / 2;
        Tensor other = x.copy();
        other.put(1, kept, Values.NORMAL.draw(seed + 1, dims.n(), dims.m() - kept, width(dims)));

        Tensor y = attention.forward(x, x, x, CausalMask.of(dims.m()));
        Tensor changed = attention.forward(other, other, other, CausalMask.of(dims.m()));

        assertThat(changed.slice(1, 0, kept)).hasEntriesOf(y.slice(1, 0, kept));
    }

    @Property(seed = "2026", tries = 30)
    void the_same_value_everywhere_is_projected_twice(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor value = values.draw(seed, dims.n(), 1, width(dims));
        Tensor key = values.draw(seed + 1, dims.n(), dims.m(), width(dims));

        Tensor y = attention.forward(key, key, value.broadcastTo(Shape.of(dims.n(), dims.m(), width(dims))));

        List<Tensor> p = Drawn.values(attention);
        Tensor once = value.matmul(p.get(4)).plus(p.get(5)).matmul(p.get(6)).plus(p.get(7));
        assertThat(y).isCloseTo(once.broadcastTo(Shape.of(dims.n(), dims.m(), width(dims))), 1e-13);
    }

    /** The bias moves all scores of a query alike, and softmax sees differences only. */
    @Property(seed = "2026", tries = 30)
    void the_bias_of_the_keys_makes_no_difference(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor query = values.draw(seed, dims.n(), dims.t(), width(dims));
        Tensor key = Values.NORMAL.draw(seed + 1, dims.n(), dims.m(), width(dims));
        MultiHeadAttention other = drawn(dims);
        other.parameters().get(3).set(Values.NORMAL.draw(seed + 2, width(dims)));

        Tensor y = attention.forward(query, key, key);
        attention.backward(Values.NORMAL.draw(seed + 4, query.shape().toArray()));

        assertThat(other.forward(query, key, key)).isCloseTo(y, 1e-12);
        assertThat(attention.parameters().get(3).gradient())
                .isWithin(Tensor.zeros(width(dims)), 1e-12 * (1 + query.abs().sum()));
    }

    @Property(seed = "2026", tries = 30)
    void parameter_gradients_of_a_batch_are_the_sum_over_its_samples(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor query = Values.NORMAL.draw(seed, dims.n(), dims.t(), width(dims));
        Tensor key = values.draw(seed + 1, dims.n(), dims.m(), width(dims));
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.n(), dims.t(), width(dims));
        attention.forward(query, key, key);
        attention.backward(dy);
        List<Tensor> whole = Drawn.gradients(attention);
        attention.parameters().forEach(Parameter::clear);

        for (int n = 0; n < dims.n(); n++) {
            attention.forward(query.slice(0, n, n + 1), key.slice(0, n, n + 1), key.slice(0, n, n + 1));
            attention.backward(dy.slice(0, n, n + 1));
        }

        double size = 1e-12 * (1 + key.dot(key));
        IntStream.range(0, whole.size())
                .forEach(i ->
                        assertThat(attention.parameters().get(i).gradient()).isWithin(whole.get(i), size));
    }

    @Property(seed = "2026", tries = 30)
    void derivatives_carried_forward_agree(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MultiHeadAttention attention = drawn(dims);
        Tensor mask = Values.NORMAL.draw(seed + 4, dims.t(), dims.m()).greater(0);
        mask.put(1, 0, Tensor.ones(dims.t(), 1)); // the first key is never hidden
        Dual query = dual(values.draw(seed, dims.n(), dims.t(), width(dims)), seed + 20);
        Dual key = dual(Values.NORMAL.draw(seed + 1, dims.n(), dims.m(), width(dims)), seed + 21);
        Dual value = dual(values.draw(seed + 2, dims.n(), dims.m(), width(dims)), seed + 22);
        Tensor dy = Values.NORMAL.draw(seed + 3, dims.n(), dims.t(), width(dims));
        Dual[] parameters = attention.parameters().stream()
                .map(p -> dual(p.value(), seed + p.name().hashCode()))
                .toArray(Dual[]::new);
        Dual y = DualAttention.multiHead(query, key, value, mask, dims.d(), parameters);

        Tensor answer = attention.forward(query.value(), key.value(), value.value(), mask);
        MultiHeadAttention.Gradients d = attention.backward(dy);

        List<Tensor> gradients = new ArrayList<>(List.of(d.dquery(), d.dkey(), d.dvalue()));
        attention.parameters().stream().map(Parameter::gradient).forEach(gradients::add);
        List<Dual> given = new ArrayList<>(List.of(query, key, value));
        given.addAll(List.of(parameters));
        assertThat(answer).isCloseTo(y.value(), 1e-11);
        SecondOpinion.meet(gradients, given, dy, y);
    }

    private static Dual dual(Tensor value, long seed) {
        return new Dual(value, Values.NORMAL.draw(seed, value.shape().toArray()));
    }
}
