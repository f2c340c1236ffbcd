package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where nothing else is said: N = 2, Q = 3, K = 5, D = 6, 2 heads. */
class MultiHeadAttentionTest {
    private static final Tensor QUERY = Values.NORMAL.draw(1, 2, 3, 6);
    private static final Tensor KEY = Values.NORMAL.draw(2, 2, 5, 6);
    private static final Tensor VALUE = Values.NORMAL.draw(3, 2, 5, 6);
    private static final Tensor DY = Values.NORMAL.draw(4, 2, 3, 6);
    private static final Tensor MASK = PaddingMask.of(IntTensor.of(4, 2), 5);

    private final MultiHeadAttention attention = Drawn.with(new MultiHeadAttention(6, 2), 100);

    /** Width 2, two heads of width 1, all projections the identity: head 1 sees column 0 alone, and its scale is 1. */
    @Test
    void works_out_two_heads_by_hand() {
        double ln3 = Math.log(3);
        MultiHeadAttention two = new MultiHeadAttention(2, 2);
        for (int w : new int[] {0, 2, 4, 6}) {
            two.parameters().get(w).set(Tensor.eye(2));
        }
        two.parameters().get(7).set(Tensor.of(100, 200));

        Tensor y = two.forward(tensor(1, ln3, 1), tensor(2, 1, ln3, 0, 0), tensor(2, 4, 40, 8, 80));
        MultiHeadAttention.Gradients d = two.backward(tensor(1, 16, 0));

        assertThat(y).isWithin(tensor(1, 105, 250), 1e-12);
        assertThat(d.dvalue()).isWithin(tensor(2, 12, 0, 4, 0), 1e-13);
        assertThat(d.dquery()).isWithin(tensor(1, -12, 0), 1e-13);
        assertThat(d.dkey()).isWithin(tensor(2, -12 * ln3, 0, 12 * ln3, 0), 1e-13);
    }

    @Test
    void every_head_attends_with_its_own_columns() {
        List<Tensor> p = Drawn.values(attention);
        Tensor q = QUERY.matmul(p.get(0)).plus(p.get(1));
        Tensor k = KEY.matmul(p.get(2)).plus(p.get(3));
        Tensor v = VALUE.matmul(p.get(4)).plus(p.get(5));
        Tensor heads = Tensor.concat(2, head(q, k, v, 0, 3), head(q, k, v, 3, 6));

        assertThat(attention.forward(QUERY, KEY, VALUE, MASK))
                .isCloseTo(heads.matmul(p.get(6)).plus(p.get(7)), 1e-13);
    }

    private static Tensor head(Tensor q, Tensor k, Tensor v, int from, int to) {
        return new Attention().forward(q.slice(2, from, to), k.slice(2, from, to), v.slice(2, from, to), MASK);
    }

    @Test
    void the_gradients_are_slopes() {
        double size = Slopes.size(attention.forward(QUERY, KEY, VALUE, MASK), DY);
        MultiHeadAttention.Gradients d = attention.backward(DY);

        Slopes.holds("dquery", d.dquery(), Slopes.of(at -> loss(at, KEY, VALUE), QUERY));
        Slopes.holds("dkey", d.dkey(), Slopes.of(at -> loss(QUERY, at, VALUE), KEY));
        Slopes.holds("dvalue", d.dvalue(), Slopes.of(at -> loss(QUERY, KEY, at), VALUE));
        for (Parameter p : attention.parameters()) {
            Slopes.holds(p.name(), p.gradient(), Slopes.of(at -> lossWith(p.name(), at), p.value()), size);
        }
    }

    private static double loss(Tensor query, Tensor key, Tensor value) {
        return Drawn.with(new MultiHeadAttention(6, 2), 100)
                .forward(query, key, value, MASK)
                .dot(DY);
    }

    private static double lossWith(String name, Tensor value) {
        MultiHeadAttention other = Drawn.with(new MultiHeadAttention(6, 2), 100);
        other.parameters().stream().filter(p -> p.name().equals(name)).forEach(p -> p.set(value));
        return other.forward(QUERY, KEY, VALUE, MASK).dot(DY);
    }

