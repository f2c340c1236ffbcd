package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Softmax;
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

    /**
     * Scores 0, ln 2 and ln 3 for the three keys at every position (q = 1, k = those numbers), and unit vectors for values: the answers are
     * the weights, softmax over the scores of which those after the position are -∞. And back: dv sums over the positions that see a value,
     * and dk of the last key comes from the last position alone.
     */
    @Example
    void a_later_score_is_minus_infinity_before_the_softmax() {
        double infinite = Double.NEGATIVE_INFINITY;
        Tensor scores = Tensor.of(
                new double[][] {{0, infinite, infinite}, {0, Math.log(2), infinite}, {0, Math.log(2), Math.log(3)}});
        Tensor weights = Tensor.of(new double[][] {{1, 0, 0}, {1 / 3.0, 2 / 3.0, 0}, {1 / 6.0, 2 / 6.0, 3 / 6.0}});
        Tensor k = Tensor.of(0, Math.log(2), Math.log(3)).reshape(1, 3, 1);

        Tensor y = attention.forward(Tensor.ones(1, 3, 1), k, Tensor.eye(3).expand(0), CausalMask.of(3));
        Tensor dy = Values.NORMAL.draw(7, 1, 3, 3);
        Attention.Gradients d = attention.backward(dy);

        assertThat(new Softmax().forward(scores)).isWithin(weights, 1e-15);
        assertThat(y.select(0, 0)).isWithin(weights, 1e-15);
        Tensor da = dy.select(0, 0);
        Tensor ds = weights.times(da.minus(da.times(weights).sumKeep(1))); // 0 where the weight is
        assertThat(d.dv().select(0, 0)).isCloseTo(weights.transposedMatmul(da), 1e-14);
        assertThat(d.dk().reshape(3)).isCloseTo(ds.sum(0), 1e-14);
        assertThat(d.dq().reshape(3)).isCloseTo(ds.matmul(k.reshape(3, 1)).reshape(3), 1e-14);
    }

    @Property(seed = "2026", tries = 30)
    void later_keys_and_values_do_not_change_the_prefix(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor k = values.draw(seed + 1, dims.n(), dims.t(), dims.d());
        Tensor v = values.draw(seed + 2, dims.n(), dims.t(), dims.m());

        Tensor other = masked(q, ended(k, seed + 3), ended(v, seed + 4));

        assertThat(other.slice(1, 0, dims.t() / 2)).hasEntriesOf(masked(q, k, v).slice(1, 0, dims.t() / 2));
    }

    @Property(seed = "2026", tries = 30)
    void the_first_answer_is_the_first_value(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor v = values.draw(seed + 2, dims.n(), dims.t(), dims.m());

        Tensor y = masked(
                values.draw(seed, dims.n(), dims.t(), dims.d()),
                values.draw(seed + 1, dims.n(), dims.t(), dims.d()),
                v);

        assertThat(y.select(1, 0)).hasEntriesOf(v.select(1, 0));
    }

    @Property(seed = "2026", tries = 30)
    void every_answer_is_that_to_its_own_prefix(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor q = values.draw(seed, dims.n(), dims.t(), dims.d());
        Tensor k = values.draw(seed + 1, dims.n(), dims.t(), dims.d());
        Tensor v = values.draw(seed + 2, dims.n(), dims.t(), dims.m());

        Tensor y = masked(q, k, v);

        for (int t = 0; t < dims.t(); t++) {
            Tensor prefix = attention.forward(q.slice(1, t, t + 1), k.slice(1, 0, t + 1), v.slice(1, 0, t + 1));
            assertThat(y.slice(1, t, t + 1)).isCloseTo(prefix, 1e-13);
        }
    }

    @Property(seed = "2026", tries = 30)
    void the_loss_of_a_prefix_reaches_no_later_key_or_value(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        int kept = dims.t() / 2;
        masked(
                values.draw(seed, dims.n(), dims.t(), dims.d()),
                values.draw(seed + 1, dims.n(), dims.t(), dims.d()),
                values.draw(seed + 2, dims.n(), dims.t(), dims.m()));
        Tensor dy = Values.NORMAL.draw(seed + 3, dims.n(), kept, dims.m()).pad(1, 0, dims.t() - kept);

        Attention.Gradients d = attention.backward(dy);

        assertThat(d.dk().slice(1, kept, dims.t())).hasEntriesOf(Tensor.zeros(dims.n(), dims.t() - kept, dims.d()));
        assertThat(d.dv().slice(1, kept, dims.t())).hasEntriesOf(Tensor.zeros(dims.n(), dims.t() - kept, dims.m()));
    }

    private Tensor masked(Tensor q, Tensor k, Tensor v) {
        return attention.forward(q, k, v, CausalMask.of(q.dim(1)));
    }

    /** The same in its first half, something else from there on. */
    private static Tensor ended(Tensor x, long seed) {
        Tensor other = x.copy();
        int kept = x.dim(1) / 2;
        other.put(1, kept, Values.NORMAL.draw(seed, x.dim(0), x.dim(1) - kept, x.dim(2)));
        return other;
    }
}
