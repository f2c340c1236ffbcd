package gradus.tensor;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementwiseTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void arithmetic_works_on_tensors_and_on_numbers() {
        Tensor a = Tensor.of(6, -3);
        Tensor b = Tensor.of(2, 2);

        assertThat(a.plus(b).toArray())
                .containsExactly(8, -1)
                .isEqualTo(a.plus(2).toArray());
        assertThat(a.minus(b).toArray())
                .containsExactly(4, -5)
                .isEqualTo(a.minus(2).toArray());
        assertThat(a.times(b).toArray())
                .containsExactly(12, -6)
                .isEqualTo(a.times(2).toArray());
        assertThat(a.divide(b).toArray())
                .containsExactly(3, -1.5)
                .isEqualTo(a.divide(2).toArray());
        assertThat(a.power(b).toArray())
                .containsExactly(36, 9)
                .isEqualTo(a.power(2).toArray());
        assertThat(a.maximum(b).toArray())
                .containsExactly(6, 2)
                .isEqualTo(a.maximum(2).toArray());
        assertThat(a.minimum(b).toArray())
                .containsExactly(2, -3)
                .isEqualTo(a.minimum(2).toArray());
    }

    @Test
    void comparisons_give_ones_and_zeros_and_nan_compares_with_nothing() {
        Tensor a = Tensor.of(1, 2, 3, NaN);
        Tensor b = Tensor.of(2, 2, 2, NaN);

        assertThat(a.greater(b).toArray()).containsExactly(0, 0, 1, 0);
        assertThat(a.greaterEqual(b).toArray()).containsExactly(0, 1, 1, 0);
        assertThat(a.less(b).toArray()).containsExactly(1, 0, 0, 0);
        assertThat(a.lessEqual(b).toArray()).containsExactly(1, 1, 0, 0);
        assertThat(a.equalTo(b).toArray()).containsExactly(0, 1, 0, 0);
        assertThat(a.greater(2).toArray()).containsExactly(0, 0, 1, 0);
        assertThat(a.greaterEqual(2).toArray()).containsExactly(0, 1, 1, 0);
        assertThat(a.less(2).toArray()).containsExactly(1, 0, 0, 0);
        assertThat(a.lessEqual(2).toArray()).containsExactly(1, 1, 0, 0);
        assertThat(a.equalTo(2).toArray()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void maximum_and_minimum_pass_nan_on() {
        assertThat(Tensor.of(NaN, 1).maximum(0).toArray()).containsExactly(NaN, 1);
        assertThat(Tensor.of(NaN, 1).minimum(0).toArray()).containsExactly(NaN, 0);
    }

    @Test
    void functions_of_one_entry() {
        Tensor x = Tensor.of(-2.5, 0, 4);

        assertThat(x.negate().toArray()).containsExactly(2.5, -0.0, -4);
        assertThat(x.abs().toArray()).containsExactly(2.5, 0, 4);
        assertThat(x.sign().toArray()).containsExactly(-1, 0, 1);
        assertThat(x.square().toArray()).containsExactly(6.25, 0, 16);
        assertThat(x.sqrt().toArray()).containsExactly(NaN, 0, 2);
        assertThat(x.reciprocal().toArray()).containsExactly(-0.4, POSITIVE_INFINITY, 0.25);
        assertThat(x.floor().toArray()).containsExactly(-3, 0, 4);
        assertThat(x.oneMinus().toArray()).containsExactly(3.5, 1, -3);
        assertThat(x.clip(-1, 3).toArray()).containsExactly(-1, 0, 3);
        assertThat(x.map(v -> 2 * v).toArray()).containsExactly(-5, 0, 8);
    }

    @Test
    void transcendental_functions() {
        Tensor x = Tensor.of(0, 1);

        assertThat(x.exp().toArray()).containsExactly(new double[] {1, Math.E}, within(1e-15));
        assertThat(x.log().toArray()).containsExactly(NEGATIVE_INFINITY, 0);
        assertThat(x.tanh().toArray()).containsExactly(new double[] {0, 0.7615941559557649}, within(1e-15));
        assertThat(x.sin().toArray()).containsExactly(new double[] {0, 0.8414709848078965}, within(1e-15));
        assertThat(x.cos().toArray()).containsExactly(new double[] {1, 0.5403023058681398}, within(1e-15));
        assertThat(Tensor.of(1e-20).log1p().toArray()).containsExactly(1e-20);
    }

    /** Expected values: the C library's erf. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1e-20, 1.1283791670955126e-20",
        "0.5, 0.5204998778130465",
        "1, 0.8427007929497149",
        "2, 0.9953222650189527",
        "2.4999, 0.9995928300996666",
        "2.5, 0.999593047982555",
        "3, 0.9999779095030014",
        "5, 0.9999999999984626",
        "6.5, 1",
        "Infinity, 1"
    })
    void the_error_function_is_odd_and_exact_to_1e_15(double x, double expected) {
        Tensor erf = Tensor.of(x, -x).erf();

        assertThat(erf.get(0)).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
        assertThat(erf.get(1)).isCloseTo(-expected, within(1e-15 * Math.abs(expected)));
    }

    @Test
    void the_error_function_of_nan_is_nan() {
        assertThat(Tensor.of(NaN).erf().get(0)).isNaN();
    }

    @Test
    void where_chooses_entries_and_lets_no_nan_through() {
        Tensor mask = Tensor.of(1, 0);

        assertThat(mask.where(Tensor.of(5, NaN), Tensor.of(NaN, 6)).toArray()).containsExactly(5, 6);
        assertThat(mask.where(Tensor.of(5, 7), 0).toArray()).containsExactly(5, 0);
        assertThat(mask.where(-1, Tensor.of(5, 7)).toArray()).containsExactly(-1, 7);
    }

    @Test
    void where_stretches_all_three() {
        Tensor chosen = Tensor.of(new double[][] {{1}, {0}}).where(Tensor.of(1, 2, 3), 9);

        assertThat(chosen.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(chosen.toArray()).containsExactly(1, 2, 3, 9, 9, 9);
    }

    @Test
    void a_row_a_column_and_a_scalar_stretch() {
        Tensor row = Tensor.of(10, 20, 30);
        Tensor column = Tensor.of(new double[][] {{100}, {200}});

        assertThat(X.plus(row).toArray()).containsExactly(11, 22, 33, 14, 25, 36);
        assertThat(X.plus(column).toArray()).containsExactly(101, 102, 103, 204, 205, 206);
        assertThat(row.plus(column).toArray()).containsExactly(110, 120, 130, 210, 220, 230);
        assertThat(X.plus(Tensor.of(Shape.of(), 1)).toArray()).containsExactly(2, 3, 4, 5, 6, 7);
    }

    @Test
    void an_axis_of_length_1_stretches_to_length_0() {
        assertThat(Tensor.zeros(3, 0).plus(Tensor.ones(3, 1)).shape()).isEqualTo(Shape.of(3, 0));
    }

    @Test
    void rows_longer_than_a_stretch_come_out_whole() {
        Tensor x = Tensor.uniform(Shape.of(2, 3001), new Seed(1));
        Tensor column = Tensor.of(new double[][] {{1}, {2}});

        Tensor y = x.times(column);

        assertThat(y.get(1, 3000)).isEqualTo(2 * x.get(1, 3000));
        assertThat(y.minus(x).minus(x.times(column.minus(1))).abs().max()).isLessThan(1e-15);
    }
}
