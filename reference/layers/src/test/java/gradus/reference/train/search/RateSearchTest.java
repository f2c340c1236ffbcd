package gradus.reference.train.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.dense.Affine;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.loss.WeightedSoftmaxCrossEntropy;
import gradus.reference.optim.GradientDescent;
import gradus.reference.train.Trainer;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.reference.train.search.RateSearch.Outcome;
import gradus.tensor.IntTensor;
import gradus.tensor.Optimizer;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RateSearchTest {
    /** x = ±1 and y = 3 x: the loss 9 falls by the factor (1 - 2 rate)² an iteration. */
    private static final Samples<Tensor> LINE =
            Samples.of(Tensor.of(new double[][] {{-1}, {1}}), Tensor.of(new double[][] {{-3}, {3}}));

    private static Trainer<Tensor> trainer() {
        return new Trainer<>(new Affine(1, 1), new MeanSquaredError(Reduction.MEAN_BATCH), GradientDescent::new);
    }

    @Test
    void orders_rates_by_what_they_bring_and_puts_the_diverged_last() {
        RateSearch search = new RateSearch(List.of(1e200, 0.1, 0.01, 1.5, 0.4), 3, new Batches(2));

        List<Outcome> outcomes = search.run(RateSearchTest::trainer, LINE, new Seed(1));

        assertThat(outcomes.stream().map(Outcome::rate)).containsExactly(0.4, 0.1, 0.01, 1.5, 1e200);
        assertThat(outcomes).allSatisfy(o -> assertThat(o.first()).isEqualTo(9));
        assertThat(outcomes.get(1).last()).isCloseTo(9 * Math.pow(0.8, 6), within(1e-14));
        assertThat(outcomes.get(1).drop()).isCloseTo(Math.pow(0.8, -6), within(1e-13));
        assertThat(outcomes.get(3).last()).isCloseTo(9 * Math.pow(2, 6), within(1e-11));
        assertThat(outcomes.get(4).last()).isNaN();
    }

    @Test
    void refuses_to_train_on_nothing() {
        RateSearch search = RateSearch.usual(new Batches(2));

        assertThatThrownBy(() -> search.run(RateSearchTest::trainer, LINE.slice(0, 0), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "RateSearch.run: training: expected at least one sample that counts for the loss but got none.");
    }

    /** Lecture 6: within 100 iterations the loss must drop; the rates are 1e-1 to 1e-4. */
    @Test
    void the_recipe_of_the_lecture() {
        RateSearch search = RateSearch.usual(new Batches(2));

        assertThat(search.rates()).containsExactly(1e-1, 1e-2, 1e-3, 1e-4);
        assertThat(search.iterations()).isEqualTo(100);
        List<Outcome> outcomes = search.run(RateSearchTest::trainer, LINE, new Seed(1));
        assertThat(outcomes.get(0).rate()).isEqualTo(0.1);
        assertThat(outcomes.get(0).drop()).isGreaterThan(1e9);
        assertThat(outcomes.get(3).drop()).isLessThan(1.1);
    }

    /** The last epoch is cut off: 3 iterations of single samples are 3 steps for 2 parameters. */
    @Test
    void takes_exactly_so_many_iterations() {
        List<Double> steps = new ArrayList<>();
        Optimizer counting = (theta, gradient, rate) -> {
            steps.add(rate);
            return theta.copy();
        };

        new RateSearch(List.of(0.5), 3, new Batches(1))
                .run(
                        () -> new Trainer<>(new Affine(1, 1), new MeanSquaredError(Reduction.SUM), () -> counting),
                        LINE,
                        new Seed(1));

        assertThat(steps).hasSize(6).containsOnly(0.5);
    }

    /** The first step is too long, and nothing was lost before it. */
    @Test
    void a_last_loss_that_is_infinite_has_diverged() {
        List<Outcome> outcomes =
                new RateSearch(List.of(1e200), 1, new Batches(2)).run(RateSearchTest::trainer, LINE, new Seed(1));

        assertThat(outcomes.get(0).last()).isNaN();
        assertThat(outcomes.get(0).drop()).isNaN();
    }

    @Test
    void there_is_something_to_try() {
        assertThatThrownBy(() -> new RateSearch(List.of(), 1, new Batches(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RateSearch: expected at least one rate and one iteration but got [] and 1.");
        assertThatThrownBy(() -> new RateSearch(List.of(0.1), 0, new Batches(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RateSearch: expected at least one rate and one iteration but got [0.1] and 0.");
    }

    /** One of two samples counts: of the batches of one, every other is passed over. Each step widens the lead of the right logit by 2 p(wrong). */
    @Test
    void passes_over_batches_of_which_nothing_counts() {
        Supplier<Trainer<IntTensor>> trainer = () -> new Trainer<>(
                new Affine(1, 2), new WeightedSoftmaxCrossEntropy(Tensor.ones(2), -1, 0), GradientDescent::new);
        Samples<IntTensor> half = Samples.of(Tensor.ones(2, 1), IntTensor.of(-1, 0));
        RateSearch search = new RateSearch(List.of(0.5), 3, new Batches(1));

        double lead = 0;
        for (int i = 0; i < 3; i++) {
            lead += 2 / (1 + Math.exp(lead));
        }

        assertThat(search.run(trainer, half, new Seed(1)).get(0).last())
                .isCloseTo(Math.log1p(Math.exp(-lead)), within(1e-14));
        assertThatThrownBy(() -> search.run(trainer, half.slice(0, 1), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "RateSearch.run: training: expected at least one sample that counts for the loss but got none.");
    }
}
