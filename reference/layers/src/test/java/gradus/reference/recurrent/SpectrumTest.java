package gradus.reference.recurrent;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Lecture 11 and the exam of August 2022, 9: eigenvalues decide what a recurrence forgets. */
class SpectrumTest {
    /** (2, 1; 1, 2) has the eigenvalues 3 with (1, 1) and 1 with (1, -1). */
    @Example
    void finds_eigenvalues_and_powers_of_a_matrix_by_hand() {
        Spectrum spectrum = Spectrum.of(Tensor.of(new double[][] {{2, 1}, {1, 2}}));

        assertThat(spectrum.lambda()).isWithin(Tensor.of(3, 1), 1e-14);
        assertThat(spectrum.q().square()).isWithin(Tensor.of(new double[][] {{0.5, 0.5}, {0.5, 0.5}}), 1e-14);
        assertThat(spectrum.power(0)).isWithin(Tensor.eye(2), 1e-14);
        assertThat(spectrum.power(4)).isWithin(Tensor.of(new double[][] {{41, 40}, {40, 41}}), 1e-12);
        assertThat(spectrum.power(-1).times(3)).isWithin(Tensor.of(new double[][] {{2, -1}, {-1, 2}}), 1e-14);
    }

    @Example
    void tells_what_vanishes_and_what_explodes() {
        assertThat(diagonal(0.5, -0.999).tendency()).isEqualTo(Tendency.VANISHES);
        assertThat(diagonal(0, 0).tendency()).isEqualTo(Tendency.VANISHES);
        assertThat(diagonal(0.5, -1.001).tendency()).isEqualTo(Tendency.EXPLODES);
        assertThat(diagonal(1.001, 0).tendency()).isEqualTo(Tendency.EXPLODES);
        assertThat(diagonal(0.5, -1).tendency()).isEqualTo(Tendency.PERSISTS);
        assertThat(diagonal(1 - 0x1p-40, 0).tendency()).isEqualTo(Tendency.PERSISTS);
        assertThat(diagonal(1 + 0x1p-40, 0).tendency()).isEqualTo(Tendency.PERSISTS);
        assertThat(diagonal(1 - 0x1p-39, 0).tendency()).isEqualTo(Tendency.VANISHES);
        assertThat(diagonal(1 + 0x1p-39, 0).tendency()).isEqualTo(Tendency.EXPLODES);
        assertThat(Spectrum.of(Tensor.of(new double[][] {{0, 1}, {1, 0}})).tendency())
                .isEqualTo(Tendency.PERSISTS);
    }

    @Property(seed = "2026", tries = 50)
    void vectors_and_values_make_up_the_matrix(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = symmetric(dims.d(), seed, values);
        Spectrum spectrum = Spectrum.of(theta);
        Tensor q = spectrum.q();

        assertThat(q.transposedMatmul(q)).isWithin(Tensor.eye(dims.d()), 1e-13);
        assertThat(theta.matmul(q))
                .isWithin(q.times(spectrum.lambda()), 1e-12 * theta.abs().max());
        assertThat(spectrum.power(1)).isCloseTo(theta, 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void the_largest_value_comes_first_and_is_the_radius(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Spectrum spectrum = Spectrum.of(symmetric(dims.d(), seed, values));
        double[] magnitudes = spectrum.lambda().abs().toArray();

        for (int i = 1; i < magnitudes.length; i++) {
            assertThat(magnitudes[i]).isLessThanOrEqualTo(magnitudes[i - 1]);
        }
        assertThat(spectrum.radius()).isEqualTo(magnitudes[0]);
    }

    @Property(seed = "2026", tries = 50)
    void powers_are_products(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll @IntRange(max = 9) int t) {
        Tensor theta = symmetric(dims.d(), seed, values);
        Tensor product = Tensor.eye(dims.d());
        for (int i = 0; i < t; i++) {
            product = product.matmul(theta);
        }

        assertThat(Spectrum.of(theta).power(t)).isCloseTo(product, 1e-11);
    }

    @Example
    void leaves_its_matrix_as_it_was() {
        Tensor theta = symmetric(5, 1, Values.NORMAL);

        Spectrum.of(theta);

        assertThat(theta).hasEntriesOf(symmetric(5, 1, Values.NORMAL));
    }

    @Example
    void takes_rounding_for_symmetry_but_nothing_larger() {
        assertThat(Spectrum.of(Tensor.of(new double[][] {{2, 1 + 0x1p-39}, {1, 2}}))
                        .radius())
                .isGreaterThan(2.9);
        assertThatThrownBy(() -> Spectrum.of(Tensor.of(new double[][] {{2, 1 + 0x1p-38}, {1, 2}})))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Spectrum.of(Tensor.of(new double[][] {{2, 1.5}, {1, 2}})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Spectrum.of: theta: expected a symmetric matrix but got entries that differ by 0.5 from"
                        + " their mirror images.");
        assertThatThrownBy(() -> Spectrum.of(Tensor.of(new double[][] {{Double.NaN}})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void refuses_what_is_not_square() {
        assertThatThrownBy(() -> Spectrum.of(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Spectrum.of: theta: expected shape (2, 2) but got (2, 3).");
        assertThatThrownBy(() -> Spectrum.of(Tensor.zeros(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Spectrum.of: theta: expected shape (any, any) but got (2).");
    }

    private static Spectrum diagonal(double first, double second) {
        return Spectrum.of(Tensor.of(new double[][] {{first, 0}, {0, second}}));
    }

    private static Tensor symmetric(int size, long seed, Values values) {
        Tensor drawn = values.draw(seed, size, size);
        return drawn.plus(drawn.transpose());
    }
}
