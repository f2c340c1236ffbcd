package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
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
    void equal_scores_cost_one_for_every_rival(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor equal = Tensor.zeros(dims.n(), dims.d()).plus(values.draw(seed, dims.n(), 1));

        assertThat(loss.forward(equal, labels)).isEqualTo(dims.d() - 1);
    }

    @Property(seed = "2026", tries = 50)
    void is_the_sum_over_rivals_written_out(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor scores = values.draw(seed, dims.n(), dims.d());
        double expected = 0;
        for (int n = 0; n < dims.n(); n++) {
            for (int k = 0; k < dims.d(); k++) {
                if (k != labels.get(n)) {
                    expected += Math.max(0, scores.get(n, k) - scores.get(n, labels.get(n)) + 1);
                }
            }
        }

        assertThat(loss.forward(scores, labels)).isCloseTo(expected / dims.n(), within(1e-13 * expected));
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor scores = values.draw(seed, dims.n(), dims.d()).times(4).floor().divide(4); // sums of quarters are exact
        double expected = loss.forward(scores, labels);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(scores.plus(Values.INTEGERS.draw(seed + 1, dims.n(), 1)), labels))
                .isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(gradient);
    }

    @Property(seed = "2026", tries = 50)
    void the_right_class_is_pushed_up_once_for_each_rival_pushed_down(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        loss.forward(values.draw(seed, dims.n(), dims.d()), labels);

        Tensor gradient = loss.backward();

        assertThat(gradient.sum(1)).isWithin(Tensor.zeros(dims.n()), 1e-15);
        assertThat(gradient.pick(labels)).isWithin(gradient.greater(0).sum(1).divide(-dims.n()), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void labels_may_be_renamed_with_their_columns(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor scores = values.draw(seed, dims.n(), dims.d());
        double expected = loss.forward(scores, labels);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(scores.flip(1), Relabelled.mirrored(labels, dims.d())))
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
