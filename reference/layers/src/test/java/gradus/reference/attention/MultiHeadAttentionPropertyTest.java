package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** Relations that hold for every multi-head attention: N = 2, Q = 3, K = 7, D = 10, 5 heads. */
class MultiHeadAttentionPropertyTest {
    private final MultiHeadAttention attention = Drawn.with(new MultiHeadAttention(10, 5), 200);

    @BeforeTry
    void clear() {
        attention.parameters().forEach(Parameter::clear);
    }

    @Property(seed = "2026", tries = 30)
    void turning_keys_and_values_round_together_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor query = values.draw(seed, 2, 3, 10);
        Tensor key = Values.NORMAL.draw(seed + 1, 2, 7, 10);
        Tensor value = values.draw(seed + 2, 2, 7, 10);

        Tensor turned = attention.forward(query, key.flip(1), value.flip(1));

        assertThat(turned).isCloseTo(attention.forward(query, key, value), 1e-12);
    }

    @Property(seed = "2026", tries = 30)
    void turning_the_queries_round_turns_the_answers_round(@ForAll long seed, @ForAll Values values) {
        Tensor query = values.draw(seed, 2, 3, 10);
        Tensor key = values.draw(seed + 1, 2, 7, 10);

        Tensor turned = attention.forward(query.flip(1), key, key);

        assertThat(turned).isCloseTo(attention.forward(query, key, key).flip(1), 1e-13);
    }

    @Property(seed = "2026", tries = 30)
    void a_mask_for_each_sample_removes_that_samples_keys(@ForAll long seed, @ForAll Values values) {
        Tensor query = values.draw(seed, 2, 3, 10);
        Tensor key = values.draw(seed + 1, 2, 7, 10);

        Tensor y = attention.forward(query, key, key, PaddingMask.of(IntTensor.of(2, 5), 7));

        Tensor first = attention.forward(
                query.slice(0, 0, 1),
                key.slice(0, 0, 1).slice(1, 0, 2),
                key.slice(0, 0, 1).slice(1, 0, 2));
        Tensor second = attention.forward(
                query.slice(0, 1, 2),
                key.slice(0, 1, 2).slice(1, 0, 5),
                key.slice(0, 1, 2).slice(1, 0, 5));
        assertThat(y).isCloseTo(Tensor.concat(0, first, second), 1e-13);
    }

    @Property(seed = "2026", tries = 30)
    void under_a_causal_mask_later_words_do_not_change_earlier_answers(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 2, 7, 10);
        Tensor other = x.copy();
        other.put(1, 4, Values.NORMAL.draw(seed + 1, 2, 3, 10));

        Tensor y = attention.forward(x, x, x, CausalMask.of(7));
        Tensor changed = attention.forward(other, other, other, CausalMask.of(7));

        assertThat(changed.slice(1, 0, 4)).hasEntriesOf(y.slice(1, 0, 4));
    }

    @Property(seed = "2026", tries = 30)
    void the_same_value_everywhere_is_projected_twice(@ForAll long seed, @ForAll Values values) {
        Tensor value = values.draw(seed, 2, 1, 10);
        Tensor key = values.draw(seed + 1, 2, 7, 10);

        Tensor y = attention.forward(key, key, value.broadcastTo(Shape.of(2, 7, 10)));

        List<Tensor> p = Drawn.values(attention);
        Tensor once = value.matmul(p.get(4)).plus(p.get(5)).matmul(p.get(6)).plus(p.get(7));
        assertThat(y).isCloseTo(once.broadcastTo(Shape.of(2, 7, 10)), 1e-13);
    }

    /** The bias moves all scores of a query alike, and softmax sees differences only. */
    @Property(seed = "2026", tries = 30)
    void the_bias_of_the_keys_makes_no_difference(@ForAll long seed) {
        Tensor query = Values.NORMAL.draw(seed, 2, 3, 10);
        Tensor key = Values.NORMAL.draw(seed + 1, 2, 7, 10);
        MultiHeadAttention other = Drawn.with(new MultiHeadAttention(10, 5), 200);
        other.parameters().get(3).set(Values.NORMAL.draw(seed + 2, 10));

        Tensor y = attention.forward(query, key, key);
        attention.backward(query);

        assertThat(other.forward(query, key, key)).isCloseTo(y, 1e-12);
        assertThat(attention.parameters().get(3).gradient()).isWithin(Tensor.zeros(10), 1e-12);
    }

    @Property(seed = "2026", tries = 30)
    void parameter_gradients_of_a_batch_are_the_sum_over_its_samples(@ForAll long seed, @ForAll Values values) {
        Tensor query = Values.NORMAL.draw(seed, 2, 3, 10);
        Tensor key = values.draw(seed + 1, 2, 7, 10);
        Tensor dy = Values.NORMAL.draw(seed + 2, 2, 3, 10);
        attention.forward(query, key, key);
        attention.backward(dy);
        List<Tensor> whole = Drawn.gradients(attention);
        clear();

        for (int n = 0; n < 2; n++) {
            attention.forward(query.slice(0, n, n + 1), key.slice(0, n, n + 1), key.slice(0, n, n + 1));
            attention.backward(dy.slice(0, n, n + 1));
        }

        double size = 1e-12 * (1 + key.dot(key));
        IntStream.range(0, whole.size())
                .forEach(i ->
                        assertThat(attention.parameters().get(i).gradient()).isWithin(whole.get(i), size));
    }

    @Property(seed = "2026", tries = 30)
    void derivatives_carried_forward_agree(@ForAll long seed) {
        Tensor mask = CausalMask.of(7).slice(0, 4, 7);
        Dual query = dual(Values.NORMAL.draw(seed, 2, 3, 10), seed + 20);
        Dual key = dual(Values.NORMAL.draw(seed + 1, 2, 7, 10), seed + 21);
        Dual value = dual(Values.NORMAL.draw(seed + 2, 2, 7, 10), seed + 22);
        Tensor dy = Values.NORMAL.draw(seed + 3, 2, 3, 10);
        Dual[] parameters = attention.parameters().stream()
                .map(p -> dual(p.value(), seed + p.name().hashCode()))
                .toArray(Dual[]::new);
        Dual y = DualAttention.multiHead(query, key, value, mask, 5, parameters);

        Tensor answer = attention.forward(query.value(), key.value(), value.value(), mask);
        MultiHeadAttention.Gradients d = attention.backward(dy);

        double back = d.dquery().dot(query.tangent())
                + d.dkey().dot(key.tangent())
                + d.dvalue().dot(value.tangent());
        for (int i = 0; i < parameters.length; i++) {
            back += attention.parameters().get(i).gradient().dot(parameters[i].tangent());
        }
        assertThat(answer).isCloseTo(y.value(), 1e-13);
        assertThat(back).isCloseTo(dy.dot(y.tangent()), within(1e-11));
    }

    private static Dual dual(Tensor value, long seed) {
        return new Dual(value, Values.NORMAL.draw(seed, value.shape().toArray()));
    }
}
