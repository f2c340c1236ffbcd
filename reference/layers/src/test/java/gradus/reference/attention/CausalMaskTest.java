package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The mask itself, and what attention under it promises: N = 2, T = 5, d = 3, e = 7. */
class CausalMaskTest {
    private final Attention attention = new Attention();

    /** Lecture 11, the masked decoder: a position sees itself and what came before. */
    @Example
    void a_position_sees_itself_and_those_before() {
        assertThat(CausalMask.of(3)).hasEntriesOf(Tensor.of(new double[][] {{1, 0, 0}, {1, 1, 0}, {1, 1, 1}}));
        assertThat(CausalMask.of(1)).hasEntriesOf(Tensor.ones(1, 1));
        assertThat(CausalMask.of(0)).hasEntriesOf(Tensor.zeros(0, 0));
    }

    @Property(seed = "2026", tries = 30)
    void later_keys_and_values_do_not_change_the_prefix(@ForAll long seed, @ForAll Values values) {
        Tensor q = values.draw(seed, 2, 5, 3);
        Tensor k = values.draw(seed + 1, 2, 5, 3);
        Tensor v = values.draw(seed + 2, 2, 5, 7);

        Tensor other = masked(q, ended(k, seed + 3), ended(v, seed + 4));

        assertThat(other.slice(1, 0, 3)).hasEntriesOf(masked(q, k, v).slice(1, 0, 3));
    }

    @Property(seed = "2026", tries = 30)
    void the_first_answer_is_the_first_value(@ForAll long seed, @ForAll Values values) {
        Tensor v = values.draw(seed + 2, 2, 5, 7);

        Tensor y = masked(values.draw(seed, 2, 5, 3), values.draw(seed + 1, 2, 5, 3), v);

        assertThat(y.select(1, 0)).hasEntriesOf(v.select(1, 0));
    }

    @Property(seed = "2026", tries = 30)
    void every_answer_is_that_to_its_own_prefix(@ForAll long seed, @ForAll Values values) {
        Tensor q = values.draw(seed, 2, 5, 3);
        Tensor k = values.draw(seed + 1, 2, 5, 3);
        Tensor v = values.draw(seed + 2, 2, 5, 7);

        Tensor y = masked(q, k, v);

        for (int t = 0; t < 5; t++) {
            Tensor prefix = attention.forward(q.slice(1, t, t + 1), k.slice(1, 0, t + 1), v.slice(1, 0, t + 1));
            assertThat(y.slice(1, t, t + 1)).isCloseTo(prefix, 1e-13);
        }
    }

    @Property(seed = "2026", tries = 30)
    void the_loss_of_a_prefix_reaches_no_later_key_or_value(@ForAll long seed, @ForAll Values values) {
        masked(values.draw(seed, 2, 5, 3), values.draw(seed + 1, 2, 5, 3), values.draw(seed + 2, 2, 5, 7));
        Tensor dy = Values.NORMAL.draw(seed + 3, 2, 3, 7).pad(1, 0, 2);

        Attention.Gradients d = attention.backward(dy);

        assertThat(d.dk().slice(1, 3, 5)).hasEntriesOf(Tensor.zeros(2, 2, 3));
        assertThat(d.dv().slice(1, 3, 5)).hasEntriesOf(Tensor.zeros(2, 2, 7));
    }

    private Tensor masked(Tensor q, Tensor k, Tensor v) {
        return attention.forward(q, k, v, CausalMask.of(5));
    }

    /** The same up to position 3, something else from there on. */
    private static Tensor ended(Tensor x, long seed) {
        Tensor other = x.copy();
        other.put(1, 3, Values.NORMAL.draw(seed, 2, 2, x.dim(2)));
        return other;
    }
}
