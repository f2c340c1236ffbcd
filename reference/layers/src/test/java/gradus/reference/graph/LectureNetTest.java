package gradus.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.optim.GradientDescent;
import gradus.reference.penalty.L2;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lecture 4's two nets in small nodes, and what follows from their gradients. */
class LectureNetTest {
    private static final Tensor WEIGHTS = Tensor.of(1.0 / 3, 2);

    private final Evaluation run = new Evaluation();

    private Node number(String name, double value) {
        Node node = Node.input(name);
        run.put(node, value);
        return node;
    }

    /** L = (w2 relu(w1 x) - y)² for x = 1 and y = 0. */
    private double loss(Tensor w) {
        return run.number(lossOf(number("w1", w.get(0)), number("w2", w.get(1))));
    }

    private Tensor gradient(Tensor w) {
        Node w1 = number("w1", w.get(0)), w2 = number("w2", w.get(1));
        Gradients d = run.backward(lossOf(w1, w2));
        return Tensor.of(d.number(w1), d.number(w2));
    }

    private Node lossOf(Node w1, Node w2) {
        return w2.times(number("x", 1).times(w1).relu()).minus(number("y", 0)).square();
    }

    /**
     * From (1/3, 2) to (1/3 - 8α/3, 2 - 4α/9): (1/15, 88/45), (23/75, 449/225), and (-1, 16/9), where the unit is dead; the losses are
     * (88/675)², (10327/16875)² and 0.
     */
    @ParameterizedTest(name = "rate {0}")
    @CsvSource({
        "0.1, 0.06666666666666667, 1.9555555555555555, 0.01699643347050754",
        "0.01, 0.30666666666666664, 1.9955555555555555, 0.37450773421124829",
        "0.5, -1, 1.7777777777777777, 0"
    })
    void a_step_of_the_net_with_two_weights(double rate, double w1, double w2, double loss) {
        Tensor next = new GradientDescent().step(WEIGHTS, gradient(WEIGHTS), rate);

        assertThat(next.get(0)).isCloseTo(w1, within(1e-15));
        assertThat(next.get(1)).isCloseTo(w2, within(1e-15));
        assertThat(loss(next)).isCloseTo(loss, within(1e-14));
    }

    @Test
    void a_unit_that_a_step_too_long_has_killed_stays_dead() {
        Tensor dead = new GradientDescent().step(WEIGHTS, gradient(WEIGHTS), 0.5);

        assertThat(gradient(dead).toArray()).containsExactly(0, 0);
    }

    /** λ (w1² + w2²) adds 2 λ w: with λ = 0.1 the gradients 8/3 and 4/9 become 2.7333 and 0.8444. */
    @Test
    void a_penalty_adds_to_the_gradient_of_the_net_with_two_weights() {
        Tensor full = gradient(WEIGHTS).plus(new L2(2 * 0.1).gradient(WEIGHTS));

        assertThat(full.get(0)).isCloseTo(2.7333, within(5e-5)).isCloseTo(41.0 / 15, within(1e-15));
        assertThat(full.get(1)).isCloseTo(0.8444, within(5e-5)).isCloseTo(38.0 / 45, within(1e-15));
    }

    /** The chain's sum of 1 comes from w = (2, -3), x = (-1, -2) and b = -3, as CS231n prints it. */
    @Test
    void the_chain_of_the_sigmoid_reaches_its_weights_and_inputs() {
        Node w0 = number("w0", 2), w1 = number("w1", -3), x0 = number("x0", -1), x1 = number("x1", -2);
        Node b = number("b", -3);
        Node y = b.plus(w0.times(x0)).plus(w1.times(x1)).negate().exp().plus(1).reciprocal();

        Gradients d = run.backward(y);

        assertThat(run.number(y)).isCloseTo(0.7311, within(5e-5));
        assertThat(d.number(w0)).isCloseTo(-0.197, within(5e-4));
        assertThat(d.number(w1)).isCloseTo(-0.393, within(5e-4));
        assertThat(d.number(x0)).isCloseTo(0.393, within(5e-4));
        assertThat(d.number(x1)).isCloseTo(-0.590, within(5e-4));
        assertThat(d.number(b)).isCloseTo(0.197, within(5e-4));
    }
}
