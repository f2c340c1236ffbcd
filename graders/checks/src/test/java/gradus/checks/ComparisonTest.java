package gradus.checks;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Tensor EXPECTED = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void rounding_passes() {
        assertThat(compare(EXPECTED.times(1 + 1e-14)).passed()).isTrue();
    }

    @Test
    void a_difference_beyond_the_tolerance_of_the_largest_entry_does_not() {
        assertThat(compare(with(0, 0, 1 + 5.9e-9)).passed()).isTrue();
        assertThat(compare(with(0, 0, 1 + 6.1e-9)).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void the_worst_entry_is_named() {
        Comparison comparison = compare(with(1, 2, -6));

        assertThat(comparison.message()).isEqualTo("dW is wrong in 1 of 6 entries. dW[1, 2]: expected 6 but got -6.");
        assertThat(comparison.worst()).isEqualTo(new Worst(List.of(1, 2), 6, -6, 2));
    }

    @Test
    void nan_and_infinity_are_not_finite_and_come_first() {
        Tensor nan = with(0, 1, Double.NaN);
        nan.set(1, 2, 1000);

        assertThat(compare(nan).status()).isEqualTo(Status.NOT_FINITE);
        assertThat(compare(nan).message())
                .isEqualTo("dW is wrong in 2 of 6 entries. dW[0, 1]: expected 2 but got NaN.");
        assertThat(compare(with(0, 1, Double.NEGATIVE_INFINITY)).status()).isEqualTo(Status.NOT_FINITE);
    }

    @Test
    void nan_is_not_even_equal_to_nan() {
        Tensor nan = with(0, 1, Double.NaN);

        assertThat(Comparison.of("y", nan, nan, 1).passed()).isFalse();
    }

    @Test
    void shapes_must_be_equal_although_the_entries_are() {
        Comparison comparison = compare(EXPECTED.reshape(6));

        assertThat(comparison.status()).isEqualTo(Status.WRONG_SHAPE);
        assertThat(comparison.message()).isEqualTo("dW: expected shape (2, 3) but got (6).");
    }

    @Test
    void a_scalar_has_no_index() {
        Comparison comparison = Comparison.of("y", scalar(2.5), scalar(5), 1);

        assertThat(comparison.message()).isEqualTo("y is wrong. y: expected 2.5 but got 5.");
        assertThat(Objects.requireNonNull(comparison.worst()).index()).isEmpty();
    }

    @Test
    void what_cancels_to_nothing_may_leave_rounding_of_what_went_in() {
        Tensor zeros = Tensor.zeros(3);

        assertThat(Comparison.of("dx", zeros, zeros.plus(1e-13), 1).passed()).isTrue();
        assertThat(Comparison.of("dx", zeros, zeros.plus(1e-13), 1e-3).passed()).isFalse();
    }

    @Test
    void empty_tensors_are_equal() {
        assertThat(Comparison.of("y", Tensor.zeros(0, 3), Tensor.zeros(0, 3), 0).passed())
                .isTrue();
    }

    private static Comparison compare(Tensor actual) {
        return Comparison.of("dW", EXPECTED, actual, 0);
    }

    private static Tensor with(int i, int j, double value) {
        Tensor changed = EXPECTED.copy();
        changed.set(i, j, value);
        return changed;
    }

    private static Tensor scalar(double value) {
        return Tensor.full(Shape.of(), value);
    }
}
