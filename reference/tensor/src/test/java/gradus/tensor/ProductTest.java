package gradus.tensor;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private static final Tensor W = Tensor.of(new double[][] {{1, 0}, {0, 1}, {1, 1}});

    @Test
    void a_product_worked_by_hand() {
        assertThat(X.matmul(W).toArray()).containsExactly(4, 5, 10, 11);
        assertThat(X.transpose().transposedMatmul(W).toArray()).containsExactly(4, 5, 10, 11);
        assertThat(X.matmulTransposed(W.transpose()).toArray()).containsExactly(4, 5, 10, 11);
    }

    @Test
    void leading_axes_are_a_batch_which_the_right_may_lack() {
        Tensor batch = Tensor.concat(0, X.expand(0), X.times(2).expand(0));

        assertThat(batch.matmul(W).shape()).isEqualTo(Shape.of(2, 2, 2));
        assertThat(batch.matmul(W).toArray()).containsExactly(4, 5, 10, 11, 8, 10, 20, 22);
        assertThat(batch.matmul(Tensor.concat(0, W.expand(0), W.negate().expand(0)))
                        .toArray())
                .containsExactly(4, 5, 10, 11, -8, -10, -20, -22);
        assertThat(batch.transpose().transposedMatmul(W).toArray()).containsExactly(4, 5, 10, 11, 8, 10, 20, 22);
        assertThat(batch.matmulTransposed(W.transpose()).toArray()).containsExactly(4, 5, 10, 11, 8, 10, 20, 22);
        assertThat(batch.matmulTransposed(batch).shape()).isEqualTo(Shape.of(2, 2, 2));
        assertThat(batch.matmulTransposed(batch).toArray()).containsExactly(14, 32, 32, 77, 56, 128, 128, 308);
    }

    @Test
    void a_sum_over_nothing_is_zero() {
        assertThat(Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 3)).toArray()).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(Tensor.zeros(0, 2).matmul(Tensor.zeros(2, 3)).shape()).isEqualTo(Shape.of(0, 3));
    }

    @Test
    void zero_times_nan_is_nan() {
        assertThat(Tensor.zeros(1, 1).matmul(Tensor.full(Shape.of(1, 1), NaN)).get(0, 0))
                .isNaN();
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(1, 2, 3, 5, 7, 67, 131, 263);
    }

    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void products_are_those_of_plain_loops(
            @ForAll("lengths") int n, @ForAll("lengths") int d, @ForAll("lengths") int m, @ForAll long seed) {
        Tensor x = Tensor.normal(Shape.of(n, d), new Seed(seed));
        Tensor w = Tensor.normal(Shape.of(d, m), new Seed(seed).next());
        double[] expected = loops(x, w);

        assertThat(x.matmul(w).toArray()).containsExactly(expected, within(1e-12 * d));
        assertThat(x.transpose().transposedMatmul(w).toArray()).containsExactly(expected, within(1e-12 * d));
        assertThat(x.matmulTransposed(w.transpose()).toArray()).containsExactly(expected, within(1e-12 * d));
    }

    private static double[] loops(Tensor x, Tensor w) {
        double[] y = new double[x.dim(0) * w.dim(1)];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < x.dim(1); k++) {
                y[i] += x.get(i / w.dim(1), k) * w.get(k, i % w.dim(1));
            }
        }
        return y;
    }
}