    @Test
    void the_gradient_of_a_sequence_that_went_in_three_times_is_the_slope() {
        attention.forward(QUERY, QUERY, QUERY);

        Tensor dx = attention.backward(DY).sum();

        Slopes.holds(
                "dx",
                dx,
                Slopes.of(
                        at -> Drawn.with(new MultiHeadAttention(6, 2), 100)
                                .forward(at, at, at)
                                .dot(DY),
                        QUERY));
    }

    @Test
    void one_mask_serves_all_samples_or_each_has_its_own_but_all_heads_share_it() {
        Tensor own = MASK.broadcastTo(Shape.of(2, 3, 5));
        Tensor first = own.select(0, 0);

        Tensor y = attention.forward(QUERY, KEY, VALUE, own);
        Tensor same = attention.forward(QUERY, KEY, VALUE, first);

        assertThat(y).hasEntriesOf(attention.forward(QUERY, KEY, VALUE, MASK));
        assertThat(y.select(0, 0)).hasEntriesOf(same.select(0, 0));
        assertThat(same).hasEntriesOf(attention.forward(QUERY, KEY, VALUE, first.broadcastTo(Shape.of(2, 3, 5))));
    }

    @Test
    void parameters_are_named_start_at_zero_and_collect_gradients() {
        assertThat(attention.parameters())
                .extracting(Parameter::name)
                .containsExactly("wq", "bq", "wk", "bk", "wv", "bv", "wo", "bo");
        assertThat(new MultiHeadAttention(6, 2).parameters())
                .allSatisfy(p -> assertThat(p.value())
                        .hasEntriesOf(Tensor.zeros(p.value().shape())));

        attention.forward(QUERY, KEY, VALUE);
        attention.backward(DY);
        List<Tensor> once = Drawn.gradients(attention);
        attention.backward(DY);

        for (int i = 0; i < once.size(); i++) {
            assertThat(Drawn.gradients(attention).get(i)).isCloseTo(once.get(i).times(2), 1e-14);
        }
    }

    @Test
    void arguments_and_parameters_are_only_read() {
        Tensor query = QUERY.copy();
        Tensor key = KEY.copy();
        Tensor value = VALUE.copy();
        Tensor mask = MASK.copy();
        Tensor dy = DY.copy();
        List<Tensor> values = Drawn.values(attention);

        attention.forward(query, key, value, mask);
        attention.backward(dy);

        assertThat(query).hasEntriesOf(QUERY);
        assertThat(key).hasEntriesOf(KEY);
        assertThat(value).hasEntriesOf(VALUE);
        assertThat(mask).hasEntriesOf(MASK);
        assertThat(dy).hasEntriesOf(DY);
        for (int i = 0; i < values.size(); i++) {
            assertThat(attention.parameters().get(i).value()).hasEntriesOf(values.get(i));
        }
    }

    /** Endterm 2022, 9.5: no parameter knows how long the sequences are. */
    @Test
    void the_same_parameters_serve_sequences_of_any_length() {
        for (int length : new int[] {1, 2, 11}) {
            Tensor x = Values.NORMAL.draw(5, 1, length, 6);

            assertThat(attention.forward(x, x, x).shape()).isEqualTo(x.shape());
            assertThat(attention.backward(x).sum().shape()).isEqualTo(x.shape());
        }
    }

    @Test
    void no_samples_and_no_queries_give_empty_answers_and_add_nothing() {
        Tensor none = Tensor.zeros(0, 3, 6);

        assertThat(attention.forward(none, none, none)).hasEntriesOf(none);
        assertThat(attention.backward(none).sum()).hasEntriesOf(none);
        Tensor silent = Tensor.zeros(2, 0, 6);
        assertThat(attention.forward(silent, silent, silent)).hasEntriesOf(silent);
        assertThat(attention.backward(silent).sum()).hasEntriesOf(silent);
        assertThat(attention.forward(Tensor.zeros(2, 0, 6), KEY, VALUE)).hasEntriesOf(Tensor.zeros(2, 0, 6));
        assertThat(attention.backward(Tensor.zeros(2, 0, 6)).dkey()).hasEntriesOf(Tensor.zeros(2, 5, 6));
        assertThat(Drawn.gradients(attention)).allSatisfy(d -> assertThat(d).hasEntriesOf(Tensor.zeros(d.shape())));
    }

