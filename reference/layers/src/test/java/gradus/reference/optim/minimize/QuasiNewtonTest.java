package gradus.reference.optim.minimize;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** BFGS and L-BFGS. */
class QuasiNewtonTest {
    private static final Stopping STRICT = new Stopping(0, 1e-8, 300);

    private static List<Minimizer> both(Stopping stopping) {
        return List.of(new Bfgs(stopping), new Lbfgs(5, stopping));
    }

    private static List<Minimizer> both(LineSearch search, Stopping stopping) {
        return List.of(new Bfgs(search, stopping), new Lbfgs(5, search, stopping));
    }

    /** A = diag(1, 4) from (1, 1) with all rates 0.1, by hand: B₁ of s = -(0.1, 0.4), y = -(0.1, 1.6). */
    @Test
    void works_out_the_second_step_by_hand() {
        Quadratic f = new Quadratic(Tensor.of(new double[][] {{1, 0}, {0, 4}}), Tensor.zeros(2));
        Tensor s = Tensor.of(new double[][] {{-0.1}, {-0.4}});
        Tensor y = Tensor.of(new double[][] {{-0.1}, {-1.6}});
        double r = 1 / 0.65; // s · y = 0.01 + 0.64
        Tensor left = Tensor.eye(2).minus(s.matmulTransposed(y).times(r));
        Tensor b = left.matmulTransposed(left)
                .times(0.65 / 2.57)
                .plus(s.matmulTransposed(s).times(r));
        Tensor g = Tensor.of(new double[][] {{0.9}, {2.4}});
        Tensor expected = Tensor.of(0.9, 0.6).minus(b.matmul(g).reshape(2).times(0.1));

        for (Minimizer method : both(line -> 0.1, new Stopping(0, 0, 2))) {
            assertThat(method.minimize(f, Tensor.ones(2)).x()).isWithin(expected, 1e-15);
        }
    }

    /** B y = s after an update: with all rates 1, the second difference along a parabola in one dimension is exact. */
    @Test
    void knows_the_curvature_of_a_parabola_after_one_step() {
        for (Minimizer method : both(line -> 0.25, new Stopping(0, 0, 1))) {
            assertThat(method.minimize(new Functions.Parabola(), Tensor.of(8)).x())
                    .hasEntriesOf(Tensor.of(4));
        }
        LineSearch quarterThenOne = line -> line.x().get(0) == 8 ? 0.25 : 1;
        for (Minimizer method : both(quarterThenOne, new Stopping(0, 0, 2))) {
            assertThat(method.minimize(new Functions.Parabola(), Tensor.of(8)).x())
                    .isWithin(Tensor.zeros(1), 1e-15);
        }
    }

    /** With exact rates, n steps are enough for n numbers. */
    @Property(seed = "2026", tries = 20)
    void solves_a_quadratic_in_as_many_steps_as_it_has_numbers(@ForAll long seed) {
        Quadratic f = Quadratic.drawn(seed, 5);
        LineSearch exact = line -> {
            double curvature = line.slope(1) - line.slope(0);
            return -line.slope(0) / curvature;
        };

        for (Minimizer method : both(exact, new Stopping(0, 0, 5))) {
            assertThat(method.minimize(f, Tensor.zeros(5)).x()).isCloseTo(f.minimum(), 1e-8);
        }
    }

    @Property(seed = "2026", tries = 20)
    void finds_the_minimum_of_any_quadratic(@ForAll long seed, @ForAll Values start) {
        Quadratic f = Quadratic.drawn(seed, 7);

        for (Minimizer method : both(new Stopping(0, 1e-6, 300))) {
            Minimum reached = method.minimize(f, start.draw(seed + 2, 7));

            assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
            assertThat(reached.x()).isWithin(f.minimum(), 1e-6);
        }
    }

    @Property(seed = "2026", tries = 20)
    void finds_the_end_of_rosenbrocks_valley(@ForAll long seed) {
        SumOfSquares f = new SumOfSquares(new Functions.Rosenbrock());
        Tensor start = Values.NORMAL.draw(seed, 2);

        for (Minimizer method : both(STRICT)) {
            Minimum reached = method.minimize(f, start);

            assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
            assertThat(reached.x()).isWithin(Tensor.ones(2), 1e-6);
        }
    }

    @Test
    void needs_fewer_steps_than_plain_descent_where_the_valley_is_narrow() {
        SumOfSquares f = new SumOfSquares(new Functions.Rosenbrock());
        Stopping stopping = new Stopping(0, 1e-3, 100);
        Tensor start = Tensor.of(-1.2, 1);

        assertThat(new SteepestDescent(new GoldenSection(), stopping)
                        .minimize(f, start)
                        .ending())
                .isEqualTo(Ending.OUT_OF_STEPS);
        for (Minimizer method : both(stopping)) {
            assertThat(method.minimize(f, start).converged()).isTrue();
        }
    }

