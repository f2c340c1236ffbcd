package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.minimize.Descent;
import gradus.reference.optim.minimize.Ending;
import gradus.reference.optim.minimize.Minimum;
import gradus.reference.optim.minimize.Stopping;
import gradus.reference.train.data.Permutation;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearRegressionTest {
    /** Lecture 2's temperatures: one slide has -25 degrees outside, the next has 25. */
    @ParameterizedTest
    @CsvSource({"25, 25.2", "-25, -6.8"})
    void works_out_the_temperatures_of_the_lecture(double outside, double inside) {
        LinearRegression model = new LinearRegression(Tensor.of(new double[][] {{0.2}, {0.64}, {0}, {1}, {0.14}}));

        Tensor y = model.predict(Tensor.of(new double[][] {{outside, 50, 2, 50}, {-10, 50, 0, 10}}));

        assertThat(y).isWithin(Tensor.of(new double[][] {{inside}, {-4.8}}), 1e-14);
    }

    /** (0, 1), (1, 3), (2, 2): XᵀX = [[3, 3], [3, 5]], Xᵀy = (6, 7), so θ = (3/2, 1/2), and what is left is (-½, 1, -½). */
    @Test
    void works_out_a_line_through_three_points() {
        Tensor x = Tensor.of(new double[][] {{0}, {1}, {2}});
        Tensor y = Tensor.of(new double[][] {{1}, {3}, {2}});

        LinearRegression line = LinearRegression.fit(x, y);

        assertThat(line.theta()).isWithin(Tensor.of(new double[][] {{1.5}, {0.5}}), 1e-14);
        assertThat(LinearRegression.cost(x, y).value(line.theta())).isCloseTo(1.5, within(1e-14));
        assertThat(LinearRegression.fitShortest(x, y).theta()).isWithin(line.theta(), 1e-14);
    }

    /** The formulas of lecture 2, with the sum of squares and so without 1/n: 2 XᵀX θ - 2 Xᵀy, and (XᵀX)⁻¹ Xᵀy. */
    @Property(seed = "2026", tries = 50)
    void gradient_and_minimum_are_those_of_the_lecture(@ForAll long seed, @ForAll Values values) {
        Tensor x = Values.NORMAL.draw(seed, 11, 3);
        Tensor y = values.draw(seed + 1, 11, 2);
        Tensor theta = values.draw(seed + 2, 4, 2);
        Tensor design = Tensor.concat(1, Tensor.ones(11, 1), x);
        Tensor squared = design.transposedMatmul(design);

        Tensor gradient = LinearRegression.cost(x, y).gradient(theta);

        assertThat(gradient)
                .isCloseTo(
                        squared.matmul(theta)
                                .times(2)
                                .minus(design.transposedMatmul(y).times(2)),
                        1e-13);
        assertThat(LinearRegression.fit(x, y).theta()).isCloseTo(squared.solve(design.transposedMatmul(y)), 1e-11);
    }

    /** What is left over is at right angles to every column, so the gradient is 0, and no other theta costs less. */
    @Property(seed = "2026", tries = 50)
    void the_minimum_is_one(@ForAll long seed, @ForAll Values targets) {
        Tensor x = Values.NORMAL.draw(seed, 11, 5);
        Tensor y = targets.draw(seed + 1, 11, 3);
        LinearCost<Tensor> cost = LinearRegression.cost(x, y);

        Tensor best = LinearRegression.fit(x, y).theta();
        Tensor other = best.plus(Values.TINY.draw(seed + 2, 6, 3));

        assertThat(cost.gradient(best))
                .isWithin(Tensor.zeros(6, 3), 1e-11 * (1 + y.abs().max()));
        assertThat(cost.value(best)).isLessThan(cost.value(other));
    }

    /** Data from a linear map give it back. */
    @Property(seed = "2026", tries = 50)
    void finds_the_map_that_made_the_data(@ForAll long seed, @ForAll Values values) {
        Tensor x = Values.NORMAL.draw(seed, 13, 5);
        Tensor theta = values.draw(seed + 1, 6, 2);

        Tensor found =
                LinearRegression.fit(x, new LinearRegression(theta).predict(x)).theta();

        assertThat(found).isWithin(theta, 1e-11 * (1 + theta.abs().max()));
    }

    @Property(seed = "2026", tries = 50)
    void the_order_of_the_samples_does_not_matter(@ForAll long seed, @ForAll Values values) {
        Tensor x = Values.NORMAL.draw(seed, 7, 2);
        Tensor y = values.draw(seed + 1, 7, 3);
        IntTensor order = Permutation.of(7, new Seed(seed));

        assertThat(LinearRegression.fit(x.take(order), y.take(order)).theta())
                .isCloseTo(LinearRegression.fit(x, y).theta(), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void other_units_of_x_give_the_same_answers(@ForAll long seed, @ForAll Values values) {
        Tensor x = Values.NORMAL.draw(seed, 7, 2);
        Tensor y = values.draw(seed + 1, 7, 3);
        Tensor fahrenheit = x.times(Tensor.of(1.8, 1e6)).plus(Tensor.of(32, -1e6));

        Tensor answers = LinearRegression.fit(fahrenheit, y).predict(fahrenheit);

        assertThat(answers).isCloseTo(LinearRegression.fit(x, y).predict(x), 1e-9);
    }

    @Test
    void descent_reaches_the_closed_form() {
        Tensor x = Values.NORMAL.draw(1, 11, 3);
        Tensor y = Values.NORMAL.draw(2, 11, 2);

        Minimum reached = new Descent(GradientDescent::new, 0.02, Stopping.within(1e-11, 5000))
                .minimize(LinearRegression.cost(x, y), Tensor.zeros(4, 2));

        assertThat(reached.ending()).isIn(Ending.SMALL_GRADIENT, Ending.SMALL_STEP);
        assertThat(reached.x()).isWithin(LinearRegression.fit(x, y).theta(), 1e-8);
    }

    /** Lecture 2's maximum likelihood: n = 3, σ² = 4, squares of 1.5 in all. */
    @Test
    void works_out_the_likelihood_of_normal_noise() {
        LinearRegression line = new LinearRegression(Tensor.of(new double[][] {{1.5}, {0.5}}));
        Tensor x = Tensor.of(new double[][] {{0}, {1}, {2}});
        Tensor y = Tensor.of(new double[][] {{1}, {3}, {2}});

        assertThat(line.logLikelihood(x, y, 4)).isCloseTo(-1.5 * Math.log(8 * Math.PI) - 1.5 / 8, within(1e-14));
    }

    /** The density of each number in y is that of the normal distribution around its prediction. */
    @Property(seed = "2026", tries = 20)
    void the_likelihood_is_a_product_of_densities(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        LinearRegression model = new LinearRegression(Values.NORMAL.draw(seed, dims.d() + 1, dims.m()));
        Tensor x = values.draw(seed + 1, dims.n(), dims.d());
        Tensor noise = values.draw(seed + 2, dims.n(), dims.m()).clip(-20, 20); // whose density is not rounded to 0
        Tensor y = model.predict(x).plus(noise);
        double variance = 0.7;

        Tensor z = y.minus(model.predict(x)).divide(Math.sqrt(variance));
        Tensor densities = z.square().divide(-2).exp().divide(Math.sqrt(2 * Math.PI * variance));

        assertThat(model.logLikelihood(x, y, variance))
                .isCloseTo(
                        densities.log().sum(),
                        within(1e-12 * densities.log().abs().sum()));
    }

    @Test
    void refuses_columns_that_depend_on_each_other() {
        Tensor x = Tensor.of(new double[][] {{1, 2}, {2, 4}, {3, 6}, {5, 10}});

        assertThatThrownBy(() -> LinearRegression.fit(x, Tensor.zeros(4, 1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "LinearRegression.fit: x: expected 3 linearly independent columns in [1 x] but got 2: no single"
                                + " theta is best. Hint: fitShortest takes the shortest of them.");
    }

    /** Two samples and three columns: the rank is 2 at most. */
    @Test
    void refuses_fewer_samples_than_columns() {
        assertThatThrownBy(() -> LinearRegression.fit(Values.NORMAL.draw(1, 2, 2), Tensor.zeros(2, 1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("expected 3 linearly independent columns in [1 x] but got 2:");
    }

    /** θ = (a, b, c) with a + b + c = 2 at the only sample; (2/3, 2/3, 2/3) is the nearest to 0. */
    @Test
    void takes_the_shortest_of_many() {
        LinearRegression shortest =
                LinearRegression.fitShortest(Tensor.of(new double[][] {{1, 1}}), Tensor.of(new double[][] {{2}}));

        assertThat(shortest.theta()).isWithin(Tensor.of(new double[][] {{2 / 3.0}, {2 / 3.0}, {2 / 3.0}}), 1e-14);
    }

    /** Along the direction in which nothing changes, the shortest has no part; it costs as little as with the column left out. */
    @Property(seed = "2026", tries = 30)
    void the_shortest_costs_as_little_as_any(@ForAll long seed, @ForAll Values values) {
        Tensor x = Values.NORMAL.draw(seed, 11, 2);
        Tensor y = values.draw(seed + 1, 11, 3);
        Tensor doubled = Tensor.concat(1, x, x.slice(1, 0, 1));

        Tensor theta = LinearRegression.fitShortest(doubled, y).theta();

        Tensor alone = LinearRegression.fit(x, y).theta();
        assertThat(new LinearRegression(theta).predict(doubled))
                .isCloseTo(new LinearRegression(alone).predict(x), 1e-11);
        assertThat(theta.select(0, 1))
                .isWithin(theta.select(0, 3), 1e-11 * (1 + y.abs().max()));
    }

    @Test
    void leaves_its_arguments_alone() {
        Tensor x = Values.NORMAL.draw(1, 7, 2);
        Tensor y = Values.NORMAL.draw(2, 7, 3);

        LinearRegression.fit(x, y);
        LinearRegression.fitShortest(x, y);

        assertThat(x).hasEntriesOf(Values.NORMAL.draw(1, 7, 2));
        assertThat(y).hasEntriesOf(Values.NORMAL.draw(2, 7, 3));
    }

    @Test
    void predicts_nothing_for_nothing() {
        LinearRegression model = new LinearRegression(Tensor.zeros(3, 5));

        assertThat(model.predict(Tensor.zeros(0, 2))).hasEntriesOf(Tensor.zeros(0, 5));
    }

    @Test
    void refuses_what_does_not_fit() {
        LinearRegression model = new LinearRegression(Tensor.zeros(3, 1));

        assertThatThrownBy(() -> model.predict(Tensor.zeros(5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LinearRegression.predict: x: expected shape (any, 2) but got (5, 3).");
        assertThatThrownBy(() -> LinearRegression.fit(Tensor.zeros(5, 3), Tensor.zeros(3, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LinearRegression.fit: y: expected shape (5, any) but got (3, 1).");
        assertThatThrownBy(() -> LinearRegression.fitShortest(Tensor.zeros(5), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LinearRegression.fitShortest: x: expected shape (any, any) but got (5).");
        assertThatThrownBy(() -> LinearRegression.cost(Tensor.zeros(5), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LinearCost: x: expected shape (any, any) but got (5).");
    }

    @Test
    void refuses_no_samples_and_numbers_that_are_not_finite() {
        Tensor infinite = Tensor.of(new double[][] {{1}, {Double.POSITIVE_INFINITY}});
        Tensor nan = Tensor.of(new double[][] {{Double.NaN}, {1}});
        Tensor fine = Tensor.of(new double[][] {{1}, {2}});

        assertThatThrownBy(() -> LinearRegression.fit(Tensor.zeros(0, 2), Tensor.zeros(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LinearRegression.fit: x: expected a sample or more but got none.");
        assertThatThrownBy(() -> LinearRegression.fit(infinite, fine))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LinearRegression.fit: x: expected finite numbers but got an infinity or NaN.");
        assertThatThrownBy(() -> LinearRegression.fitShortest(fine, nan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LinearRegression.fitShortest: y: expected finite numbers but got an infinity or NaN.");
    }

    @Test
    void refuses_a_theta_without_a_bias_and_a_variance_of_nothing() {
        Tensor x = Tensor.zeros(1, 1);

        assertThatThrownBy(() -> new LinearRegression(Tensor.zeros(0, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LinearRegression: theta: expected a row for the bias but got (0, 2).");
        assertThatThrownBy(() -> new LinearRegression(Tensor.zeros(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LinearRegression: theta: expected shape (any, any) but got (2).");
        assertThatThrownBy(() -> new LinearRegression(Tensor.zeros(2, 1)).logLikelihood(x, x, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LinearRegression.logLikelihood: variance: expected more than 0 but got 0.0.");
    }
}
