package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Sigmoid;
import gradus.reference.dense.Affine;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeanSquaredErrorTest {
    /** The exam of August 2022, problem 6: y = (2, 0) against (1, 1), the mean over the two outputs. */
    @Test
    void works_out_the_exam_problem() {
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_ALL);

        assertThat(loss.forward(Tensor.of(new double[][] {{2, 0}}), Tensor.of(new double[][] {{1, 1}})))
                .isEqualTo(1);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{1, -1}}));
    }

    /** The mock exam of 2020, III: o = (0, -1.5) against t = (1, 0.5), the mean over the two outputs. */
    @Test
    void works_out_the_mock_exam() {
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_ALL);

        assertThat(loss.forward(Tensor.of(new double[][] {{0, -1.5}}), Tensor.of(new double[][] {{1, 0.5}})))
                .isEqualTo(2.5);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{-1, -2}}));
    }

    /** The note on matrix derivatives, 4.2: L = Σ (xw)² with x = ((0, 1), (2, 3)) and w all ones. */
    @Test
    void works_out_the_matrix_derivatives_of_the_note() {
        MeanSquaredError loss = new MeanSquaredError(Reduction.SUM);
        Affine layer = new Affine(2, 2);
        layer.parameters().get(0).set(Tensor.ones(2, 2));
        Tensor y = layer.forward(Tensor.of(new double[][] {{0, 1}, {2, 3}}));

        assertThat(loss.forward(y, Tensor.zeros(2, 2))).isEqualTo(52);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{2, 2}, {10, 10}}));
        assertThat(layer.backward(loss.backward())).hasEntriesOf(Tensor.of(new double[][] {{4, 4}, {20, 20}}));
        assertThat(layer.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(new double[][] {{20, 20}, {32, 32}}));
    }

    /** CS182: half the squared error of a sigmoid unit, w = 0.5, x = 2, b = -1, t = 1. */
    @Test
    void works_out_half_the_squared_error_of_a_unit() {
        MeanSquaredError loss = new MeanSquaredError(Reduction.HALF_SUM);
        Affine unit = new Affine(1, 1);
        unit.parameters().get(0).set(Tensor.of(new double[][] {{0.5}}));
        unit.parameters().get(1).set(Tensor.of(-1));
        Sigmoid sigmoid = new Sigmoid();
        Tensor y = sigmoid.forward(unit.forward(Tensor.of(new double[][] {{2}})));

        assertThat(loss.forward(y, Tensor.ones(1, 1))).isEqualTo(0.125);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{-0.5}}));
        Tensor ds = sigmoid.backward(loss.backward());
        assertThat(ds).hasEntriesOf(Tensor.of(new double[][] {{-0.125}}));
        unit.backward(ds);
        assertThat(unit.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(new double[][] {{-0.25}}));
        assertThat(unit.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(-0.125));
    }

    /** Differences 1, 2, 3, 4, 5, 6 in two samples: the squares sum to 91. */
    @ParameterizedTest
    @CsvSource({
        "SUM, 91, 2",
        "HALF_SUM, 45.5, 1",
        "MEAN_BATCH, 45.5, 1",
        "MEAN_ALL, 15.166666666666666, 0.3333333333333333"
    })
    void reductions_differ_by_a_factor(Reduction reduction, double expected, double slope) {
        MeanSquaredError loss = new MeanSquaredError(reduction);
        Tensor prediction = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

        assertThat(loss.forward(prediction, Tensor.zeros(2, 3))).isCloseTo(expected, within(1e-14));
        assertThat(loss.backward()).isCloseTo(prediction.times(slope), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void gradient_and_difference_meet_in_twice_the_loss(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Reduction reduction) {
        MeanSquaredError loss = new MeanSquaredError(reduction);
        Tensor prediction = values.draw(seed, dims.n(), dims.d());
        Tensor target = values.draw(seed + 1, dims.n(), dims.d());

        double value = loss.forward(prediction, target);

        double met = loss.backward().dot(prediction.minus(target));
        assertThat(met).isCloseTo(2 * value, within(1e-14 * value));
    }

    @Property(seed = "2026", tries = 50)
    void prediction_and_target_may_change_places(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_BATCH);
        Tensor prediction = values.draw(seed, dims.n(), dims.d());
        Tensor target = values.draw(seed + 1, dims.n(), dims.d());

        double there = loss.forward(prediction, target);

        assertThat(loss.forward(target, prediction)).isEqualTo(there);
    }

    @ParameterizedTest
    @EnumSource
    void arguments_are_only_read_and_backward_repeats(Reduction reduction) {
        MeanSquaredError loss = new MeanSquaredError(reduction);
        Tensor prediction = Values.NORMAL.draw(1, 5, 3);
        Tensor target = Values.NORMAL.draw(2, 5, 3);

        loss.forward(Tensor.zeros(2, 7), Tensor.ones(2, 7));
        loss.forward(prediction, target);
        Tensor first = loss.backward();

        assertThat(loss.backward()).hasEntriesOf(first);
        assertThat(prediction).hasEntriesOf(Values.NORMAL.draw(1, 5, 3));
        assertThat(target).hasEntriesOf(Values.NORMAL.draw(2, 5, 3));
    }

    @ParameterizedTest
    @CsvSource({"SUM, 0", "HALF_SUM, 0", "MEAN_BATCH, NaN", "MEAN_ALL, NaN"})
    void an_empty_batch_has_a_sum_but_no_mean(Reduction reduction, Double expected) {
        MeanSquaredError loss = new MeanSquaredError(reduction);

        assertThat(loss.forward(Tensor.zeros(0, 3), Tensor.zeros(0, 3))).isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    /** The form 1/(2 N) of the squares' sum: that of the differences 1 to 6 in two samples is 91 / 4. */
    @Test
    void half_the_mean_over_samples_has_the_residuals_over_n_as_its_gradient() {
        Weighted<Tensor> loss = new Weighted<>(0.5, new MeanSquaredError(Reduction.MEAN_BATCH));
        Tensor prediction = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

        assertThat(loss.forward(prediction, Tensor.zeros(2, 3))).isEqualTo(22.75);
        assertThat(loss.backward()).hasEntriesOf(prediction.divide(2));
    }

    @Test
    void with_a_weight_batches_still_count_as_they_do_without() {
        Tensor target = Tensor.zeros(7, 3);

        assertThat(new Weighted<>(0.5, new MeanSquaredError(Reduction.SUM)).weight(7, target))
                .isEqualTo(1);
        assertThat(new Weighted<>(0.5, new MeanSquaredError(Reduction.MEAN_BATCH)).weight(7, target))
                .isEqualTo(7);
    }

    @Test
    void a_single_number_has_no_samples_to_average_over() {
        Tensor number = Tensor.zeros(Shape.of());

        for (Map.Entry<String, Loss<Tensor>> each : Map.of(
                        "MeanSquaredError.forward: prediction", new MeanSquaredError(Reduction.MEAN_BATCH),
                        "MeanAbsoluteError.forward: prediction", new MeanAbsoluteError(Reduction.MEAN_BATCH),
                        "Huber.forward: prediction", new Huber(1, Reduction.MEAN_BATCH),
                        "BinaryCrossEntropy.forward: p", new BinaryCrossEntropy(Reduction.MEAN_BATCH),
                        "SigmoidCrossEntropy.forward: s", new SigmoidCrossEntropy(Reduction.MEAN_BATCH))
                .entrySet()) {
            assertThatThrownBy(() -> each.getValue().forward(number, number))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage(each.getKey() + ": expected samples along axis 0 but got a single number.");
        }
        MeanSquaredError all = new MeanSquaredError(Reduction.MEAN_ALL);
        assertThat(all.forward(number.plus(3), number)).isEqualTo(9);
        assertThat(all.backward()).hasEntriesOf(number.plus(6));
    }

    @Test
    void refuses_a_target_that_would_have_to_be_repeated() {
        MeanSquaredError loss = new MeanSquaredError(Reduction.SUM);

        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MeanSquaredError.forward: target: expected shape (5, 3) but got (5, 1).");
    }
}
