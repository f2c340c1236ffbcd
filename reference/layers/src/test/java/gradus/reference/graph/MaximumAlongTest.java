package gradus.reference.graph;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MaximumAlongTest {
    private static final Tensor TABLE = Tensor.of(new double[][] {{1, 4, 4}, {-2, -5, -2}});

    @Test
    void the_first_of_equal_maxima_of_a_row_gets_the_gradient() {
        Differentiated y = Differentiated.of(TABLE, Tensor.of(new double[][] {{10}, {20}}), x -> x.maxKeep(1));

        assertThat(y.value()).hasEntriesOf(Tensor.of(new double[][] {{4}, {-2}}));
        assertThat(y.dx()).hasEntriesOf(Tensor.of(new double[][] {{0, 10, 0}, {20, 0, 0}}));
    }

    @Test
    void columns_have_their_own_maxima() {
        Tensor equal = Tensor.of(new double[][] {{1, -5, 4}, {1, -4, 0}});
        Differentiated y = Differentiated.of(equal, Tensor.of(new double[][] {{10, 20, 30}}), x -> x.maxKeep(0));

        assertThat(y.value()).hasEntriesOf(Tensor.of(new double[][] {{1, -4, 4}}));
        assertThat(y.dx()).hasEntriesOf(Tensor.of(new double[][] {{10, 0, 30}, {0, 20, 0}}));
    }

    /** Unlike the maximum of two nodes, where the second gets it, so that the maximum of x and 0 is ReLU. */
    @Test
    void of_two_equal_entries_the_first_gets_it() {
        Differentiated along = Differentiated.of(Tensor.of(0, 0), Tensor.of(1), x -> x.maxKeep(0));
        Differentiated of = Differentiated.of(
                nodes -> nodes.get(0).maximum(nodes.get(1)), Tensor.of(1), Tensor.of(0), Tensor.of(0));

        assertThat(along.dx()).hasEntriesOf(Tensor.of(1, 0));
        assertThat(of.gradients().get(0)).hasEntriesOf(Tensor.of(0));
        assertThat(of.gradients().get(1)).hasEntriesOf(Tensor.of(1));
    }

    @Test
    void an_axis_may_be_counted_from_the_end() {
        Tensor dy = Tensor.of(new double[][] {{10}, {20}});

        assertThat(Differentiated.of(TABLE, dy, x -> x.maxKeep(-1)).dx())
                .hasEntriesOf(Differentiated.of(TABLE, dy, x -> x.maxKeep(1)).dx());
    }

    @Test
    void no_rows_have_no_maxima_and_empty_rows_none_either() {
        Differentiated none = Differentiated.of(Tensor.zeros(0, 3), Tensor.zeros(0, 1), x -> x.maxKeep(1));

        assertThat(none.value()).hasEntriesOf(Tensor.zeros(0, 1));
        assertThat(none.dx()).hasEntriesOf(Tensor.zeros(0, 3));
        assertThatThrownBy(() -> Differentiated.of(Tensor.zeros(2, 0), Tensor.zeros(2, 1), x -> x.maxKeep(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Tensor.maxKeep: expected entries along axis 1 of (2, 0) but there are none.");
    }

    @Property(seed = "2026", tries = 50)
    void the_slope_is_that_of_the_dual_numbers_of_the_first_maxima(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll @IntRange(max = 2) int axis) {
        Dual x = SecondOpinion.directed(values.draw(seed, dims.n(), dims.d(), dims.m()), seed + 1);
        Dual first = x.times(Dual.constant(firstMaxima(x.value(), axis))).sumKeep(axis);
        Tensor c = Values.NORMAL.draw(seed + 2, first.shape().toArray());

        Differentiated y = Differentiated.of(x.value(), c, node -> node.maxKeep(axis));

        assertThat(y.value()).hasEntriesOf(first.value());
        SecondOpinion.meet(List.of(y.dx()), List.of(x), c, first);
    }

    /** 1 where no entry before along the axis is as great and none after is greater. */
    private static Tensor firstMaxima(Tensor x, int axis) {
        Tensor first = Tensor.ones(x.shape());
        for (int i = 0; i < x.dim(axis); i++) {
            for (int j = 0; j < x.dim(axis); j++) {
                Tensor one = x.slice(axis, i, i + 1), other = x.slice(axis, j, j + 1);
                Tensor stays = i == j ? Tensor.ones(one.shape()) : j < i ? one.greater(other) : one.greaterEqual(other);
                first.put(axis, i, first.slice(axis, i, i + 1).times(stays));
            }
        }
        return first;
    }
}
