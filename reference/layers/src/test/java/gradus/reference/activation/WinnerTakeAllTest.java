package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WinnerTakeAllTest {
    private final WinnerTakeAll winner = new WinnerTakeAll();

    /** A linear classifier: column j of w scores class j, here 1 · x1, 1 · x2 and x1 + x2 - 3. */
    @Test
    void names_the_class_with_the_highest_score() {
        Affine scores = new Affine(2, 3);
        scores.parameters().get(0).set(Tensor.of(new double[][] {{1, 0, 1}, {0, 1, 1}}));
        scores.parameters().get(1).set(Tensor.of(0, 0, -3));

        Tensor y = winner.forward(scores.forward(Tensor.of(new double[][] {{2, 1}, {-5, -2}, {7, 8}})));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}));
    }

    @Test
    void among_equals_the_first_wins() {
        Tensor y = winner.forward(Tensor.of(new double[][] {{1, 3, 3}, {0, -0.0, 0}, {-1000, 1000, 1000}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 1, 0}}));
    }

    @Test
    void lets_no_gradient_through() {
        winner.forward(Tensor.of(new double[][] {{1, 3, 2}}));

        assertThat(winner.backward(Tensor.ones(1, 3))).hasEntriesOf(Tensor.zeros(1, 3));
    }

    @Property(seed = "2026", tries = 50)
    void picks_the_greatest_of_a_row(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        Tensor y = winner.forward(x);

        assertThat(y.times(x).sum(1)).hasEntriesOf(x.max(1));
        assertThat(y.sum(1)).hasEntriesOf(Tensor.ones(dims.n()));
    }

    @Property(seed = "2026", tries = 50)
    void is_what_a_softmax_of_far_stretched_scores_comes_to(@ForAll Primes dims, @ForAll long seed) {
        // Of different scores only: a softmax shares a tie out evenly
        Tensor x = Values.NORMAL.draw(seed, dims.n(), dims.d());

        assertThat(new Softmax().forward(x.times(1e9))).isWithin(winner.forward(x), 1e-9);
    }

    @Test
    void refuses_what_is_not_a_matrix() {
        assertThatThrownBy(() -> winner.forward(Tensor.zeros(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("WinnerTakeAll.forward: x: expected shape (any, any) but got (3).");
    }
}
