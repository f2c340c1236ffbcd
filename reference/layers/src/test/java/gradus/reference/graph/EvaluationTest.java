package gradus.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private final Evaluation run = new Evaluation();

    private Node number(String name, double value) {
        Node node = Node.input(name);
        run.put(node, value);
        return node;
    }

    private Node tensor(Tensor value) {
        Node node = Node.input("t");
        run.put(node, value);
        return node;
    }

    @Test
    void the_lecture_graph_of_a_sum_times_a_number() {
        Node x = number("x", -3), y = number("y", 1), z = number("z", 4);

        Node f = x.plus(y).times(z);
        Gradients d = run.backward(f);

        assertThat(run.number(f)).isEqualTo(-8);
        assertThat(List.of(d.number(x), d.number(y), d.number(z))).containsExactly(4.0, 4.0, -2.0);
        assertThat(d.number(f)).isEqualTo(1);
    }

    @Test
    void a_net_with_two_weights_and_relu() {
        Node x = number("x", 2), y = number("y", 0), w1 = number("w1", 1.0 / 3), w2 = number("w2", 1);

        Node loss = y.minus(w2.times(x.times(w1).relu())).square();
        Gradients d = run.backward(loss);

        assertThat(run.number(loss)).isCloseTo(4.0 / 9, within(1e-15));
        assertThat(d.number(w1)).isCloseTo(8.0 / 3, within(1e-15));
        assertThat(d.number(w2)).isCloseTo(8.0 / 9, within(1e-15));
    }

    /** Lecture 4: x = 1, w1 = 1/3, w2 = 2, y = 0. */
    @Test
    void the_lecture_net_with_two_weights() {
        Node x = number("x", 1), y = number("y", 0), w1 = number("w1", 1.0 / 3), w2 = number("w2", 2);

        Node loss = w2.times(x.times(w1).relu()).minus(y).square();
        Gradients d = run.backward(loss);

        assertThat(d.number(w1)).isCloseTo(8.0 / 3, within(1e-15));
        assertThat(d.number(w2)).isCloseTo(4.0 / 9, within(1e-15));
    }

    /** Lecture 4's chain after the weighted sum of 1: each message as printed, to two digits. */
    @Test
    void the_sigmoid_as_a_chain_of_small_nodes() {
        Node z = number("z", 1);
        Node minus = z.negate(), e = minus.exp(), one = e.plus(1), s = one.reciprocal();

        Gradients d = run.backward(s);

        assertThat(List.of(run.number(minus), run.number(e), run.number(one), run.number(s)))
                .usingComparatorForType(EvaluationTest::toTwoDigits, Double.class)
                .containsExactly(-1.0, 0.37, 1.37, 0.73);
        assertThat(List.of(d.number(one), d.number(e), d.number(minus), d.number(z)))
                .usingComparatorForType(EvaluationTest::toTwoDigits, Double.class)
                .containsExactly(-0.53, -0.53, -0.2, 0.2);
    }

    private static int toTwoDigits(double a, double b) {
        return Math.abs(a - b) <= 0.006 ? 0 : Double.compare(a, b);
    }

    /** Each small node at a = 4 and b = 2: its value, and its slope by a and by b. */
    @Test
    void small_nodes_have_the_values_and_slopes_of_their_formulas() {
        Node a = number("a", 4), b = number("b", 2);

        is(a.plus(b), 6, a, 1, b, 1);
        is(a.minus(b), 2, a, 1, b, -1);
        is(a.times(b), 8, a, 2, b, 4);
        is(a.divide(b), 2, a, 0.5, b, -1);
        is(a.reciprocal(), 0.25, a, -0.0625, b, 0);
        is(b.square(), 4, a, 0, b, 4);
        is(a.sqrt(), 2, a, 0.25, b, 0);
        is(b.exp(), Math.exp(2), a, 0, b, Math.exp(2));
        is(a.log(), Math.log(4), a, 0.25, b, 0);
    }

    private void is(Node f, double value, Node a, double da, Node b, double db) {
        Gradients d = run.backward(f);

        assertThat(run.number(f)).isCloseTo(value, within(1e-14));
        assertThat(d.number(a)).isCloseTo(da, within(1e-14));
        assertThat(d.number(b)).isCloseTo(db, within(1e-14));
    }

    @Test
    void floor_rounds_down_and_passes_nothing_back() {
        Node x = number("x", -1.5);

        Node y = x.floor();

        assertThat(run.number(y)).isEqualTo(-2);
        assertThat(run.backward(y).number(x)).isZero();
    }

    /** x⁰ is 1 everywhere, and 0 to any power above 0 stays 0: neither moves. */
    @Test
    void powers_of_zero_and_to_zero_are_flat() {
        Node zero = number("zero", 0), two = number("two", 2);

        is(zero.power(Node.constant(0)), 1, zero, 0, two, 0);
        is(two.power(Node.constant(0)), 1, zero, 0, two, 0);
        is(zero.power(two), 0, zero, 0, two, 0);
    }

    @Test
    void powers_of_zero_below_zero_are_infinitely_steep() {
        Node zero = number("zero", 0), b = number("b", -1);

        Gradients d = run.backward(zero.power(b));

        assertThat(d.number(zero)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(d.number(b)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void a_power_of_a_negative_number_has_a_slope_but_its_exponent_has_none() {
        Node x = number("x", -3), n = number("n", 2);

        Gradients d = run.backward(x.power(n));

        assertThat(d.number(x)).isEqualTo(-6);
        assertThat(d.number(n)).isNaN();
    }

    @Test
    void messages_of_both_branches_of_a_diamond_are_summed() {
        Node x = number("x", 3);

        Node f = x.square().times(x.plus(Node.constant(1)));

        assertThat(run.backward(f).number(x)).isEqualTo(3 * 9 + 2 * 3);
    }

    @Test
    void a_node_that_enters_twice_gets_two_messages() {
        Node x = number("x", 5);

        assertThat(run.backward(x.plus(x)).number(x)).isEqualTo(2);
        assertThat(run.backward(x.times(x)).number(x)).isEqualTo(10);
        assertThat(run.backward(x.minus(x)).number(x)).isZero();
    }

    @Test
    void a_value_put_in_is_seen_by_children_and_by_local_derivatives() {
        Node w = number("w", 2), x = number("x", 3);
        Node h = w.times(x), a = h.relu(), loss = a.square();
        run.put(h, -1);

        assertThat(run.number(loss)).isZero();
        assertThat(run.backward(loss).number(w)).isZero();

        Evaluation other = new Evaluation();
        other.put(w, 2);
        other.put(x, 3);
        other.put(h, 5);
        assertThat(other.number(loss)).isEqualTo(25);
        assertThat(other.backward(loss).number(w)).isEqualTo(2 * 5 * 3);
    }

    @Test
    void a_gradient_put_in_replaces_the_messages() {
        Node w = number("w", 2), x = number("x", 3);
        Node h = w.times(x), loss = h.square();

        Gradients d = run.backward(loss, Map.of(h, Node.scalar(7)));

        assertThat(d.number(h)).isEqualTo(7);
        assertThat(d.number(w)).isEqualTo(21);
    }

    @Test
    void a_value_cannot_be_put_in_after_it_was_used() {
        Node x = number("x", 1), y = x.square();
        run.value(y);

        assertThatThrownBy(() -> run.put(y, 3))
                .hasMessage("Evaluation.put: expected a node without a value but it has one already.");
    }

    @Test
    void an_input_without_a_value_is_named() {
        Node x = Node.input("x1");

        assertThatThrownBy(() -> run.value(x.square()))
                .hasMessage("Evaluation: expected a value for the input x1 but got none.");
    }

    @Test
    void the_matrix_note_example() {
        Node x = tensor(Tensor.of(new double[][] {{0, 1}, {2, 3}}));
        Node w = tensor(Tensor.ones(2, 2));
        Node y = x.matmul(w), loss = y.square().sum();

        Gradients d = run.backward(loss);

        assertThat(run.number(loss)).isEqualTo(52);
        assertThat(d.of(y).toArray()).containsExactly(2, 2, 10, 10);
        assertThat(d.of(x).toArray()).containsExactly(4, 4, 20, 20);
        assertThat(d.of(w).toArray()).containsExactly(20, 20, 32, 32);
    }

    @Test
    void a_bias_that_was_stretched_over_rows_gets_the_column_sums() {
        Node x = tensor(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        Node b = tensor(Tensor.of(10, 20, 30));

        Node loss = x.plus(b).square().sum();

        assertThat(run.backward(loss).of(b).toArray()).containsExactly(2 * (11 + 14), 2 * (22 + 25), 2 * (33 + 36));
    }

    @Test
    void only_an_output_of_one_entry_can_be_differentiated() {
        Node x = tensor(Tensor.of(1, 2));

        assertThatThrownBy(() -> run.backward(x.square()))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Evaluation.backward: expected an output of one entry but got shape (2). Sum it up first.");
    }

    @Test
    void a_node_off_the_path_has_gradient_zero() {
        Node x = number("x", 1), y = tensor(Tensor.of(1, 2));

        assertThat(run.backward(x.square()).of(y).toArray()).containsExactly(0, 0);
    }

    @Test
    void kinks_follow_the_course() {
        Node zero = number("zero", 0);

        assertThat(run.backward(zero.relu()).number(zero)).isZero();
        assertThat(run.backward(zero.leaky(Node.constant(0.5))).number(zero)).isEqualTo(0.5);
        assertThat(run.backward(zero.maximum(Node.constant(0))).number(zero)).isZero();
    }

    @Test
    void a_long_chain_does_not_overflow_the_stack() {
        Node x = number("x", 1), y = x;
        for (int i = 0; i < 20_000; i++) {
            y = y.plus(x);
        }

        assertThat(run.number(y)).isEqualTo(20_001);
        assertThat(run.backward(y).number(x)).isEqualTo(20_001);
    }
}
