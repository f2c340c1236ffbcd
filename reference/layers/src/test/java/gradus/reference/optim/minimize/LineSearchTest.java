package gradus.reference.optim.minimize;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LineSearchTest {
    private static final List<LineSearch> ALL = List.of(new Backtracking(1), new GoldenSection(), new WolfeBisection());

    /** f(x) = ½ k x² from x = 1 along -1: the least value is at α = 1. */
    private static Line bowl(double k, double x, double direction) {
        Objective f = Functions.of(at -> k / 2 * at.dot(at), at -> at.times(k));
        return new Line(f, Tensor.of(x), Tensor.of(direction));
    }

    @Test
    void a_line_has_points_values_and_slopes() {
        Line line = new Line(new Functions.Parabola(), Tensor.of(1, 2), Tensor.of(3, -1));

        assertThat(line.at(2)).hasEntriesOf(Tensor.of(7, 0));
        assertThat(line.value(2)).isEqualTo(49);
        assertThat(line.slope(2)).isEqualTo(2 * 7 * 3);
    }

    /** From 1 with the slope -2 the values are 1, at α = 4: 49, 2: 9, 1: 1, 0.5: 0. */
    @Test
    void backtracking_halves_until_it_pays() {
        Line line = new Line(new Functions.Parabola(), Tensor.of(1), Tensor.of(-2));

        assertThat(new Backtracking(4).rate(line)).isEqualTo(0.5);
        assertThat(new Backtracking(0.75).rate(line)).isEqualTo(0.75);
    }

    /** With α = 2 the value is the old one: no lower, so not enough for Armijo. */
    @Test
    void backtracking_wants_more_than_no_loss() {
        assertThat(new Backtracking(2).rate(bowl(1, 1, -1))).isEqualTo(1);
    }

    /** φ(α) = (1 - α)² / 2 falls by 1e-4 α at least up to α = 2 - 2e-4. */
    @Test
    void backtracking_has_armijos_share() {
        assertThat(new Backtracking(2 - 2.1e-4).rate(bowl(1, 1, -1))).isEqualTo(2 - 2.1e-4);
        assertThat(new Backtracking(2 - 1.9e-4).rate(bowl(1, 1, -1))).isEqualTo(1 - 0.95e-4);
    }

    /** f falls nowhere, though its gradient says so; the 61st rate is 2⁻⁶⁰. */
    @Test
    void backtracking_gives_up_after_sixty_halvings() {
        List<Double> tried = new ArrayList<>();
        Objective f = Functions.of(
                x -> {
                    tried.add(x.get(0));
                    return x.get(0);
                },
                x -> Tensor.of(-1));

        assertThat(new Backtracking(1).rate(new Line(f, Tensor.of(0), Tensor.of(1))))
                .isZero();
        assertThat(tried).hasSize(62).endsWith(Math.pow(2, -60));
    }

    @Test
    void golden_section_finds_the_least_value() {
        assertThat(new GoldenSection().rate(bowl(1, 1, -1))).isCloseTo(1, within(1e-6));
        assertThat(new GoldenSection().rate(bowl(1, 1, -0.01))).isCloseTo(100, within(1e-4));
        assertThat(new GoldenSection().rate(bowl(1, 1, -1000))).isCloseTo(1e-3, within(1e-9));
    }

    @Property(seed = "2026", tries = 50)
    void golden_section_finds_the_least_value_of_any_bowl(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double k,
            @ForAll @DoubleRange(min = 0.01, max = 10) double x) {
        assertThat(new GoldenSection().rate(bowl(k, x, -k * x))).isCloseTo(1 / k, within(2e-6 / k));
    }

    /** Not a parabola: eᵅ - 4α is least at ln 4. */
    @Test
    void golden_section_needs_one_minimum_only() {
        Objective f = Functions.of(
                x -> Math.exp(x.get(0)) - 4 * x.get(0), x -> x.exp().minus(4));

        assertThat(new GoldenSection().rate(new Line(f, Tensor.of(0), Tensor.of(1))))
                .isCloseTo(Math.log(4), within(2e-6));
    }

    /** φ(α) = max(1, |α - 3|). */
    @Test
    void golden_section_goes_to_the_far_end_of_a_flat_bottom() {
        Objective f = Functions.of(x -> Math.max(1, Math.abs(x.get(0) - 3)), x -> Tensor.of(-1));

        assertThat(new GoldenSection().rate(new Line(f, Tensor.of(0), Tensor.of(1))))
                .isCloseTo(4, within(1e-12));
    }

    /** From 1 on all rates are as good; it stops doubling where that pays no more. */
    @Test
    void golden_section_stops_where_a_bottom_without_end_begins() {
        Objective f = Functions.of(x -> Math.max(0, 1 - x.get(0)), x -> Tensor.of(-1));

        assertThat(f.value(Tensor.of(new GoldenSection().rate(new Line(f, Tensor.of(0), Tensor.of(1))))))
                .isZero();
    }

    /** Both inner points of the first stretches are infinite, or have no value. */
    @Test
    void golden_section_comes_back_from_where_f_has_no_finite_value() {
        Objective steep = Functions.of(x -> 1e200 * x.dot(x), x -> x.times(2e200));
        Objective cosh = Functions.of(
                x -> Math.cosh(x.get(0)), x -> x.exp().minus(x.negate().exp()).divide(2));

        assertThat(new GoldenSection().rate(new Line(steep, Tensor.of(1), Tensor.of(-2e200))))
                .isCloseTo(5e-201, within(1e-207));
        assertThat(new GoldenSection().rate(new Line(cosh, Tensor.of(20), Tensor.of(-Math.sinh(20)))))
                .isCloseTo(20 / Math.sinh(20), within(1e-14));
    }

    /** φ(α) = (α - ½)² up to 0.6. The first inner points are 0.38 and 0.62. */
    @Test
    void golden_section_drops_the_part_without_a_value() {
        for (double beyond : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Objective f = Functions.of(
                    x -> x.get(0) > 0.6 ? beyond : (x.get(0) - 0.5) * (x.get(0) - 0.5), x -> Tensor.of(-1));

            assertThat(new GoldenSection().rate(new Line(f, Tensor.of(0), Tensor.of(1))))
                    .isCloseTo(0.5, within(1e-7));
        }
    }

    @Test
    void golden_section_finds_none_where_f_stays_as_it_is() {
        Objective constant = Functions.of(x -> 7, x -> Tensor.of(-1));

        assertThat(new GoldenSection().rate(new Line(constant, Tensor.of(0), Tensor.of(1))))
                .isZero();
    }

    @Test
    void golden_section_says_that_there_is_no_minimum() {
        Objective falls = Functions.of(x -> -x.get(0), x -> Tensor.of(-1));

        assertThatThrownBy(() -> new GoldenSection().rate(new Line(falls, Tensor.of(0), Tensor.of(1))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("GoldenSection.rate: expected a minimum along the line but f falls up to a rate of "
                        + Math.pow(2, 60) + " at least.");
    }

    @Test
    void golden_section_finds_none_where_f_only_rises() {
        List<Double> tried = new ArrayList<>();
        Objective rises = Functions.of(
                x -> {
                    tried.add(x.get(0));
                    return x.get(0);
                },
                x -> Tensor.of(-1));

        assertThat(new GoldenSection().rate(new Line(rises, Tensor.of(0), Tensor.of(1))))
                .isZero();
        assertThat(tried).hasSize(1 + 1075 + 2).contains(Double.MIN_VALUE); // at 0, at 1/2, 1/4, …, and at 0 to compare
    }

    @Test
    void wolfe_takes_one_where_one_will_do() {
        assertThat(new WolfeBisection().rate(bowl(1, 1, -1))).isEqualTo(1);
    }

    /** The slope at α is -(1 - α / 100) of that at 0, so α must be 10 at least: 1, 2, 4, 8, 16. */
    @Test
    void wolfe_doubles_where_the_slope_is_as_steep_as_before() {
        assertThat(new WolfeBisection().rate(bowl(1, 1, -0.01))).isEqualTo(16);
    }

    /** The values fall up to α = 0.02: 1, 1/2, …, 1/64. */
    @Test
    void wolfe_halves_where_it_went_too_far() {
        assertThat(new WolfeBisection().rate(bowl(1, 1, -100))).isEqualTo(1.0 / 64);
    }

    /** φ' = -1 up to α = 3, then steep; it pays up to 3.1: 1, 2; 4 is too far, 3 too steep, 3.5, 3.25 and 3.125 too far. */
    @Test
    void wolfe_narrows_from_both_sides() {
        Objective f = Functions.of(
                x -> x.get(0) < 3 ? -x.get(0) : -3 + 300 * (x.get(0) - 3) * (x.get(0) - 3) - (x.get(0) - 3),
                x -> Tensor.of(x.get(0) < 3 ? -1 : 600 * (x.get(0) - 3) - 1));
        double rate = new WolfeBisection().rate(new Line(f, Tensor.of(0), Tensor.of(1)));

        assertThat(rate).isEqualTo(3.0625);
    }

    /** φ = -α has the same slope everywhere: the second condition is never met. */
    @Test
    void wolfe_gives_up_with_the_longest_that_paid() {
        Objective falls = Functions.of(x -> -x.get(0), x -> Tensor.of(-1));

        assertThat(new WolfeBisection().rate(new Line(falls, Tensor.of(0), Tensor.of(1))))
                .isEqualTo(Math.pow(2, 99));
    }

    @Test
    void wolfe_finds_none_where_f_only_rises() {
        Objective rises = Functions.of(x -> x.get(0), x -> Tensor.of(-1));

        assertThat(new WolfeBisection().rate(new Line(rises, Tensor.of(0), Tensor.of(1))))
                .isZero();
    }

    /** f falls by just 1e-4 of what its slope at 0 promises; beyond 0 it is flat. */
    @Test
    void the_least_that_pays_is_enough() {
        Objective f = Functions.of(x -> -1e-4 * x.get(0), x -> Tensor.of(x.get(0) == 0 ? -1 : 0));
        Line line = new Line(f, Tensor.of(0), Tensor.of(1));

        assertThat(new Backtracking(1).rate(line)).isEqualTo(1);
        assertThat(new WolfeBisection().rate(line)).isEqualTo(1);
    }

    @Test
    void nine_tenths_of_the_slope_is_flat_enough() {
        Objective f = Functions.of(x -> -x.get(0), x -> Tensor.of(x.get(0) == 0 ? -1 : -0.9));

        assertThat(new WolfeBisection().rate(new Line(f, Tensor.of(0), Tensor.of(1))))
                .isEqualTo(1);
    }

    /** The cosine falls on both sides of 0, but its slope there is 0. */
    @Test
    void from_a_maximum_no_direction_descends() {
        Objective f = Functions.of(x -> Math.cos(x.get(0)), x -> x.sin().negate());
        for (LineSearch search : ALL) {
            assertThat(search.rate(new Line(f, Tensor.of(0), Tensor.of(1)))).isZero();
        }
    }

    @Test
    void a_direction_that_does_not_descend_has_no_rate() {
        for (LineSearch search : ALL) {
            assertThat(search.rate(bowl(1, 1, 1))).isZero();
            assertThat(search.rate(bowl(1, 0, 1))).isZero();
            assertThat(search.rate(bowl(Double.NaN, 1, -1))).isZero();
        }
    }

    @Test
    void where_f_has_no_value_is_too_far() {
        Objective f = Functions.of(
                x -> Math.log(x.get(0)) + 3 / x.get(0), x -> Tensor.of(1 / x.get(0) - 3 / (x.get(0) * x.get(0))));
        Line line = new Line(f, Tensor.of(8), Tensor.of(-16)); // logarithms of numbers below 0 from α = ½ on

        for (LineSearch search : ALL) {
            double rate = search.rate(line);
            assertThat(line.value(rate)).isLessThan(line.value(0));
        }
        assertThat(new GoldenSection().rate(line)).isCloseTo(5.0 / 16, within(1e-7)); // least at x = 3
    }

    @Test
    void refuses_a_first_rate_that_is_none() {
        for (double first : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Backtracking(first))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Backtracking: first: expected a finite number above 0 but got " + first + ".");
        }
    }
}
