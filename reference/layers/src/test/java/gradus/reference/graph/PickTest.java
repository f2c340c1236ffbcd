package gradus.reference.graph;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PickTest {
    /** Lecture 7: the scores of cat, chair and car for three pictures. */
    private static final Tensor SCORES =
            Tensor.of(new double[][] {{3.2, 5.1, -1.7}, {1.3, 4.9, 2.0}, {2.2, 2.5, -3.1}});

    @Test
    void each_picture_has_the_score_of_its_label() {
        Differentiated y = Differentiated.of(SCORES, Tensor.of(10, 20, 30), x -> x.pick(IntTensor.of(1, 1, 0)));

        assertThat(y.value()).hasEntriesOf(Tensor.of(5.1, 4.9, 2.2));
        assertThat(y.dx()).hasEntriesOf(Tensor.of(new double[][] {{0, 10, 0}, {0, 20, 0}, {30, 0, 0}}));
    }

    @Test
    void an_empty_batch_is_answered() {
        Differentiated none =
                Differentiated.of(Tensor.zeros(0, 3), Tensor.zeros(0), x -> x.pick(IntTensor.of(new int[0])));

        assertThat(none.value()).hasEntriesOf(Tensor.zeros(0));
        assertThat(none.dx()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void there_is_one_label_a_row_and_each_names_a_column() {
        Tensor dy = Tensor.ones(3);

        assertThatThrownBy(() -> Differentiated.of(SCORES, dy, x -> x.pick(IntTensor.of(0, 1))))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("Tensor.pick: expected shape (3) but got (2)");
        assertThatThrownBy(() -> Differentiated.of(SCORES, dy, x -> x.pick(IntTensor.of(0, 1, 3))))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageStartingWith("Tensor.pick: expected numbers from 0 to 2 for axis -1 of (3, 3) but got 3");
    }

    @Property(seed = "2026", tries = 50)
    void the_slope_is_that_of_the_dual_numbers_times_one_hot(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Dual x = SecondOpinion.directed(values.draw(seed, dims.n(), dims.d()), seed + 1);
        Tensor right = Tensor.zeros(dims.n(), dims.d());
        for (int n = 0; n < dims.n(); n++) {
            right.set(n, labels.get(n), 1);
        }
        Dual picked = x.times(Dual.constant(right)).sumKeep(1).reshape(dims.n());
        Tensor c = Values.NORMAL.draw(seed + 2, dims.n());

        Differentiated y = Differentiated.of(x.value(), c, node -> node.pick(labels));

        assertThat(y.value()).hasEntriesOf(picked.value());
        SecondOpinion.meet(List.of(y.dx()), List.of(x), c, picked);
    }
}
