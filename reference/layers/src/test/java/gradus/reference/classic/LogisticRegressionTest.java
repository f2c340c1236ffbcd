package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.SecondOpinion;
import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.minimize.Descent;
import gradus.reference.optim.minimize.Ending;
import gradus.reference.optim.minimize.Minimizer;
import gradus.reference.optim.minimize.Stopping;
import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final IntTensor LABELS = IntTensor.of(1, 0, 0, 1, 0, 1, 1);

    private static Minimizer descent(double rate, int limit) {
        return new Descent(GradientDescent::new, rate, Stopping.within(1e-10, limit));
    }

    /** θ = (-ln 3, ln 3) at x = 1 and 2: p = 1/2 and 3/4; labels 0 and 1 cost (ln 2 + ln 4/3) / 2; dscores = (1/4, -1/8). */
    @Test
    void works_out_two_samples() {
        Tensor theta = Tensor.of(new double[][] {{-Math.log(3)}, {Math.log(3)}});
        Tensor x = Tensor.of(new double[][] {{1}, {2}});
        LinearCost<Tensor> cost = LogisticRegression.cost(x, IntTensor.of(0, 1));

        assertThat(new LogisticRegression(theta).probabilities(x)).isWithin(Tensor.of(0.5, 0.75), 1e-15);
        assertThat(cost.value(theta)).isCloseTo((Math.log(2) + Math.log(4 / 3.0)) / 2, within(1e-15));
        assertThat(cost.gradient(theta)).isWithin(Tensor.of(new double[][] {{0.125}, {0}}), 1e-15);
    }

    /** Lecture 2: the cost is the negative logarithm of the product of the probabilities of what was seen, over n; it is not below 0. */
    @Property(seed = "2026", tries = 50)
    void the_cost_is_the_likelihood_in_logarithms(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 7, 3);
        Tensor theta = theta(x, seed + 1);

        double cost = LogisticRegression.cost(x, LABELS).value(theta);

        double likelihood = 1;
        double[] p = new LogisticRegression(theta).probabilities(x).toArray();
        for (int n = 0; n < p.length; n++) {
            likelihood *= LABELS.get(n) == 1 ? p[n] : 1 - p[n];
        }
        assertThat(cost).isNotNegative().isCloseTo(-Math.log(likelihood) / 7, within(1e-12));
    }

    @Property(seed = "2026", tries = 30)
    void the_gradient_is_that_of_the_lecture_and_of_differences(@ForAll long seed, @ForAll Values values) {
        Tensor x = Values.NORMAL.draw(seed, 7, 3);
        Tensor theta = values == Values.LARGE ? Values.TINY.draw(seed, 4, 1) : values.draw(seed + 1, 4, 1);
        LinearCost<Tensor> cost = LogisticRegression.cost(x, LABELS);

        Tensor gradient = cost.gradient(theta);

        Tensor wrong = new LogisticRegression(theta).probabilities(x).minus(Tensor.of(1, 0, 0, 1, 0, 1, 1));
        Tensor design = Tensor.concat(1, Tensor.ones(7, 1), x);
        assertThat(gradient).isWithin(design.transposedMatmul(wrong.expand(1)).divide(7), 1e-14);
        Slopes.holds("dtheta", gradient, Slopes.of(cost::value, theta));
    }

    /** Forward mode: y ln p + (1 - y) ln (1 - p) along a direction. */
    @Property(seed = "2026", tries = 30)
    void the_gradient_agrees_with_dual_numbers(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 7, 3);
        Dual theta = SecondOpinion.directed(theta(x, seed + 1), seed + 2);
        Dual design = Dual.constant(Tensor.concat(1, Tensor.ones(7, 1), x));
        Dual y = Dual.constant(Tensor.of(1, 0, 0, 1, 0, 1, 1).expand(1));

        Dual p = design.matmul(theta).sigmoid();
        Dual yes = y.times(p.log());
        Dual no = y.negate().plus(1).times(p.negate().plus(1).log());
        double along = yes.plus(no).tangent().sum() / -7;

        Tensor gradient = LogisticRegression.cost(x, LABELS).gradient(theta.value());
        assertThat(gradient.dot(theta.tangent()))
                .isCloseTo(along, within(1e-12 * (1 + x.abs().max())));
    }

    /** With which scores are about 1, so that no probability is rounded to 0 or 1. */
    private static Tensor theta(Tensor x, long seed) {
        return Values.NORMAL.draw(seed, 4, 1).divide(1 + x.abs().max());
    }

    /** Of 4 samples at 0, 3 say yes; of 4 at 1, one does: σ(θ₀) = 3/4 and σ(θ₀ + θ₁) = 1/4. */
    @Test
    void fits_the_shares_of_two_groups() {
        Tensor x = Tensor.of(0, 0, 0, 0, 1, 1, 1, 1).expand(1);
        IntTensor labels = IntTensor.of(1, 1, 0, 1, 0, 0, 1, 0);

        Fit<LogisticRegression> fit = LogisticRegression.fit(x, labels, descent(2, 5000));

        assertThat(fit.minimum().converged()).isTrue();
        assertThat(fit.model().theta()).isWithin(Tensor.of(new double[][] {{Math.log(3)}, {-2 * Math.log(3)}}), 1e-8);
        assertThat(fit.model().predict(x)).isEqualTo(IntTensor.of(1, 1, 1, 1, 0, 0, 0, 0));
        assertThat(fit.model().theta()).hasEntriesOf(fit.minimum().x());
    }

    /** Where 0 parts the labels there is no best theta: it grows as long as it may, the cost falls, and every answer is right. */
    @Test
    void separable_labels_use_up_all_steps() {
        Tensor x = Tensor.of(-2, -1, 1, 3).expand(1);
        IntTensor labels = IntTensor.of(0, 0, 1, 1);

        Fit<LogisticRegression> shorter = LogisticRegression.fit(x, labels, descent(1, 100));
        Fit<LogisticRegression> longer = LogisticRegression.fit(x, labels, descent(1, 1000));

        assertThat(longer.minimum().ending()).isEqualTo(Ending.OUT_OF_STEPS);
        assertThat(longer.minimum().value())
                .isPositive()
                .isLessThan(shorter.minimum().value());
        assertThat(longer.model().theta().get(1, 0))
                .isGreaterThan(shorter.model().theta().get(1, 0) + 1);
        assertThat(longer.model().predict(x)).isEqualTo(labels);
    }

    /** The best p for XOR is 1/2 everywhere: θ = 0. */
    @Test
    void cannot_learn_xor() {
        Tensor x = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});

        Fit<LogisticRegression> fit = LogisticRegression.fit(x, IntTensor.of(0, 1, 1, 0), descent(1, 1000));

        assertThat(fit.model().theta()).isWithin(Tensor.zeros(3, 1), 1e-9);
        assertThat(fit.minimum().value()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void answers_no_where_both_are_equally_likely() {
        LogisticRegression model = new LogisticRegression(Tensor.of(new double[][] {{0}, {1}}));

        assertThat(model.predict(Tensor.of(-1e-9, 0, 1e-9).expand(1))).isEqualTo(IntTensor.of(0, 0, 1));
    }

    @Test
    void is_right_far_out() {
        LogisticRegression model = new LogisticRegression(Tensor.of(new double[][] {{0}, {1000}}));
        Tensor x = Tensor.of(-1, 1).expand(1);
        LinearCost<Tensor> wrong = LogisticRegression.cost(x, IntTensor.of(1, 0));

        assertThat(model.probabilities(x)).hasEntriesOf(Tensor.of(0, 1));
        assertThat(wrong.value(model.theta())).isEqualTo(1000);
        assertThat(wrong.gradient(model.theta())).hasEntriesOf(Tensor.of(new double[][] {{0}, {1}}));
    }

    @Test
    void answers_nothing_for_nothing() {
        LogisticRegression model = new LogisticRegression(Tensor.zeros(3, 1));

        assertThat(model.probabilities(Tensor.zeros(0, 2))).hasEntriesOf(Tensor.zeros(0));
        assertThat(model.predict(Tensor.zeros(0, 2))).isEqualTo(IntTensor.of());
    }

    @Test
    void refuses_what_does_not_fit() {
        assertThatThrownBy(() -> new LogisticRegression(Tensor.zeros(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LogisticRegression: theta: expected shape (any, 1) but got (3, 2).");
        assertThatThrownBy(() -> new LogisticRegression(Tensor.zeros(3, 1)).predict(Tensor.zeros(5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LogisticRegression: x: expected shape (any, 2) but got (5, 3).");
        assertThatThrownBy(() -> LogisticRegression.fit(Tensor.zeros(2, 1), IntTensor.of(0, 2), descent(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LogisticRegression.fit: labels: expected numbers from 0 to 1 but got 2.");
        assertThatThrownBy(() -> LogisticRegression.fit(Tensor.zeros(2, 1), IntTensor.of(-1, 0), descent(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LogisticRegression.fit: labels: expected numbers from 0 to 1 but got -1.");
        assertThatThrownBy(() -> LogisticRegression.fit(Tensor.zeros(2, 1), IntTensor.of(0), descent(1, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LogisticRegression.fit: labels: expected shape (2) but got (1).");
        assertThatThrownBy(() -> LogisticRegression.fit(Tensor.zeros(0, 1), IntTensor.of(), descent(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LogisticRegression.fit: x: expected a sample or more but got none.");
    }
}
