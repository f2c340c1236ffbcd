package gradus.reference.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NormTest {
    private final Tensor x = Tensor.of(new double[][] {{3, -4}, {0, 12}});

    @Test
    void works_out_the_example() {
        assertThat(Norm.sum(x)).isEqualTo(19);
        assertThat(Norm.euclidean(x)).isCloseTo(13, within(1e-14));
        assertThat(Norm.maximum(x)).isEqualTo(12);
        assertThat(Norm.p(x, 3)).isCloseTo(Math.cbrt(27 + 64 + 1728), within(1e-13));
    }

    @Property(seed = "2026", tries = 30)
    void norms_are_one_family(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor y = values.draw(seed, dims.n(), dims.d());

        assertThat(Norm.p(y, 1)).isCloseTo(Norm.sum(y), within(1e-13 * Norm.sum(y)));
        assertThat(Norm.p(y, 2)).isCloseTo(Norm.euclidean(y), within(1e-13 * Norm.sum(y)));
        assertThat(Norm.p(y, 200)).isBetween(Norm.maximum(y), Norm.maximum(y) * Math.pow(dims.n() * dims.d(), 0.005));
    }

    @Property(seed = "2026", tries = 30)
    void lengths_scale_and_no_detour_is_shorter(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor y = values.draw(seed, dims.n(), dims.d());
        Tensor z = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        double length = Norm.euclidean(y);

        assertThat(Norm.euclidean(y.times(-7))).isCloseTo(7 * length, within(1e-13 * length));
        assertThat(Norm.euclidean(y.plus(z))).isLessThanOrEqualTo((length + Norm.euclidean(z)) * (1 + 1e-15));
    }

    @Test
    void squares_do_not_overflow() {
        assertThat(Norm.euclidean(Tensor.of(3e200, -4e200))).isCloseTo(5e200, within(1e186));
        assertThat(Norm.euclidean(Tensor.of(3e-200, -4e-200))).isCloseTo(5e-200, within(1e-214));
        assertThat(Norm.p(Tensor.of(1e200, 1e200), 3)).isCloseTo(1e200 * Math.cbrt(2), within(1e186));
    }

    @Property(seed = "2026", tries = 30)
    void a_length_is_the_norm_of_its_vector(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor y = values.draw(seed, dims.n(), dims.d());
        Tensor lengths = Norm.lengths(y, 1);

        assertThat(lengths.shape()).isEqualTo(Shape.of(dims.n(), 1));
        for (int i = 0; i < dims.n(); i++) {
            double length = Norm.euclidean(y.select(0, i));
            assertThat(lengths.get(i, 0)).isCloseTo(length, within(1e-14 * length));
        }
        double all = Norm.euclidean(y);
        assertThat(Norm.lengths(y, 0, 1).get(0, 0)).isCloseTo(all, within(1e-14 * all));
    }

    @Test
    void each_length_has_a_unit_of_its_own() {
        Tensor y = Tensor.of(
                new double[][] {{3e200, -4e200}, {3e-200, 4e-200}, {-3, 4}, {0, 0}, {1, Double.NEGATIVE_INFINITY}});
        Tensor lengths = Norm.lengths(y, 1);

        assertThat(lengths.get(0, 0)).isCloseTo(5e200, within(1e186));
        assertThat(lengths.get(1, 0)).isCloseTo(5e-200, within(1e-214));
        assertThat(lengths.get(2, 0)).isEqualTo(5);
        assertThat(lengths.get(3, 0)).isZero();
        assertThat(lengths.get(4, 0)).isInfinite();
        assertThat(Norm.lengths(Tensor.of(1, Double.NaN), 0).get(0)).isNaN();
        assertThat(Norm.lengths(Tensor.zeros(2, 0), 1).toArray()).containsExactly(0, 0);
        assertThat(Norm.lengths(Tensor.zeros(0, 2), 1).shape()).isEqualTo(Shape.of(0, 1));
    }

    @Test
    void nothing_is_0_and_nan_is_nan() {
        assertThat(Norm.sum(Tensor.zeros(0))).isZero();
        assertThat(Norm.euclidean(Tensor.zeros(0))).isZero();
        assertThat(Norm.euclidean(Tensor.zeros(3))).isZero();
        assertThat(Norm.maximum(Tensor.zeros(0, 2))).isZero();
        assertThat(Norm.p(Tensor.zeros(3), 1)).isZero();
        assertThat(Norm.euclidean(Tensor.of(1, Double.NaN))).isNaN();
        assertThat(Norm.p(Tensor.of(1, Double.NaN), 2)).isNaN();
        assertThat(Norm.euclidean(Tensor.of(1, Double.NEGATIVE_INFINITY))).isInfinite();
        assertThat(Norm.p(Tensor.of(1, Double.NEGATIVE_INFINITY), 2)).isInfinite();
    }

    @Test
    void below_1_there_is_no_norm() {
        assertThatThrownBy(() -> Norm.p(x, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Norm.p: p: expected a finite number of 1 or more but got 0.5.");
        assertThatThrownBy(() -> Norm.p(x, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }
}
