package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing else is said: N = 2, Q = 3, K = 5, d = 7, e = 11. */
class AttentionTest {
    private static final Tensor Q = Values.NORMAL.draw(1, 2, 3, 7);
    private static final Tensor K = Values.NORMAL.draw(2, 2, 5, 7);
    private static final Tensor V = Values.NORMAL.draw(3, 2, 5, 11);
    private static final Tensor DY = Values.NORMAL.draw(4, 2, 3, 11);
    private static final double LN3 = Math.log(3);

    private final Attention attention = new Attention();

    /** Scores ln 3 and 0, so weights 3/4 and 1/4. */
    @Test
    void works_out_an_example_by_hand() {
        Tensor y = byHand();

        assertThat(y).isWithin(tensor(1, 1, 5), 1e-14);
    }

    /** Lecture 11's formula with Q = (1, 0), K the identity and V = ((1, 2), (3, 4)): weights 0.669762 and 0.330238. */
    @Test
    void works_out_the_formula_of_the_lecture() {
        Tensor y = attention.forward(tensor(1, 2, 1, 0), tensor(2, 2, 1, 0, 0, 1), tensor(2, 2, 1, 2, 3, 4));
        Tensor weights = attention.backward(tensor(1, 2, 1, 0)).dv().slice(2, 0, 1);

        assertThat(y).isWithin(tensor(1, 2, 1.660477, 2.660477), 5e-7);
        assertThat(weights).isWithin(tensor(2, 1, 0.669762, 0.330238), 5e-7);
    }

    /** da = (64, 128), its weighted mean 80, ds = (3/4 (64 - 80), 1/4 (128 - 80)) / 2 = (-6, 6). */
    @Test
    void works_out_the_gradients_by_hand() {
        byHand();

        Attention.Gradients d = attention.backward(tensor(1, 1, 16));

        assertThat(d.dv()).isWithin(tensor(2, 1, 12, 4), 1e-13);
        assertThat(d.dq()).isWithin(tensor(1, 4, -6, 0, 0, 0), 1e-13);
        assertThat(d.dk()).isWithin(tensor(2, 4, -12 * LN3, 0, 0, 0, 12 * LN3, 0, 0, 0), 1e-13);
    }

    private Tensor byHand() {
        return attention.forward(
                tensor(1, 4, 2 * LN3, 0, 0, 0), tensor(2, 4, 1, 0, 0, 0, 0, 0, 0, 0), tensor(2, 1, 4, 8));
    }

    @Test
    void the_gradients_are_slopes() {
        Tensor mask = anyMask();
        attention.forward(Q, K, V, mask);
        Attention.Gradients d = attention.backward(DY);

        Slopes.holds(
                "dq",
                d.dq(),
                Slopes.of(at -> new Attention().forward(at, K, V, mask).dot(DY), Q));
        Slopes.holds(
                "dk",
                d.dk(),
                Slopes.of(at -> new Attention().forward(Q, at, V, mask).dot(DY), K));
        Slopes.holds(
                "dv",
                d.dv(),
                Slopes.of(at -> new Attention().forward(Q, K, at, mask).dot(DY), V));
    }

    @Test
    void a_mask_stretches_over_queries_samples_or_both() {
        Tensor perSample = Tensor.of(Shape.of(2, 1, 5), 1, 1, 0, 1, 0, 0, 1, 1, 1, 1);
        Tensor perQuery = anyMask().select(0, 0);

        assertThat(attention.forward(Q, K, V, perSample))
                .hasEntriesOf(attention.forward(Q, K, V, perSample.broadcastTo(Shape.of(2, 3, 5))));
        assertThat(attention.forward(Q, K, V, perQuery))
                .hasEntriesOf(attention.forward(Q, K, V, perQuery.broadcastTo(Shape.of(2, 3, 5))));
        assertThat(attention.forward(Q, K, V, Tensor.ones(1))).hasEntriesOf(attention.forward(Q, K, V));
    }