    @Test
    void far_out_it_stays_finite() {
        Tensor y = attention.forward(QUERY.times(1000), KEY.times(1000), VALUE);
        MultiHeadAttention.Gradients d = attention.backward(DY);

        assertThat(y.abs().max()).isLessThan(100);
        assertThat(d.dquery().abs().max()).isLessThan(100);
        assertThat(d.dkey().abs().max()).isLessThan(100);
        assertThat(d.dvalue().abs().max()).isLessThan(100);
    }

    @Test
    void refuses_heads_that_do_not_divide_the_width() {
        for (int heads : new int[] {4, 0, -2, 12}) {
            assertThatThrownBy(() -> new MultiHeadAttention(6, heads))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("MultiHeadAttention: heads: expected a divisor of the width 6 but got " + heads + ".");
        }
        assertThatThrownBy(() -> new MultiHeadAttention(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MultiHeadAttention: width: expected 1 or more but got 0.");
    }

    @Test
    void a_width_of_one_has_one_head() {
        MultiHeadAttention one = Drawn.with(new MultiHeadAttention(1, 1), 7);
        Tensor x = Values.NORMAL.draw(8, 2, 3, 1);
        List<Tensor> p = Drawn.values(one);

        Tensor y = new Attention()
                .forward(
                        x.times(p.get(0)).plus(p.get(1)),
                        x.times(p.get(2)).plus(p.get(3)),
                        x.times(p.get(4)).plus(p.get(5)));

        assertThat(one.forward(x, x, x)).isCloseTo(y.times(p.get(6)).plus(p.get(7)), 1e-14);
    }

    @Test
    void refuses_what_does_not_fit_by_name() {
        refused(
                Tensor.zeros(3, 6),
                KEY,
                VALUE,
                "MultiHeadAttention.forward: query: expected shape (any, any, 6) but got (3, 6).");
        refused(
                QUERY,
                Tensor.zeros(3, 5, 6),
                VALUE,
                "MultiHeadAttention.forward: key: expected shape (2, any, 6) but got (3, 5, 6).");
        refused(QUERY, KEY, QUERY, "MultiHeadAttention.forward: value: expected shape (2, 5, 6) but got (2, 3, 6).");
        refused(
                QUERY,
                Tensor.zeros(2, 0, 6),
                Tensor.zeros(2, 0, 6),
                "MultiHeadAttention.forward: key: expected at least one key but got (2, 0, 6).");
    }

    @Test
    void refuses_masks_and_upstreams_that_do_not_fit() {
        assertThatThrownBy(() -> attention.forward(QUERY, KEY, VALUE, Tensor.ones(3, 3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MultiHeadAttention.forward: mask: expected a shape that stretches to (2, 3, 5)"
                        + " but got (3, 3, 5).");
        assertThatThrownBy(() -> attention.forward(QUERY, KEY, VALUE, Tensor.ones(2, 2, 3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MultiHeadAttention.forward: mask: expected a shape that stretches to (2, 3, 5)"
                        + " but got (2, 2, 3, 5).");
        assertThatThrownBy(() -> attention.forward(QUERY, KEY, VALUE, Tensor.zeros(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MultiHeadAttention.forward: mask: expected at least one 1 in each row but got a row of"
                        + " zeros. Every query needs a key to look at.");

        attention.forward(QUERY, KEY, VALUE);
        assertThatThrownBy(() -> attention.backward(KEY))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MultiHeadAttention.backward: dy: expected shape (2, 3, 6) but got (2, 5, 6).");
    }

    @Test
    void backward_before_any_forward_is_refused() {
        assertThatThrownBy(() -> new MultiHeadAttention(6, 2).backward(Tensor.zeros(2, 3, 6)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("MultiHeadAttention.backward: no forward pass yet. Call forward first.");
    }

    private void refused(Tensor query, Tensor key, Tensor value, String message) {
        assertThatThrownBy(() -> attention.forward(query, key, value))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }

    private static Tensor tensor(int rows, double... entries) {
        return Tensor.of(Shape.of(1, rows, 2), entries);
    }
}
