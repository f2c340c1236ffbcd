package gradus.reference.optim.minimize;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.tensor.Objective;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NewtonTest {
    private static final Stopping ONE_STEP = new Stopping(0, 0, 1);

    /** The exam of February 2022, 5.9, f(x) = x² from 5: 5 - 10 / 2. */
    @Test
    void one_step_is_enough_in_the_exam_problem() {
        Minimum reached = new Newton(x -> Tensor.eye(1).times(2), Stopping.within(0, 9))
                .minimize(new Functions.Parabola(), Tensor.of(5));

        assertThat(reached.x()).hasEntriesOf(Tensor.of(0));
        assertThat(reached.steps()).isEqualTo(1);
        assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
    }

    /** f(x) = x - ln x from ½: x - (1 - 1/x) / (1/x²) = 2 x - x², so ½, ¾, 15/16, 255/256. */
    @Test
    void works_out_a_function_that_is_not_quadratic() {
        Objective f = Functions.of(
                x -> x.get(0) - Math.log(x.get(0)), x -> x.reciprocal().oneMinus());
        Hessian h = x -> x.square().reciprocal().reshape(1, 1);

        assertThat(new Newton(h, new Stopping(0, 0, 3))
                        .minimize(f, Tensor.of(0.5))
                        .x())
                .isWithin(Tensor.of(255.0 / 256), 1e-15);
        assertThat(new Newton(new Stopping(0, 0, 3)).minimize(f, Tensor.of(0.5)).x())
                .isWithin(Tensor.of(255.0 / 256), 1e-8);
    }

    /** The question of lecture 5: on (y - X θ)ᵀ (y - X θ), from any start, one step gives (XᵀX)⁻¹ Xᵀ y. */
    @Property(seed = "2026", tries = 50)
    void solves_linear_regression_in_one_step(@ForAll long seed, @ForAll Values start) {
        Functions.Linear line = new Functions.Linear(Values.NORMAL.draw(seed, 11, 3), Values.NORMAL.draw(seed + 1, 11));
        SumOfSquares f = new SumOfSquares(line);
        Tensor from = start.draw(seed + 2, 3);
        Tensor hessian = line.a().transposedMatmul(line.a()).times(2);

        Tensor given = new Newton(x -> hessian, ONE_STEP).minimize(f, from).x();
        Tensor byDifferences = new Newton(ONE_STEP).minimize(f, from).x();

        double scale = 1 + from.abs().max();
        assertThat(given).isWithin(line.closedForm(), 1e-11 * scale);
        assertThat(byDifferences).isWithin(line.closedForm(), 1e-7 * scale);
    }

    @Property(seed = "2026", tries = 50)
    void solves_any_quadratic_in_one_step(@ForAll long seed, @ForAll Values start) {
        Quadratic f = Quadratic.drawn(seed, 7);
        Tensor from = start.draw(seed + 2, 7);

        Minimum reached = new Newton(x -> f.a(), ONE_STEP).minimize(f, from);

        assertThat(reached.x()).isWithin(f.minimum(), 1e-12 * (1 + from.abs().max()));
        assertThat(reached.steps()).isEqualTo(1);
    }

    @Test
    void finds_the_end_of_rosenbrocks_valley() {
        SumOfSquares f = new SumOfSquares(new Functions.Rosenbrock());

        Minimum reached = new Newton(new Stopping(0, 1e-8, 20)).minimize(f, Tensor.of(-1.2, 1));

        assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
        assertThat(reached.x()).isWithin(Tensor.ones(2), 1e-8);
    }

    /** f(x, y) = x² - y²: the gradient is 0 at (0, 0), which is no minimum. */
    @Test
    void goes_to_a_saddle_if_there_is_one() {
        Tensor h = Tensor.of(new double[][] {{2, 0}, {0, -2}});
        Quadratic saddle = new Quadratic(h, Tensor.zeros(2));

        assertThat(new Newton(x -> h, ONE_STEP)
                        .minimize(saddle, Tensor.of(3, 5))
                        .x())
                .hasEntriesOf(Tensor.zeros(2));
    }

    @Test
    void x_may_have_any_shape() {
        Quadratic flat = Quadratic.drawn(3, 6);
        Objective f = Functions.of(
                x -> flat.value(x.reshape(6)), x -> flat.gradient(x.reshape(6)).reshape(2, 3));

        assertThat(new Newton(ONE_STEP).minimize(f, Values.NORMAL.draw(1, 2, 3)).x())
                .isWithin(flat.minimum().reshape(2, 3), 1e-8);
    }

    /** Endterm 2022, 8.7: f(w) = w x is linear in w, its second derivative 0 everywhere. */
    @Test
    void has_no_step_on_a_linear_function() {
        Objective f = Functions.of(w -> 3 * w.get(0), w -> Tensor.of(3));

        assertThatThrownBy(() -> new Newton(ONE_STEP).minimize(f, Tensor.of(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Newton.minimize: the Hessian is singular, so the step is not defined.")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void says_that_the_hessian_is_not_finite() {
        for (double entry : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            Newton newton = new Newton(x -> Tensor.of(new double[][] {{1, entry}, {entry, 1}}), ONE_STEP);

            assertThatThrownBy(() -> newton.minimize(new Functions.Parabola(), Tensor.of(1, 2)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("Newton.minimize: expected finite numbers in the Hessian but got an infinity or NaN.");
        }
    }

    @Test
    void refuses_a_hessian_of_another_shape() {
        assertThatThrownBy(() ->
                        new Newton(x -> Tensor.eye(3), ONE_STEP).minimize(new Functions.Parabola(), Tensor.of(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Newton.minimize: Hessian: expected shape (2, 2) but got (3, 3).");
    }

    /** f(x, y) = x³ y² + 2 y: by hand, and a step that grows with x keeps ten digits far out too. */
    @Test
    void the_hessian_by_differences_is_that_by_hand() {
        Objective f = Functions.of(
                p -> Math.pow(p.get(0), 3) * p.get(1) * p.get(1) + 2 * p.get(1),
                p -> Tensor.of(
                        3 * p.get(0) * p.get(0) * p.get(1) * p.get(1), 2 * Math.pow(p.get(0), 3) * p.get(1) + 2));

        for (double x : new double[] {0.5, -2, 1e6}) {
            Tensor h = new DifferenceHessian(f).at(Tensor.of(x, 3));

            double mixed = 6 * x * x * 3;
            Tensor byHand = Tensor.of(new double[][] {{6 * x * 9, mixed}, {mixed, 2 * x * x * x}});
            assertThat(h).isCloseTo(byHand, 1e-9);
        }
        assertThat(new DifferenceHessian(f).at(Tensor.zeros(0))).hasEntriesOf(Tensor.zeros(0, 0));
    }

    /** A gradient that is none: its slopes are not symmetric, and the mean of both is taken. */
    @Test
    void the_hessian_by_differences_is_symmetric() {
        Objective f = Functions.of(x -> 0, x -> Tensor.of(4 * x.get(1), 2 * x.get(0)));

        Tensor h = new DifferenceHessian(f).at(Tensor.of(1, 1));

        assertThat(h).isWithin(Tensor.of(new double[][] {{0, 3}, {3, 0}}), 1e-9);
    }
}
