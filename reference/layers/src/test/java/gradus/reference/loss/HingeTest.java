package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HingeTest {
    private static final IntTensor LABELS = IntTensor.of(2, 0, 6, 3, 3);

    private final Hinge loss = new Hinge();

    /** Lecture 7: the scores of cat, chair and car for three pictures, and the loss of each. */
    @ParameterizedTest
    @CsvSource({"3.2, 5.1, -1.7, 0, 2.9", "1.3, 4.9, 2.0, 1, 0", "2.2, 2.5, -3.1, 2, 12.9"})
    void works_out_the_pictures_of_the_lecture(double cat, double chair, double car, int label, double printed) {
        Tensor scores = Tensor.of(new double[][] {{cat, chair, car}});

        assertThat(loss.forward(scores, IntTensor.of(label))).isCloseTo(printed, within(1e-14));
    }

    /** Their mean is printed as 5.3. */
    @Test
    void is_the_mean_over_the_pictures() {
        Tensor scores = Tensor.of(new double[][] {{3.2, 5.1, -1.7}, {1.3, 4.9, 2.0}, {2.2, 2.5, -3.1}});

        double[] printed = {2.9, 0, 12.9};
        for (int n = 0; n < 3; n++) {
            assertThat(loss.forward(scores.slice(0, n, n + 1), IntTensor.of(n))).isCloseTo(printed[n], within(1e-14));
        }
        assertThat(loss.forward(scores, IntTensor.of(0, 1, 2))).isCloseTo(15.8 / 3, within(1e-14));
        assertThat(loss.backward())
                .isWithin(
                        Tensor.of(new double[][] {{-1, 1, 0}, {0, 0, 0}, {1, 1, -2}})
                                .divide(3),
                        1e-16);
    }

    /** Lecture 7: where the hinge is content, cross-entropy still wants more. */
    @ParameterizedTest
    @CsvSource({"-3, 2, 0, 0.048907", "10, 10, 12, 5.696510", "-20, -20, 0, 2.7776e-11"})
    void saturates_where_cross_entropy_does_not(double second, double third, double hinge, double crossEntropy) {
        Tensor scores = Tensor.of(new double[][] {{5, second, third}});

        assertThat(loss.forward(scores, IntTensor.of(0))).isEqualTo(hinge);
        assertThat(new SoftmaxCrossEntropy().forward(scores, IntTensor.of(0)))
                .isCloseTo(crossEntropy, within(1e-5 * crossEntropy));
    }

    /** The right answer is not enough: a lead of 0.5 costs 0.5. */
    @ParameterizedTest
    @CsvSource({"4.5, 0.5, 1", "3.9, 0, 0", "5, 1, 1", "6, 2, 1"})
    void asks_for_a_lead_of_the_whole_margin(double rival, double expected, double slope) {
        assertThat(loss.forward(Tensor.of(new double[][] {{5, rival}}), IntTensor.of(0)))
                .isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{-slope, slope}}));
    }

    @Test
    void the_slope_at_the_kink_is_zero() {
        assertThat(loss.forward(Tensor.of(new double[][] {{5, 4}}), IntTensor.of(0)))
                .isZero();
        assertThat(loss.backward()).hasEntriesOf(Tensor.zeros(1, 2));
    }

    @Property(seed = "2026", tries = 50)
    void equal_scores_cost_one_for_every_rival(@ForAll long seed, @ForAll Values values) {
        Tensor equal = Tensor.zeros(5, 7).plus(values.draw(seed, 5, 1));

        assertThat(loss.forward(equal, LABELS)).isEqualTo(6);
    }

    @Property(seed = "2026", tries = 50)
    void is_the_sum_over_rivals_written_out(@ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, 5, 7);
        double expected = 0;
        for (int n = 0; n < 5; n++) {
            for (int k = 0; k < 7; k++) {
                if (k != LABELS.get(n)) {
                    expected += Math.max(0, scores.get(n, k) - scores.get(n, LABELS.get(n)) + 1);
                }
            }
        }

        assertThat(loss.forward(scores, LABELS)).isCloseTo(expected / 5, within(1e-13 * expected));
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll long seed) {
        Tensor scores = Values.INTEGERS.draw(seed, 5, 7).plus(Tensor.of(0, 0.25, 0.5, 0.75, 0, 0.25, 0.5));
        double expected = loss.forward(scores, LABELS);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(scores.plus(Values.INTEGERS.draw(seed + 1, 5, 1)), LABELS))
                .isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(gradient);
    }

    @Property(seed = "2026", tries = 50)
    void the_right_class_is_pushed_up_once_for_each_rival_pushed_down(@ForAll long seed, @ForAll Values values) {
        loss.forward(values.draw(seed, 5, 7), LABELS);

        Tensor gradient = loss.backward();

        assertThat(gradient.sum(1)).isWithin(Tensor.zeros(5), 1e-15);
        assertThat(gradient.pick(LABELS)).isWithin(gradient.greater(0).sum(1).divide(-5), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void labels_may_be_renamed_with_their_columns(@ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, 5, 7);
        double expected = loss.forward(scores, LABELS);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(scores.flip(1), IntTensor.of(4, 6, 0, 3, 3)))
                .isCloseTo(expected, within(1e-14 * expected));
        assertThat(loss.backward()).hasEntriesOf(gradient.flip(1));
    }

    @Test
    void is_finite_and_right_far_out() {
        Tensor scores = Tensor.of(new double[][] {{1000, -1000}, {1000, -1000}});

        assertThat(loss.forward(scores, IntTensor.of(0, 1))).isEqualTo(2001.0 / 2);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{0, 0}, {0.5, -0.5}}));
    }

    @Test
    void refuses_what_is_no_matrix_and_another_number_of_labels() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5), IntTensor.of(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Hinge.forward: scores: expected shape (any, any) but got (5).");
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), IntTensor.of(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Hinge.forward: labels: expected shape (5) but got (2).");
    }

    @ParameterizedTest
    @CsvSource({"3", "-1"})
    void refuses_a_label_that_names_no_class(int label) {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(2, 3), IntTensor.of(0, label)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Hinge.forward: labels: expected numbers from 0 to 2 but got " + label + ".");
    }
}
