package gradus.reference.optim.minimize;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Gauss-Newton, Levenberg and Levenberg-Marquardt: f = Fᵀ F, ∇f = 2 Jᵀ F. */
class LeastSquaresTest {
    private static final Stopping ONE_STEP = new Stopping(0, 0, 1);
    private static final Stopping TIGHT = Stopping.within(1e-9, 200);
    private static final Stopping STRICT = new Stopping(0, 1e-9, 200);

    /** F = (2 x - 6, x - 1), so JᵀJ = 5 and f = 5 x² - 26 x + 37. */
    private static final Residuals FIVE = new Functions.Linear(Tensor.of(new double[][] {{2}, {1}}), Tensor.of(6, 1));

    private static Residuals residuals(UnaryOperator<Tensor> values, UnaryOperator<Tensor> jacobian) {
        return new Residuals() {
            @Override
            public Tensor values(Tensor x) {
                return values.apply(x);
            }

            @Override
            public Tensor jacobian(Tensor x) {
                return jacobian.apply(x);
            }
        };
    }

    @Test
    void the_sum_of_squares_has_no_half() {
        SumOfSquares f = new SumOfSquares(FIVE);

        assertThat(f.value(Tensor.of(1))).isEqualTo(16);
        assertThat(f.gradient(Tensor.of(1))).hasEntriesOf(Tensor.of(-16));
        assertThat(f.halfCurvature(Tensor.of(1))).hasEntriesOf(Tensor.of(new double[][] {{5}}));
    }

    @Property(seed = "2026", tries = 20)
    void its_gradient_is_the_slope(@ForAll long seed) {
        SumOfSquares f = new SumOfSquares(new Functions.Rosenbrock());
        Tensor x = Values.NORMAL.draw(seed, 2);

        assertThat(f.gradient(x)).isCloseTo(Slopes.of(f::value, x), Slopes.TOLERANCE);
    }

