package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.activation.Relu;
import gradus.reference.norm.MonteCarlo.Prediction;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonteCarloTest {
    private static final Seed SEED = new Seed(42);

    /** Three passes of one number, of which the coins say what comes out. */
    @Test
    void gives_mean_and_deviation_over_the_passes() {
        Tensor x = Values.NORMAL.draw(1, 2, 3);
        Tensor first = new Dropout(0.5, SEED).forward(x);
        Tensor second = new Dropout(0.5, SEED.next()).forward(x);
        Tensor third = new Dropout(0.5, SEED.next().next()).forward(x);
        Tensor mean = first.plus(second).plus(third).divide(3);
        Tensor squares = first.minus(mean).square().plus(second.minus(mean).square());

        Prediction prediction = new MonteCarlo(new Dropout(0.5, SEED), 3).predict(x);

        assertThat(prediction.mean()).isWithin(mean, 1e-15);
        assertThat(prediction.deviation())
                .isWithin(squares.plus(third.minus(mean).square()).divide(3).sqrt(), 1e-15);
    }

    /** The deviation of one entry is √(p / (1 - p)) |x|; that of a mean of T is √T smaller. */
    @Test
    void many_passes_find_the_mean_and_the_deviation_of_dropout() {
        int passes = 10_000;
        Prediction prediction = new MonteCarlo(new Dropout(0.2, SEED), passes).predict(Tensor.of(1, -3));

        assertThat(prediction.mean()).isWithin(Tensor.of(1, -3), 4 * 3 * 0.5 / Math.sqrt(passes));
        assertThat(prediction.deviation()).isWithin(Tensor.of(0.5, 1.5), 0.03);
    }

    @Test
    void switches_dropout_on_for_the_passes_and_off_afterwards() {
        Dropout dropout = new Dropout(0.5, SEED);
        dropout.mode(Mode.EVAL);
        Tensor x = Tensor.ones(31);

        assertThat(new MonteCarlo(dropout, 25).predict(x).deviation().min()).isGreaterThan(0);
        assertThat(dropout.forward(x)).hasEntriesOf(x);
    }

    @Test
    void a_single_pass_does_not_differ_from_itself() {
        Prediction prediction = new MonteCarlo(new Dropout(0.5, SEED), 1).predict(Tensor.ones(5, 7));

        assertThat(prediction.mean()).hasEntriesOf(new Dropout(0.5, SEED).forward(Tensor.ones(5, 7)));
        assertThat(prediction.deviation()).hasEntriesOf(Tensor.zeros(5, 7));
    }

    @Test
    void without_dropout_nothing_deviates() {
        Tensor x = Values.INTEGERS.draw(1, 5, 7);
        Prediction prediction = new MonteCarlo(new Relu(), 25).predict(x);

        assertThat(prediction.mean()).hasEntriesOf(x.maximum(0));
        assertThat(prediction.deviation()).hasEntriesOf(Tensor.zeros(5, 7));
    }

    /** The larger p, the less sure. */
    @Test
    void more_dropout_deviates_more() {
        double low = new MonteCarlo(new Dropout(0.1, SEED), 100)
                .predict(Tensor.ones(31))
                .deviation()
                .mean();
        double high = new MonteCarlo(new Dropout(0.2, SEED), 100)
                .predict(Tensor.ones(31))
                .deviation()
                .mean();

        assertThat(low).isCloseTo(Math.sqrt(0.1 / 0.9), within(0.03));
        assertThat(high).isCloseTo(Math.sqrt(0.2 / 0.8), within(0.03));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void refuses_no_passes(int passes) {
        assertThatThrownBy(() -> new MonteCarlo(new Relu(), passes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MonteCarlo: passes: expected 1 or more but got " + passes + ".");
    }

    @Test
    void refuses_running_statistics() {
        assertThatThrownBy(() -> new MonteCarlo(new BatchNorm(3, 0.9, 1e-5), 25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MonteCarlo: layer: expected one without running statistics but got"
                        + " [runningMean, runningVar]. Let x pass them first, in use mode.");
    }
}
