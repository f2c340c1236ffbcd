package gradus.reference.init;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest {
    private final Orthogonal orthogonal = new Orthogonal();

    @Property(seed = "2026", tries = 20)
    void tall_ones_have_orthonormal_columns_and_wide_ones_rows(@ForAll long seed) {
        Tensor tall = orthogonal.create(Shape.of(7, 3), new Seed(seed));
        Tensor wide = orthogonal.create(Shape.of(3, 7), new Seed(seed));
        Tensor square = orthogonal.create(Shape.of(5, 5), new Seed(seed));

        assertThat(tall.transposedMatmul(tall)).isWithin(Tensor.eye(3), 1e-14);
        assertThat(wide.matmulTransposed(wide)).isWithin(Tensor.eye(3), 1e-14);
        assertThat(square.matmulTransposed(square)).isWithin(Tensor.eye(5), 1e-14);
        assertThat(square.transposedMatmul(square)).isWithin(Tensor.eye(5), 1e-14);
    }

    /** With Q = w, R = wᵀ a is upper triangular with a positive diagonal: there is only one such Q. */
    @Property(seed = "2026", tries = 20)
    void is_the_q_of_the_drawn_matrix_with_a_positive_diagonal(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 7) int rows) {
        Tensor drawn = Tensor.normal(Shape.of(rows, 3), new Seed(seed));
        Tensor r = orthogonal.create(Shape.of(rows, 3), new Seed(seed)).transposedMatmul(drawn);

        assertThat(Tensor.of(r.get(1, 0), r.get(2, 0), r.get(2, 1))).isWithin(Tensor.zeros(3), 1e-14);
        assertThat(Tensor.of(r.get(0, 0), r.get(1, 1), r.get(2, 2)).greater(0)).hasEntriesOf(Tensor.ones(3));
    }

    @Property(seed = "2026", tries = 20)
    void keeps_lengths(@ForAll long seed) {
        Tensor w = orthogonal.create(Shape.of(7, 7), new Seed(seed));
        Tensor x = Tensor.normal(Shape.of(5, 7), new Seed(seed).next());

        assertThat(x.matmul(w).square().sum(1)).isCloseTo(x.square().sum(1), 1e-14);
    }

    /** Filters of (F, C, KH, KW) are orthonormal rows, one a filter. */
    @Test
    void filters_are_rows() {
        Tensor w = orthogonal.create(Shape.of(5, 2, 3, 1), new Seed(1));
        Tensor rows = w.reshape(5, 6);

        assertThat(w.shape()).isEqualTo(Shape.of(5, 2, 3, 1));
        assertThat(rows.matmulTransposed(rows)).isWithin(Tensor.eye(5), 1e-14);
    }

    /** A rotation of the line is 1 or -1, and both come up. */
    @Test
    void both_signs_are_equally_likely() {
        int positive = 0;
        for (long seed = 0; seed < 1000; seed++) {
            double w = orthogonal.create(Shape.of(1, 1), new Seed(seed)).get(0, 0);
            assertThat(Math.abs(w)).isEqualTo(1);
            positive += w > 0 ? 1 : 0;
        }
        assertThat(positive).isBetween(450, 550);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "3, 0", "0, 0"})
    void of_nothing_is_nothing(int rows, int columns) {
        assertThat(orthogonal.create(Shape.of(rows, columns), new Seed(1))).hasEntriesOf(Tensor.zeros(rows, columns));
    }

    @Test
    void refuses_a_vector() {
        assertThatThrownBy(() -> orthogonal.create(Shape.of(3), new Seed(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Orthogonal.create: shape: expected two axes or more but got (3).");
    }
}