    /** With one pair kept, L-BFGS's H⁻¹ is that of BFGS after one update; after two they differ. */
    @Test
    void with_one_pair_both_go_the_same_way_for_two_steps() {
        Quadratic f = Quadratic.drawn(1, 5);
        Tensor start = Values.NORMAL.draw(3, 5);
        LineSearch tenth = line -> 0.1;
        for (int steps = 1; steps <= 2; steps++) {
            Stopping stopping = new Stopping(0, 0, steps);
            assertThat(new Lbfgs(1, tenth, stopping).minimize(f, start).x())
                    .isCloseTo(new Bfgs(tenth, stopping).minimize(f, start).x(), 1e-14);
        }
    }

    /** cos from 0.5 with rates of 0.2: f bends down there, s · y is negative, so B stays I and each step is 0.2 sin x. */
    @Test
    void does_not_learn_where_f_bends_down() {
        Objective f = Functions.of(x -> Math.cos(x.get(0)), x -> x.sin().negate());
        double first = 0.5 + 0.2 * Math.sin(0.5);
        double second = first + 0.2 * Math.sin(first);

        for (Minimizer method : both(line -> 0.2, new Stopping(0, 0, 2))) {
            assertThat(method.minimize(f, Tensor.of(0.5)).x()).isWithin(Tensor.of(second), 1e-15);
        }
    }

    /** The next direction is -∇f, here (0, -1), unless s · y is more than 1e-12 of |s| |y|. */
    @Test
    void does_not_learn_from_rounding() {
        assertThat(turned(1e-12, 1)).hasEntriesOf(Tensor.of(0, -1));
        assertThat(turned(2e-12, 3)).hasEntriesOf(Tensor.of(0, -3));
        assertThat(turned(1.1e-12, 1).get(0)).isNotZero();
    }

    /** From (0, 0), where the gradient is (-first, 0), with the rate 1e12, to where it is (0, second): s = (1e12 first, 0). */
    private static Tensor turned(double first, double second) {
        Objective f = Functions.of(x -> 0, x -> x.get(0) == 0 ? Tensor.of(-first, 0) : Tensor.of(0, second));
        Tensor[] last = {Tensor.zeros(2)};
        LineSearch search = line -> {
            last[0] = line.direction();
            return line.x().get(0) == 0 ? 1e12 : 1;
        };
        new Bfgs(search, new Stopping(0, 0, 2)).minimize(f, Tensor.zeros(2));
        return last[0];
    }

    @Test
    void x_may_have_any_shape() {
        Tensor target = Values.NORMAL.draw(1, 2, 3);
        Tensor weights = Tensor.of(new double[][] {{1}, {3}});
        Objective f = Functions.of(
                x -> x.minus(target).square().times(weights).sum(),
                x -> x.minus(target).times(weights).times(2));

        for (Minimizer method : both(STRICT)) {
            assertThat(method.minimize(f, Tensor.zeros(2, 3)).x()).isWithin(target, 1e-8);
        }
    }

    @Test
    void says_that_there_was_no_descent() {
        Objective rises = Functions.of(x -> x.get(0), x -> Tensor.of(-1));

        for (Minimizer method : both(STRICT)) {
            Minimum reached = method.minimize(rises, Tensor.of(3));

            assertThat(reached.ending()).isEqualTo(Ending.NO_DESCENT);
            assertThat(reached.x()).hasEntriesOf(Tensor.of(3));
        }
    }

    @Test
    void says_that_it_left_the_numbers() {
        Objective falls = Functions.of(x -> -Math.exp(x.get(0)), x -> x.exp().negate());

        assertThatThrownBy(() -> new Bfgs(STRICT).minimize(falls, Tensor.of(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("Bfgs.minimize: expected a finite gradient");
        assertThatThrownBy(() -> new Lbfgs(3, STRICT).minimize(falls, Tensor.of(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("Lbfgs.minimize: expected a finite gradient");
    }

    /** As a parameter's gradient is, which is live. */
    @Test
    void the_gradient_may_be_written_into_the_one_before() {
        Quadratic f = Quadratic.drawn(1, 5);
        Tensor live = Tensor.zeros(5);
        Objective reusing = Functions.of(f::value, x -> {
            live.assign(f.gradient(x));
            return live;
        });

        for (Minimizer method : both(new Stopping(0, 0, 4))) {
            assertThat(method.minimize(reusing, Tensor.zeros(5)).x())
                    .hasEntriesOf(method.minimize(f, Tensor.zeros(5)).x());
        }
    }

    @Test
    void a_method_serves_again() {
        Quadratic f = Quadratic.drawn(1, 5);
        for (Minimizer method : both(new Stopping(0, 0, 3))) {
            Tensor first = method.minimize(f, Tensor.zeros(5)).x();

            assertThat(method.minimize(f, Tensor.zeros(5)).x()).hasEntriesOf(first);
        }
    }

    @Test
    void refuses_to_remember_nothing() {
        assertThatThrownBy(() -> new Lbfgs(0, STRICT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Lbfgs: memory: expected 1 or more but got 0.");
    }
}
