package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchNormTest {
    private static final Tensor COLUMN = Tensor.of(new double[][] {{1}, {2}, {3}, {4}});

    /** Lecture 8: x̂ = (x - E[x]) / √Var[x], here of 1, 2, 3, 4; the biased variance is 5/4. */
    @Test
    void works_out_the_formula_of_the_lecture() {
        Tensor y = new BatchNorm(1, 0.9, 0).forward(COLUMN);

        assertThat(y).isWithin(Tensor.of(new double[][] {{-1.3416}, {-0.4472}, {0.4472}, {1.3416}}), 5e-5);
        assertThat(y).isWithin(COLUMN.minus(2.5).divide(Math.sqrt(1.25)), 1e-15);
    }

    /** Lecture 8: γ = √Var[x] and β = E[x] undo it. */
    @Test
    void can_be_undone_by_its_parameters() {
        BatchNorm layer = new BatchNorm(1, 0.9, 0);
        layer.parameters().get(0).set(Tensor.of(Math.sqrt(1.25)));
        layer.parameters().get(1).set(Tensor.of(2.5));

        assertThat(layer.forward(COLUMN)).isWithin(COLUMN, 1e-15);
    }

    /** x̂ = ±1/√(1 + 3) with the deviation 1 and eps = 3; the backward formula by hand. */
    @Test
    void works_out_two_samples_by_hand() {
        BatchNorm layer = new BatchNorm(1, 0.9, 3);
        layer.parameters().get(0).set(Tensor.of(2));
        layer.parameters().get(1).set(Tensor.of(5));

        Tensor y = layer.forward(Tensor.of(new double[][] {{6}, {8}}));
        Tensor dx = layer.backward(Tensor.of(new double[][] {{8}, {0}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{4}, {6}}));
        // g = (16, 0), its mean 8, mean(g x̂) = -4: (16 - 8 - 2, 0 - 8 + 2) / 2
        assertThat(dx).hasEntriesOf(Tensor.of(new double[][] {{3}, {-3}}));
        assertThat(layer.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(-4));
        assertThat(layer.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(8));
    }

    /** Lecture 8: running = β_m · running + (1 - β_m) · batch, with the batch's mean 2 and biased variance 4. */
    @Test
    void lets_the_statistics_run() {
        BatchNorm layer = new BatchNorm(1, 0.9, 1e-5);
        Running running = Running.of(layer);

        layer.forward(Tensor.of(new double[][] {{0}, {4}}));
        assertThat(running.mean()).isWithin(Tensor.of(0.2), 1e-15);
        assertThat(running.variance()).isWithin(Tensor.of(1.3), 1e-15);

        layer.forward(Tensor.of(new double[][] {{0}, {4}}));
        assertThat(running.mean()).isWithin(Tensor.of(0.38), 1e-15);
        assertThat(running.variance()).isWithin(Tensor.of(1.57), 1e-15);

        layer.mode(Mode.EVAL);
        assertThat(layer.forward(Tensor.of(new double[][] {{1.38}})))
                .isWithin(Tensor.of(new double[][] {{1 / Math.sqrt(1.57 + 1e-5)}}), 1e-15);
    }

    @Test
    void a_momentum_of_one_keeps_the_old_and_of_zero_takes_the_new() {
        BatchNorm old = new BatchNorm(1, 1, 0);
        BatchNorm last = new BatchNorm(1, 0, 0);

        old.forward(COLUMN);
        last.forward(COLUMN);

        assertThat(Running.of(old).mean()).hasEntriesOf(Tensor.of(0));
        assertThat(Running.of(old).variance()).hasEntriesOf(Tensor.of(1));
        assertThat(Running.of(last).mean()).hasEntriesOf(Tensor.of(2.5));
        assertThat(Running.of(last).variance()).hasEntriesOf(Tensor.of(1.25));
    }

    @Test
    void in_use_is_affine_by_the_running_statistics_and_leaves_no_trace() {
        BatchNorm layer = new BatchNorm(2, 0.9, 5);
        Running.of(layer).mean().assign(Tensor.of(1, 2));
        Running.of(layer).variance().assign(Tensor.of(4, 11));
        layer.parameters().get(0).set(Tensor.of(6, 8));
        layer.parameters().get(1).set(Tensor.of(10, 20));
        layer.mode(Mode.EVAL);

        Tensor y = layer.forward(Tensor.of(new double[][] {{4, 6}}));
        Tensor dx = layer.backward(Tensor.of(new double[][] {{1, 3}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{16, 28}}));
        assertThat(dx).hasEntriesOf(Tensor.of(new double[][] {{2, 6}}));
        assertThat(layer.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(1, 3));
        assertThat(Running.of(layer).mean()).hasEntriesOf(Tensor.of(1, 2));
        assertThat(Running.of(layer).variance()).hasEntriesOf(Tensor.of(4, 11));
    }

    @Test
    void backward_is_that_of_the_last_forward_whatever_the_mode_is_now() {
        BatchNorm layer = new BatchNorm(1, 0.9, 3);
        layer.forward(Tensor.of(new double[][] {{6}, {8}}));
        layer.mode(Mode.EVAL);

        assertThat(layer.backward(Tensor.of(new double[][] {{4}, {0}}))).hasEntriesOf(Tensor.of(new double[][] {
            {0.75}, {-0.75}
        }));
    }

    @Test
    void can_go_back_to_training() {
        BatchNorm layer = new BatchNorm(1, 0.9, 0);
        layer.mode(Mode.EVAL);
        assertThat(layer.forward(COLUMN)).hasEntriesOf(COLUMN);
        layer.mode(Mode.TRAIN);
        assertThat(layer.forward(COLUMN).mean(0)).isWithin(Tensor.of(0), 1e-15);
    }

    /** The summary: a bias before batch norm is taken away with the mean. */
    @Test
    void a_bias_before_it_has_gradient_zero() {
        Affine affine = new Affine(7, 3);
        BatchNorm norm = new BatchNorm(3, 0.9, 1e-5);
        affine.parameters().get(0).set(Values.NORMAL.draw(1, 7, 3));
        norm.forward(affine.forward(Values.NORMAL.draw(2, 5, 7)));

        affine.backward(norm.backward(Values.NORMAL.draw(3, 5, 3)));

        assertThat(affine.parameters().get(1).gradient()).isWithin(Tensor.zeros(3), 1e-14);
    }

    @Test
    void a_constant_feature_becomes_beta_and_gets_no_gradient() {
        BatchNorm layer = new BatchNorm(1, 0.9, 1e-5);
        layer.parameters().get(1).set(Tensor.of(5));

        assertThat(layer.forward(Tensor.full(COLUMN.shape(), 1000))).hasEntriesOf(Tensor.full(COLUMN.shape(), 5));
        assertThat(layer.backward(Tensor.ones(4, 1))).hasEntriesOf(Tensor.zeros(4, 1));
    }

    @Test
    void one_sample_becomes_beta_and_gets_no_gradient() {
        BatchNorm layer = new BatchNorm(2, 0.5, 1e-5);
        layer.parameters().get(1).set(Tensor.of(5, -3));

        assertThat(layer.forward(Tensor.of(new double[][] {{8, 9}}))).hasEntriesOf(Tensor.of(new double[][] {{5, -3}}));
        assertThat(layer.backward(Tensor.of(new double[][] {{2, 7}}))).hasEntriesOf(Tensor.zeros(1, 2));
        assertThat(Running.of(layer).mean()).hasEntriesOf(Tensor.of(4, 4.5));
        assertThat(Running.of(layer).variance()).hasEntriesOf(Tensor.of(0.5, 0.5));
    }

    @Test
    void an_empty_batch_leaves_the_running_statistics_alone() {
        BatchNorm layer = new BatchNorm(2, 0.9, 1e-5);

        layer.forward(Tensor.zeros(0, 2));

        assertThat(Running.of(layer).mean()).hasEntriesOf(Tensor.zeros(2));
        assertThat(Running.of(layer).variance()).hasEntriesOf(Tensor.ones(2));
    }

    @Test
    void is_right_far_out() {
        BatchNorm layer = new BatchNorm(1, 0.9, 0);
        Tensor plain = layer.forward(COLUMN);

        assertThat(layer.forward(COLUMN.plus(1e9))).isWithin(plain, 1e-14);
        assertThat(layer.forward(Tensor.of(new double[][] {{1000}, {-1000}}))).hasEntriesOf(Tensor.of(new double[][] {
            {1}, {-1}
        }));
    }

    /** γ and β for each unit; the endterm of July 2021, 2.13, prints 2 for the whole layer. */
    @Test
    void learns_two_numbers_a_feature_and_runs_two() {
        BatchNorm layer = new BatchNorm(7, 0.9, 1e-5);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("gamma", "beta");
        assertThat(layer.parameters().get(0).value()).hasEntriesOf(Tensor.ones(7));
        assertThat(layer.parameters().get(1).value()).hasEntriesOf(Tensor.zeros(7));
        assertThat(layer.state()).containsOnlyKeys("runningMean", "runningVar");
        assertThat(Running.of(layer).mean()).hasEntriesOf(Tensor.zeros(7));
        assertThat(Running.of(layer).variance()).hasEntriesOf(Tensor.ones(7));
    }

    @Test
    void refuses_other_features() {
        assertThatThrownBy(() -> new BatchNorm(7, 0.9, 1e-5).forward(Tensor.zeros(7, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("BatchNorm.forward: x: expected shape (any, 7) but got (7, 5). Is it transposed?");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refuses_a_momentum_that_is_no_share(double momentum) {
        assertThatThrownBy(() -> new BatchNorm(7, momentum, 1e-5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BatchNorm: momentum: expected a share from 0 to 1 but got " + momentum + ".");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-5, Double.NaN})
    void refuses_an_eps_below_zero(double eps) {
        assertThatThrownBy(() -> new BatchNorm(7, 0.9, eps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BatchNorm: eps: expected a number of 0 or more but got " + eps + ".");
    }
}
