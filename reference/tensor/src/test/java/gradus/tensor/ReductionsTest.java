package gradus.tensor;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReductionsTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 2, 6}, {4, 8, 3}});

    @Test
    void an_axis_is_dropped() {
        assertThat(X.sum(0).toArray()).containsExactly(5, 10, 9);
        assertThat(X.sum(1).toArray()).containsExactly(9, 15);
        assertThat(X.max(0).toArray()).containsExactly(4, 8, 6);
        assertThat(X.min(0).toArray()).containsExactly(1, 2, 3);
        assertThat(X.min(1).toArray()).containsExactly(1, 3);
        assertThat(X.mean(1).toArray()).containsExactly(3, 5);
        assertThat(X.sum(0).shape()).isEqualTo(Shape.of(3));
    }

    @Test
    void negative_axes_count_from_the_end() {
        assertThat(X.sum(-1).toArray()).isEqualTo(X.sum(1).toArray());
        assertThat(X.sum(-2).toArray()).isEqualTo(X.sum(0).toArray());
    }

    @Test
    void keep_leaves_length_1() {
        assertThat(X.sumKeep(1).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(X.maxKeep(0).shape()).isEqualTo(Shape.of(1, 3));
        assertThat(X.minKeep(0, 1).shape()).isEqualTo(Shape.of(1, 1));
        assertThat(X.minus(X.meanKeep(1)).toArray()).containsExactly(-2, -1, 3, -1, 3, -2);
    }

    @Test
    void several_axes_at_once() {
        Tensor x = Tensor.of(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(x.sum(0, 2).toArray()).containsExactly(14, 22);
        assertThat(x.sum(2, 0).toArray()).containsExactly(14, 22);
        assertThat(x.max(0, 1, 2).get()).isEqualTo(8);
        assertThat(x.mean(0, 1).toArray()).containsExactly(4, 5);
    }

    @Test
    void with_no_axis_the_result_is_a_number() {
        assertThat(X.sum()).isEqualTo(24);
        assertThat(X.max()).isEqualTo(8);
        assertThat(X.min()).isEqualTo(1);
        assertThat(X.mean()).isEqualTo(4);
        assertThat(Tensor.of(Shape.of(), 5).sum()).isEqualTo(5);
    }

    @Test
    void the_sum_of_nothing_is_0_and_its_mean_is_nan() {
        Tensor empty = Tensor.zeros(3, 0);

        assertThat(empty.sum(1).toArray()).containsExactly(0, 0, 0);
        assertThat(empty.sum(0).shape()).isEqualTo(Shape.of(0));
        assertThat(empty.sum()).isZero();
        assertThat(empty.mean()).isNaN();
        assertThat(empty.max(0).shape()).isEqualTo(Shape.of(0));
    }

    @Test
    void nan_is_never_lost() {
        Tensor x = Tensor.of(1, NaN, 3);

        assertThat(x.max()).isNaN();
        assertThat(x.min()).isNaN();
        assertThat(x.sum()).isNaN();
    }

    @Test
    void argmax_takes_the_first_maximum_and_nan_above_all() {
        assertThat(X.argmax(1)).isEqualTo(IntTensor.of(2, 1));
        assertThat(X.argmax(0)).isEqualTo(IntTensor.of(1, 1, 0));
        assertThat(X.argmax(-1)).isEqualTo(X.argmax(1));
        assertThat(Tensor.of(1, 3, 3).argmax(0).get()).isEqualTo(1);
        assertThat(Tensor.of(1, NaN, 3, NaN).argmax(0).get()).isEqualTo(1);
        assertThat(Tensor.of(-0.0, 0.0).argmax(0).get()).isZero();
    }

    @Test
    void dot_multiplies_entry_by_entry() {
        assertThat(X.dot(X)).isEqualTo(1 + 4 + 36 + 16 + 64 + 9);
    }

    @Test
    void sum_to_undoes_a_broadcast() {
        assertThat(X.sumTo(Shape.of(3)).toArray()).containsExactly(5, 10, 9);
        assertThat(X.sumTo(Shape.of(2, 1)).toArray()).containsExactly(9, 15);
        assertThat(X.sumTo(Shape.of()).get()).isEqualTo(24);
        assertThat(X.sumTo(X.shape()).toArray()).isEqualTo(X.toArray());
        assertThat(Tensor.zeros(0, 3).sumTo(Shape.of(1, 3)).toArray()).containsExactly(0, 0, 0);
    }
}
