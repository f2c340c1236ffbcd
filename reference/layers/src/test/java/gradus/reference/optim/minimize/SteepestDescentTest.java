package gradus.reference.optim.minimize;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SteepestDescentTest {
    /** f(x, y) = ½ (x² + 9 y²) from (9, 1): the gradient is (9, 9), the best α is 162 / 810, and both entries go to ±0.8 of themselves. */
    @Test
    void each_step_has_the_best_rate() {
        Quadratic f = new Quadratic(Tensor.of(new double[][] {{1, 0}, {0, 9}}), Tensor.zeros(2));

        Tensor one = descended(f, Tensor.of(9, 1), 1);
        Tensor two = descended(f, Tensor.of(9, 1), 2);

        assertThat(one).isWithin(Tensor.of(7.2, -0.8), 1e-5);
        assertThat(two).isWithin(Tensor.of(5.76, 0.64), 1e-5);
    }

    /** α = g · g / g · A g for a quadratic; the next gradient is at right angles to the last. */
    @Property(seed = "2026", tries = 20)
    void the_rate_is_the_closed_form_and_steps_turn_at_right_angles(@ForAll long seed) {
        Quadratic f = Quadratic.drawn(seed, 5);
        Tensor start = Values.NORMAL.draw(seed + 2, 5);
        Tensor g = f.gradient(start);
        double best = g.dot(g) / g.dot(f.gradient(g).plus(f.b()));

        Tensor next = descended(f, start, 1);

        assertThat(next).isCloseTo(start.minus(g.times(best)), 1e-5);
        assertThat(f.gradient(next).dot(g) / g.dot(g)).isCloseTo(0, within(1e-5));
    }

    private static Tensor descended(Objective f, Tensor start, int steps) {
        return new SteepestDescent(new GoldenSection(), new Stopping(0, 0, steps))
                .minimize(f, start)
                .x();
    }

    @Property(seed = "2026", tries = 20)
    void arrives_with_any_line_search(@ForAll long seed) {
        Quadratic f = Quadratic.drawn(seed, 3);
        for (LineSearch search : new LineSearch[] {new Backtracking(1), new GoldenSection(), new WolfeBisection()}) {
            Minimum reached = new SteepestDescent(search, new Stopping(0, 1e-5, 2000)).minimize(f, Tensor.zeros(3));

            assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
            assertThat(reached.x()).isWithin(f.minimum(), 1e-5);
        }
    }

    /** With the rate 1 each of these first steps leads to where f is infinite. */
    @Test
    void golden_section_arrives_from_where_the_gradient_is_huge() {
        Objective cosh = Functions.of(
                x -> Math.cosh(x.get(0)), x -> x.exp().minus(x.negate().exp()).divide(2));
        Objective steep = Functions.of(x -> 1e200 * x.dot(x), x -> x.times(2e200));
        SteepestDescent method = new SteepestDescent(new GoldenSection(), new Stopping(1e-9, 1e-6, 99));

        for (double start : new double[] {-10, 10, 20}) {
            Minimum reached = method.minimize(cosh, Tensor.of(start));

            assertThat(reached.converged()).isTrue();
            assertThat(reached.x()).isWithin(Tensor.of(0), 1e-6);
        }
        assertThat(method.minimize(steep, Tensor.of(1)).converged()).isTrue();
        assertThat(method.minimize(steep, Tensor.of(1)).x()).isWithin(Tensor.of(0), 1e-7);
    }

    @Test
    void says_that_there_was_no_descent() {
        Objective rises = Functions.of(x -> x.get(0), x -> Tensor.of(-1));

        Minimum reached =
                new SteepestDescent(new Backtracking(1), Stopping.within(1e-6, 9)).minimize(rises, Tensor.of(3));

        assertThat(reached.ending()).isEqualTo(Ending.NO_DESCENT);
        assertThat(reached.converged()).isFalse();
        assertThat(reached.steps()).isZero();
        assertThat(reached.x()).hasEntriesOf(Tensor.of(3));
        assertThat(reached.value()).isEqualTo(3);
    }
}