    /** From 0: ∇f = -26, 2 JᵀJ = 10. */
    @Test
    void gauss_newton_divides_by_twice_the_curvature() {
        Minimum reached = new GaussNewton(ONE_STEP).minimize(FIVE, Tensor.of(0));

        assertThat(reached.x()).isWithin(Tensor.of(2.6), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void gauss_newton_solves_linear_residuals_in_one_step(@ForAll long seed, @ForAll Values start) {
        Functions.Linear line = new Functions.Linear(Values.NORMAL.draw(seed, 11, 3), Values.NORMAL.draw(seed + 1, 11));
        Tensor from = start.draw(seed + 2, 3);

        Tensor x = new GaussNewton(ONE_STEP).minimize(line, from).x();

        assertThat(x).isWithin(line.closedForm(), 1e-11 * (1 + from.abs().max()));
    }

    /** From (-1.2, 1) the residuals (1 - x, 10 (y - x²)) take two steps: first to x = 1, then to y = 1. */
    @Test
    void gauss_newton_finds_the_end_of_rosenbrocks_valley_in_two_steps() {
        Minimum reached = new GaussNewton(STRICT).minimize(new Functions.Rosenbrock(), Tensor.of(-1.2, 1));

        assertThat(reached.x()).isWithin(Tensor.ones(2), 1e-12);
        assertThat(reached.steps()).isEqualTo(2);
        assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
    }

    /** From 0 with λ = 3: 2 (5 + 3) Δ = -26. */
    @Test
    void levenberg_adds_lambda_to_the_curvature() {
        assertThat(new Levenberg(3, ONE_STEP).minimize(FIVE, Tensor.of(0)).x()).isWithin(Tensor.of(26.0 / 16), 1e-15);
    }

    /** From 0 with λ = 3: 2 (5 + 15) Δ = -26. */
    @Test
    void levenberg_and_marquardt_add_a_multiple_of_the_curvature() {
        assertThat(new LevenbergMarquardt(3, ONE_STEP)
                        .minimize(FIVE, Tensor.of(0))
                        .x())
                .isWithin(Tensor.of(26.0 / 40), 1e-15);
    }

    /** After a step that paid λ is a tenth: 26/16, then 2 (5 + 0.3) Δ = 10 · 26/16 - 26. */
    @Test
    void lambda_falls_to_a_tenth_after_each_step() {
        Minimum two = new Levenberg(3, new Stopping(0, 0, 2)).minimize(FIVE, Tensor.of(0));

        assertThat(two.x()).isWithin(Tensor.of(26.0 / 16 - (10 * 26.0 / 16 - 26) / 10.6), 1e-14);
    }

    /** F = x / √(1 + x²) from 2, where the undamped step goes to -8 and f rises; ten times λ, until f falls. */
    @Test
    void lambda_rises_tenfold_until_f_decreases() {
        Residuals f = residuals(LeastSquaresTest::bent, LeastSquaresTest::slope);
        double j = Math.pow(5, -1.5);
        double product = j * 2 / Math.sqrt(5); // JᵀF

        Minimum reached = new Levenberg(1e-4, ONE_STEP).minimize(f, Tensor.of(2));

        assertThat(new GaussNewton(ONE_STEP).minimize(f, Tensor.of(2)).x()).isWithin(Tensor.of(-8), 1e-13);
        assertThat(2 - product / (j * j + 0.01)).isLessThan(-2);
        assertThat(2 - product / (j * j + 0.1)).isBetween(-2.0, 2.0);
        assertThat(reached.x()).isWithin(Tensor.of(2 - product / (j * j + 0.1)), 1e-14);
    }

    /** The same with Marquardt's diagonal, j² (1 + λ): 2 - 10 / (1 + λ) is within ±2 from λ = 10 on. */
    @Test
    void marquardts_lambda_rises_tenfold_until_f_decreases() {
        Residuals f = residuals(LeastSquaresTest::bent, LeastSquaresTest::slope);

        Minimum reached = new LevenbergMarquardt(1e-4, ONE_STEP).minimize(f, Tensor.of(2));

        assertThat(reached.x()).isWithin(Tensor.of(2 - 10 / 11.0), 1e-13);
    }

    private static Tensor bent(Tensor x) {
        return x.divide(x.square().plus(1).sqrt());
    }

    private static Tensor slope(Tensor x) {
        return x.square().plus(1).power(-1.5).reshape(1, 1);
    }

    /** From 5 the first step goes to 2 as if undamped, and the second needs λ = 0.1: from 0, which 1e-300 / 10ᵏ comes to, it would never get there. */
    @Test
    void lambda_does_not_fall_to_zero() {
        Residuals f =
                residuals(x -> x.get(0) == 5 ? Tensor.of(3) : bent(x), x -> x.get(0) == 5 ? Tensor.eye(1) : slope(x));

        Minimum reached = new Levenberg(1e-300, new Stopping(0, 0, 2)).minimize(f, Tensor.of(5));

        assertThat(reached.x())
                .isWithin(new Levenberg(0.1, ONE_STEP).minimize(f, Tensor.of(2)).x(), 1e-13);
    }

    /** The lecture's equation without the 2 would give twice this: from 0 to 5.2, where f is what it was. */
    @Property(seed = "2026", tries = 50)
    void for_small_lambda_both_take_the_gauss_newton_step(@ForAll long seed) {
        Functions.Linear line = new Functions.Linear(Values.NORMAL.draw(seed, 11, 3), Values.NORMAL.draw(seed + 1, 11));
        Tensor start = Values.NORMAL.draw(seed + 2, 3);

        Tensor undamped = new GaussNewton(ONE_STEP).minimize(line, start).x();

        assertThat(new Levenberg(1e-12, ONE_STEP).minimize(line, start).x()).isWithin(undamped, 1e-10);
        assertThat(new LevenbergMarquardt(1e-12, ONE_STEP).minimize(line, start).x())
                .isWithin(undamped, 1e-10);
    }

    /** Δ = ∇f / 2λ, and entry by entry ∇f / (2 λ diag(JᵀJ)). */
    @Property(seed = "2026", tries = 50)
    void for_large_lambda_both_descend_the_gradient(@ForAll long seed) {
        Functions.Linear line = new Functions.Linear(Values.NORMAL.draw(seed, 11, 3), Values.NORMAL.draw(seed + 1, 11));
        Tensor start = Values.NORMAL.draw(seed + 2, 3);
        Tensor small = new SumOfSquares(line).gradient(start).divide(2e6);
        Tensor curvature = line.a().square().sum(0);

        assertThat(start.minus(
                        new Levenberg(1e6, ONE_STEP).minimize(line, start).x()))
                .isCloseTo(small, 1e-4);
        assertThat(start.minus(new LevenbergMarquardt(1e6, ONE_STEP)
                        .minimize(line, start)
                        .x()))
                .isCloseTo(small.divide(curvature), 1e-5);
    }

    /** x in other units: F(x) = G(s x). */
    @Property(seed = "2026", tries = 50)
    void marquardts_damping_does_not_mind_the_units(@ForAll long seed) {
        Tensor a = Values.NORMAL.draw(seed, 11, 3);
        Tensor b = Values.NORMAL.draw(seed + 1, 11);
        Tensor start = Values.NORMAL.draw(seed + 2, 3);
        Tensor units = Tensor.of(0.01, 1, 1000);

        Tensor x = new LevenbergMarquardt(0.5, ONE_STEP)
                .minimize(new Functions.Linear(a, b), start)
                .x();
        Tensor inUnits = new LevenbergMarquardt(0.5, ONE_STEP)
                .minimize(new Functions.Linear(a.divide(units), b), start.times(units))
                .x();

        assertThat(inUnits.divide(units)).isWithin(x, 1e-10);
    }

    @Property(seed = "2026", tries = 20)
    void both_find_the_end_of_rosenbrocks_valley(@ForAll long seed) {
        Tensor start = Values.NORMAL.draw(seed, 2);
        Residuals valley = new Functions.Rosenbrock();

        for (LeastSquares method :
                new LeastSquares[] {new Levenberg(1e-2, STRICT), new LevenbergMarquardt(1e-2, STRICT)}) {
            Minimum reached = method.minimize(valley, start);

            assertThat(reached.converged()).isTrue();
            assertThat(reached.x()).isWithin(Tensor.ones(2), 1e-8);
        }
    }

    /** F = A g(x) - b is far from 0 everywhere: near the minimum f no longer tells points apart, but ∇f does. Starting there, too. */
    @Property(seed = "2026", tries = 50)
    void both_arrive_where_large_residuals_remain(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int power) {
        double size = Math.pow(10, power);
        Functions.Linear line = new Functions.Linear(
                Values.NORMAL.draw(seed, 11, 3),
                Values.NORMAL.draw(seed + 1, 11).times(size));
        Tensor start = Values.NORMAL.draw(seed + 2, 3).times(size);
        for (Residuals f : new Residuals[] {line, curved(line, size)}) {
            Tensor least = new GaussNewton(new Stopping(1e-13 * size, 0, 200))
                    .minimize(f, start)
                    .x();
            for (LeastSquares method :
                    new LeastSquares[] {new Levenberg(1e-2, TIGHT), new LevenbergMarquardt(1e-2, TIGHT)}) {
                Minimum reached = method.minimize(f, start);

                assertThat(reached.converged()).isTrue();
                assertThat(reached.x()).isWithin(least, 1e-8 + 1e-12 * size);
                assertThat(method.minimize(f, reached.x()).converged()).isTrue();
            }
        }
    }

    /** g(x) = x + x³ / 10 size², with the slope 1 + 3 x² / 10 size². */
    private static Residuals curved(Functions.Linear line, double size) {
        return residuals(
                x -> line.values(x.plus(x.times(x.divide(size).square()).divide(10))),
                x -> line.jacobian(x).times(x.divide(size).square().times(0.3).plus(1)));
    }

    /** f = 1e30 + (x - 1)² is the same number everywhere near. */
    @Test
    void what_does_not_show_in_f_is_left_to_the_gradient() {
        Residuals f = residuals(x -> Tensor.of(1e15, x.get(0) - 1), x -> Tensor.of(new double[][] {{0}, {1}}));

        Minimum reached = new Levenberg(1, new Stopping(0, 1e-12, 99)).minimize(f, Tensor.of(9));

        assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
        assertThat(reached.x()).isWithin(Tensor.of(1), 1e-12);
    }

    /** The gradient says ½ everywhere: no step makes it shorter, and none shows in f. */
    @Test
    void what_shows_neither_in_f_nor_in_the_gradient_is_a_minimum() {
        Residuals f = residuals(x -> Tensor.of(1e8), x -> Tensor.of(new double[][] {{2.5e-9}}));

        for (LeastSquares method :
                new LeastSquares[] {new Levenberg(1e6, TIGHT), new LevenbergMarquardt(1e30, TIGHT)}) {
            Minimum reached = method.minimize(f, Tensor.of(3));

            assertThat(reached.ending()).isEqualTo(Ending.SMALL_STEP);
            assertThat(reached.x()).hasEntriesOf(Tensor.of(3));
            assertThat(reached.steps()).isEqualTo(1);
        }
    }

    /** F stays 1e-3 although J says 2e6: the step of 5e-10 is small by the rule, and nothing comes of it. */
    @Test
    void a_small_step_that_brings_nothing_is_the_last() {
        Residuals f = residuals(x -> Tensor.of(1e-3), x -> Tensor.of(new double[][] {{2e6}}));

        for (LeastSquares method : new LeastSquares[] {new Levenberg(1, TIGHT), new LevenbergMarquardt(1e-9, TIGHT)}) {
            assertThat(method.minimize(f, Tensor.of(3)).ending()).isEqualTo(Ending.SMALL_STEP);
        }
        assertThat(new Levenberg(1, STRICT).minimize(f, Tensor.of(3)).ending()).isEqualTo(Ending.NO_DESCENT);
    }

    /** The slope has the wrong sign, so every step climbs. */
    @Test
    void both_say_that_there_was_no_descent() {
        for (LeastSquares method : new LeastSquares[] {new Levenberg(1, STRICT), new LevenbergMarquardt(1, STRICT)}) {
            List<Tensor> tried = new ArrayList<>();
            Residuals wrong = residuals(
                    x -> {
                        tried.add(x);
                        return x;
                    },
                    x -> Tensor.eye(1).negate());

            Minimum reached = method.minimize(wrong, Tensor.of(3));

            assertThat(reached.ending()).isEqualTo(Ending.NO_DESCENT);
            assertThat(reached.x()).hasEntriesOf(Tensor.of(3));
            assertThat(reached.value()).isEqualTo(9);
            assertThat(tried).hasSize(3 + 61); // the gradient, f before, f at the end, and each of 61 steps
        }
    }

    /** Each step makes λ ten times smaller, and soon it vanishes beside JᵀJ, which is singular everywhere. */
    @Test
    void levenberg_raises_a_lambda_that_vanishes_beside_a_singular_matrix() {
        Residuals f =
                residuals(x -> Tensor.of(x.get(0) * x.get(0)), x -> Tensor.of(new double[][] {{2 * x.get(0), 0}}));

        Minimum reached = new Levenberg(1e-3, new Stopping(0, 1e-9, 100)).minimize(f, Tensor.of(5, 7));
        Minimum started = new Levenberg(1e-30, new Stopping(0, 1e-9, 100)).minimize(f, Tensor.of(5, 7));

        assertThat(reached.converged()).isTrue();
        assertThat(reached.x()).isWithin(Tensor.of(0, 7), 1e-3);
        assertThat(started.converged()).isTrue();
        assertThat(started.x()).isWithin(Tensor.of(0, 7), 1e-3);
    }

    /** The second number changes nothing: no curvature there. */
    @Test
    void a_number_without_influence_has_no_step_but_with_levenberg() {
        Residuals f = new Functions.Linear(Tensor.of(new double[][] {{2, 0}, {1, 0}}), Tensor.of(6, 1));
        Tensor start = Tensor.of(0, 7);

        assertThatThrownBy(() -> new GaussNewton(ONE_STEP).minimize(f, start))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("GaussNewton.minimize: the matrix 2 JᵀJ is singular, so the step is not defined.");
        assertThatThrownBy(() -> new LevenbergMarquardt(3, ONE_STEP).minimize(f, start))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "LevenbergMarquardt.minimize: the matrix JᵀJ + λD is singular, so the step is not defined.");
        assertThat(new Levenberg(3, ONE_STEP).minimize(f, start).x()).isWithin(Tensor.of(26.0 / 16, 7), 1e-15);
    }

    @Test
    void refuses_what_does_not_fit() {
        GaussNewton method = new GaussNewton(ONE_STEP);

        assertThatThrownBy(() -> method.minimize(FIVE, Tensor.zeros(1, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SumOfSquares: x: expected shape (any) but got (1, 1).");
        assertThatThrownBy(() -> method.minimize(residuals(x -> Tensor.eye(1), x -> x), Tensor.of(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SumOfSquares: residuals: expected shape (any) but got (1, 1).");
        assertThatThrownBy(() ->
                        method.minimize(residuals(x -> Tensor.zeros(3), x -> Tensor.zeros(2, 3)), Tensor.of(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SumOfSquares.gradient: jacobian: expected shape (3, 2) but got (2, 3). Is it transposed?");
    }

    @Test
    void refuses_a_lambda_that_does_not_damp() {
        for (double lambda : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Levenberg(lambda, STRICT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Levenberg: lambda: expected a finite number above 0 but got " + lambda + ".");
            assertThatThrownBy(() -> new LevenbergMarquardt(lambda, STRICT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("LevenbergMarquardt: lambda: expected a finite number above 0 but got " + lambda + ".");
        }
    }

    @Test
    void a_method_serves_again_with_its_first_lambda() {
        Levenberg method = new Levenberg(3, ONE_STEP);
        method.minimize(FIVE, Tensor.of(0));

        assertThat(method.minimize(FIVE, Tensor.of(0)).x()).isWithin(Tensor.of(26.0 / 16), 1e-15);
    }
}
