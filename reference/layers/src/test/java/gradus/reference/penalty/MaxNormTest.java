package gradus.reference.penalty;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaxNormTest {
    /** Columns of norm 10, 5 and 1 under the limit 5: only the first is halved. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void works_out_the_columns_of_an_affine_map(int axis) {
        Tensor w = Tensor.of(new double[][] {{6, 3, 0}, {-8, 4, 1}});

        assertThat(new MaxNorm(5, axis).project(w)).hasEntriesOf(Tensor.of(new double[][] {{3, 3, 0}, {-4, 4, 1}}));
    }

    @Test
    void works_out_filters_along_their_first_axis() {
        Tensor w = Tensor.of(new double[][] {{6, 8, 0}, {1, 1, 1}}).reshape(2, 3, 1, 1);

        assertThat(new MaxNorm(5, 0).project(w))
                .hasEntriesOf(Tensor.of(new double[][] {{3, 4, 0}, {1, 1, 1}}).reshape(2, 3, 1, 1));
    }

    @Property(seed = "2026", tries = 50)
    void no_unit_is_beyond_the_limit_and_none_turns(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor w = values.draw(seed, dims.n(), dims.d());
        Tensor projected = new MaxNorm(1.5, 1).project(w);

        assertThat(projected.square().sum(0).sqrt().max()).isLessThanOrEqualTo(1.5 * (1 + 1e-15));
        Tensor cosine = projected.times(w).sum(0).square();
        assertThat(cosine).isCloseTo(projected.square().sum(0).times(w.square().sum(0)), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void a_second_projection_changes_next_to_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MaxNorm bound = new MaxNorm(1.5, 1);
        Tensor once = bound.project(values.draw(seed, dims.n(), dims.d()));

        assertThat(bound.project(once)).isCloseTo(once, 1e-15);
    }

    /** No other point within the bound is nearer. */
    @Property(seed = "2026", tries = 50)
    void the_projection_is_the_nearest_point(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MaxNorm bound = new MaxNorm(1.5, 1);
        Tensor w = values.draw(seed, dims.n(), dims.d());
        Tensor other = bound.project(Values.NORMAL.draw(seed + 1, dims.n(), dims.d()));
        double nearest = w.minus(bound.project(w)).square().sum();

        assertThat(w.minus(other).square().sum()).isGreaterThanOrEqualTo(nearest);
    }

    @Test
    void weights_are_only_read() {
        Tensor small = Tensor.eye(2);
        new MaxNorm(5, 0).project(small).fill(7);

        assertThat(small).hasEntriesOf(Tensor.eye(2));
    }

    @Test
    void no_weights_stay_no_weights() {
        assertThat(new MaxNorm(5, 1).project(Tensor.zeros(0, 3))).hasEntriesOf(Tensor.zeros(0, 3));
        assertThat(new MaxNorm(5, 1).project(Tensor.zeros(2, 3))).hasEntriesOf(Tensor.zeros(2, 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refuses_a_limit_that_is_not_above_zero(double limit) {
        assertThatThrownBy(() -> new MaxNorm(limit, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MaxNorm: limit: expected a number above 0 but got " + limit + ".");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, -3})
    void refuses_an_axis_that_the_weights_do_not_have(int axis) {
        assertThatThrownBy(() -> new MaxNorm(5, axis).project(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MaxNorm.project: theta: expected axis " + axis
                        + " for the units and one or more for their weights but got (2, 3).");
    }

    @Test
    void refuses_units_without_weights() {
        assertThatThrownBy(() -> new MaxNorm(5, 0).project(Tensor.zeros(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MaxNorm.project: theta: expected axis 0 for the units and one or more for their weights"
                        + " but got (3).");
    }

    @Test
    void weights_far_out_keep_their_direction() {
        Tensor w = Tensor.of(new double[][] {{3e200}, {-4e200}});

        assertThat(new MaxNorm(10, 1).project(w)).isWithin(Tensor.of(new double[][] {{6}, {-8}}), 1e-14);
    }

    @Test
    void an_infinite_limit_bounds_nothing() {
        Tensor w = Tensor.full(Shape.of(2, 3), 1e100);

        assertThat(new MaxNorm(Double.POSITIVE_INFINITY, 1).project(w)).hasEntriesOf(w);
    }
}