    @Test
    void scores_far_out_choose_one_key_and_stay_finite() {
        Tensor far = tensor(2, 1, 1000, -1000);

        Tensor y = attention.forward(far, tensor(2, 1, 1000, -1000), tensor(2, 1, 3, 5));
        Attention.Gradients d = attention.backward(tensor(2, 1, 1, 2));

        assertThat(y).hasEntriesOf(tensor(2, 1, 3, 5));
        assertThat(d.dv()).hasEntriesOf(tensor(2, 1, 1, 2));
        assertThat(d.dq()).hasEntriesOf(Tensor.zeros(1, 2, 1));
        assertThat(d.dk()).hasEntriesOf(Tensor.zeros(1, 2, 1));
    }

    @Test
    void a_hidden_key_may_hold_anything_far_out() {
        Tensor mask = tensor(1, 2, 1, 0);

        Tensor y = attention.forward(tensor(1, 1, 1), tensor(2, 1, -1000, 1000), tensor(2, 1, 3, 1000), mask);

        assertThat(y).hasEntriesOf(tensor(1, 1, 3));
    }

    @Test
    void no_samples_and_no_queries_give_empty_answers() {
        assertThat(attention.forward(Tensor.zeros(0, 3, 7), Tensor.zeros(0, 5, 7), Tensor.zeros(0, 5, 11)))
                .hasEntriesOf(Tensor.zeros(0, 3, 11));
        assertThat(attention.backward(Tensor.zeros(0, 3, 11)).dk()).hasEntriesOf(Tensor.zeros(0, 5, 7));

        assertThat(attention.forward(Tensor.zeros(2, 0, 7), K, V, Tensor.ones(2, 0, 5)))
                .hasEntriesOf(Tensor.zeros(2, 0, 11));
        assertThat(attention.backward(Tensor.zeros(2, 0, 11)).dv()).hasEntriesOf(Tensor.zeros(2, 5, 11));
    }

    @Test
    void a_sample_alone_and_heads_fare_as_in_their_batch() {
        Tensor y = attention.forward(Q, K, V);

        Tensor alone = attention.forward(Q.slice(0, 1, 2), K.slice(0, 1, 2), V.slice(0, 1, 2));
        Tensor heads = attention.forward(Q.expand(0), K.expand(0), V.expand(0));
        Tensor matrices = attention.forward(Q.select(0, 1), K.select(0, 1), V.select(0, 1));

        assertThat(alone).isCloseTo(y.slice(0, 1, 2), 1e-14);
        assertThat(heads).hasEntriesOf(y.expand(0));
        assertThat(matrices).isCloseTo(y.select(0, 1), 1e-14);
    }

    @Test
    void arguments_are_only_read_and_backward_repeats_itself() {
        Tensor q = Q.copy();
        Tensor k = K.copy();
        Tensor v = V.copy();
        Tensor mask = anyMask();
        Tensor dy = DY.copy();

        attention.forward(q, k, v, mask);
        Attention.Gradients first = attention.backward(dy);
        Attention.Gradients second = attention.backward(dy);

        assertThat(q).hasEntriesOf(Q);
        assertThat(k).hasEntriesOf(K);
        assertThat(v).hasEntriesOf(V);
        assertThat(mask).hasEntriesOf(anyMask());
        assertThat(dy).hasEntriesOf(DY);
        assertThat(second.dq()).hasEntriesOf(first.dq());
        assertThat(second.dk()).hasEntriesOf(first.dk());
        assertThat(second.dv()).hasEntriesOf(first.dv());
    }

    @Test
    void a_new_forward_replaces_what_was_kept() {
        attention.forward(Q, K, V);
        Attention.Gradients first = attention.backward(DY);

        attention.forward(K, Q, Q, anyMask().transpose());
        attention.forward(Q, K, V);

        assertThat(attention.backward(DY).dq()).hasEntriesOf(first.dq());
    }

