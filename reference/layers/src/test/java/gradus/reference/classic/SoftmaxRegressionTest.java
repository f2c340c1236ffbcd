package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.minimize.Descent;
import gradus.reference.optim.minimize.Minimizer;
import gradus.reference.optim.minimize.Stopping;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {
    private static final IntTensor LABELS = IntTensor.of(2, 0, 0, 1, 2);

    private static Minimizer descent(double rate, int limit) {
        return new Descent(GradientDescent::new, rate, Stopping.within(1e-10, limit));
    }

    /** f = W x + b, W = [[1, 0], [0, 2], [-1, -1]], b = (0, -1, 1), at x = (1, 2): scores (1, 3, -2), so class 1. */
    @Test
    void works_out_the_scores_of_three_classes() {
        SoftmaxRegression model = new SoftmaxRegression(Tensor.of(new double[][] {{0, -1, 1}, {1, 0, -1}, {0, 2, -1}}));
        Tensor x = Tensor.of(new double[][] {{1, 2}, {0, 0}});

        Tensor p = model.probabilities(x);

        assertThat(model.predict(x)).isEqualTo(IntTensor.of(1, 2));
        assertThat(p.select(0, 0).log().minus(Math.log(p.get(0, 0)))).isWithin(Tensor.of(0, 2, -3), 1e-14);
        assertThat(p.sum(1)).isWithin(Tensor.ones(2), 1e-15);
    }

    @Test
    void the_first_of_equal_scores_wins() {
        SoftmaxRegression model = new SoftmaxRegression(Tensor.of(new double[][] {{1, 3, 3}}));

        assertThat(model.predict(Tensor.zeros(2, 0))).isEqualTo(IntTensor.of(1, 1));
    }

    @Property(seed = "2026", tries = 30)
    void the_gradient_is_that_of_the_lecture_and_of_differences(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.m());
        double size = 1 + x.abs().max();
        Tensor theta = Values.NORMAL.draw(seed + 1, dims.m() + 1, dims.d()).divide(size); // scores about 1
        IntTensor labels = dims.labels(seed);
        LinearCost<IntTensor> cost = SoftmaxRegression.cost(x, labels);

        Tensor gradient = cost.gradient(theta);

        Tensor wrong = new SoftmaxRegression(theta).probabilities(x).minus(OneHot.of(labels, dims.d()));
        Tensor design = Tensor.concat(1, Tensor.ones(dims.n(), 1), x);
        assertThat(gradient).isWithin(design.transposedMatmul(wrong).divide(dims.n()), 1e-14 * size);
        // In units of theta's own size, in which the cost bends as slowly as for x about 1
        Tensor slopes = Slopes.of(t -> cost.value(t.divide(size)), theta.times(size));
        Slopes.holds("dtheta", gradient.divide(size), slopes);
    }

    /** Only the difference of the two columns counts. */
    @Property(seed = "2026", tries = 30)
    void two_classes_are_logistic_regression(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 3);
        Tensor theta = Values.NORMAL.draw(seed + 1, 4, 2);
        Tensor difference = theta.slice(1, 1, 2).minus(theta.slice(1, 0, 1));
        IntTensor labels = IntTensor.of(1, 0, 0, 1, 1);

        LogisticRegression logistic = new LogisticRegression(difference);
        double cost = SoftmaxRegression.cost(x, labels).value(theta);

        assertThat(new SoftmaxRegression(theta).probabilities(x).select(1, 1))
                .isWithin(logistic.probabilities(x), 1e-11);
        assertThat(cost).isCloseTo(LogisticRegression.cost(x, labels).value(difference), within(1e-11 * (1 + cost)));
    }

    @Property(seed = "2026", tries = 30)
    void a_column_added_to_all_columns_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.m());
        Tensor theta = Values.NORMAL.draw(seed + 1, dims.m() + 1, dims.d());
        Tensor moved = theta.plus(Values.NORMAL.draw(seed + 2, dims.m() + 1, 1));

        assertThat(new SoftmaxRegression(moved).probabilities(x))
                .isWithin(
                        new SoftmaxRegression(theta).probabilities(x),
                        1e-13 * (1 + x.abs().max()));
    }

    /** Groups at 0 and 1 with shares (1/2, 1/4, 1/4) and (1/4, 1/2, 1/4); the rows of theta keep the sum 0. */
    @Test
    void fits_the_shares_of_two_groups() {
        Tensor x = Tensor.of(0, 0, 0, 0, 1, 1, 1, 1).expand(1);
        IntTensor labels = IntTensor.of(0, 0, 1, 2, 0, 1, 1, 2);

        Fit<SoftmaxRegression> fit = SoftmaxRegression.fit(x, labels, 3, descent(2, 5000));

        assertThat(fit.minimum().converged()).isTrue();
        assertThat(fit.model().probabilities(Tensor.of(0, 1).expand(1)))
                .isWithin(Tensor.of(new double[][] {{0.5, 0.25, 0.25}, {0.25, 0.5, 0.25}}), 1e-8);
        assertThat(fit.model().theta().sum(1)).isWithin(Tensor.zeros(2), 1e-13);
    }

    @Test
    void an_untrained_model_costs_the_logarithm_of_the_number_of_classes() {
        assertThat(SoftmaxRegression.cost(Values.NORMAL.draw(1, 5, 2), LABELS).value(Tensor.zeros(3, 7)))
                .isCloseTo(Math.log(7), within(1e-14));
    }

    @Test
    void names_the_right_row_of_one_hot_labels() {
        assertThat(OneHot.of(IntTensor.of(2, 0), 3)).hasEntriesOf(Tensor.of(new double[][] {{0, 0, 1}, {1, 0, 0}}));
        assertThatThrownBy(() -> OneHot.of(IntTensor.of(3), 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refuses_what_does_not_fit() {
        Tensor x = Tensor.zeros(2, 1);

        assertThatThrownBy(() -> SoftmaxRegression.fit(x, IntTensor.of(0, 3), 3, descent(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SoftmaxRegression.fit: labels: expected numbers from 0 to 2 but got 3.");
        assertThatThrownBy(() -> new SoftmaxRegression(Tensor.zeros(0, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SoftmaxRegression: theta: expected a row for the bias but got (0, 3).");
        assertThatThrownBy(() -> new SoftmaxRegression(Tensor.zeros(3, 2)).predict(Tensor.zeros(5, 3)))
                .hasMessage("SoftmaxRegression: x: expected shape (any, 2) but got (5, 3).");
    }
}