    @Test
    void refuses_a_query_that_may_look_at_nothing() {
        Tensor mask = anyMask();
        mask.put(1, 1, Tensor.zeros(2, 1, 5));

        assertThatThrownBy(() -> attention.forward(Q, K, V, mask))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Attention.forward: mask: expected at least one 1 in each row but got a row of zeros."
                        + " Every query needs a key to look at.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NEGATIVE_INFINITY, -1, 0.5, 2, Double.NaN})
    void refuses_a_mask_of_other_numbers_than_0_and_1(double mark) {
        Tensor mask = anyMask();
        mask.set(0, 0, 0, mark);

        assertThatThrownBy(() -> attention.forward(Q, K, V, mask))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Attention.forward: mask: expected 1 for what is seen and 0 for what is hidden but got "
                        + mark + ". Nothing is added to the scores.");
    }

    @Test
    void refuses_a_mask_of_another_shape() {
        String message = "Attention.forward: mask: expected a shape that stretches to (2, 3, 5) but got ";

        assertThatThrownBy(() -> attention.forward(Q, K, V, Tensor.ones(5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message + "(5, 3).");
        assertThatThrownBy(() -> attention.forward(Q, K, V, Tensor.ones(7, 3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message + "(7, 3, 5).");
        assertThatThrownBy(() -> attention.forward(Q, K, V, Tensor.ones()))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message + "().");
        assertThatThrownBy(() -> attention.forward(Q, K, V, Tensor.ones(1, 2, 3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message + "(1, 2, 3, 5).");
    }

    @Test
    void refuses_what_does_not_fit_by_name() {
        refused(Tensor.zeros(7), K, V, "Attention.forward: q: expected shape (…, Q, d) with d > 0 but got (7).");
        refused(
                Tensor.zeros(2, 3, 0),
                Tensor.zeros(2, 5, 0),
                V,
                "Attention.forward: q: expected shape (…, Q, d) with d > 0 but got (2, 3, 0).");
        refused(Q, V, V, "Attention.forward: k: expected shape (2, any, 7) but got (2, 5, 11).");
        refused(Q, K, Q, "Attention.forward: v: expected shape (2, 5, any) but got (2, 3, 7).");
        refused(
                Q,
                Tensor.zeros(2, 0, 7),
                Tensor.zeros(2, 0, 11),
                "Attention.forward: k: expected at least one key but got (2, 0, 7).");
    }

    @Test
    void refuses_an_upstream_that_is_not_shaped_like_y() {
        attention.forward(Q, K, V);

        assertThatThrownBy(() -> attention.backward(Tensor.zeros(2, 5, 11)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Attention.backward: dy: expected shape (2, 3, 11) but got (2, 5, 11).");
    }

    @Test
    void backward_before_any_forward_is_refused() {
        assertThatThrownBy(() -> new Attention().backward(Tensor.zeros(2, 3, 5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Attention.backward: no forward pass yet. Call forward first.");
    }

    private void refused(Tensor q, Tensor k, Tensor v, String message) {
        assertThatThrownBy(() -> attention.forward(q, k, v))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> attention.forward(q, k, v, Tensor.ones(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }

    /** Some keys hidden, other ones for each query and sample. */
    private static Tensor anyMask() {
        return Tensor.of(
                Shape.of(2, 3, 5),
                1,
                0,
                1,
                1,
                0,
                0,
                0,
                0,
                0,
                1,
                1,
                1,
                1,
                1,
                1,
                0,
                1,
                0,
                1,
                0,
                1,
                1,
                1,
                1,
                0,
                0,
                0,
                1,
                1,
                1);
    }

    /** One sample of a matrix. */
    private static Tensor tensor(int rows, int columns, double... entries) {
        return Tensor.of(Shape.of(1, rows, columns), entries);
    }
}
