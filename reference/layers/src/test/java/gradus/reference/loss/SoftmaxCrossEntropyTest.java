package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.activation.Softmax;
import gradus.reference.dense.Affine;
import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxCrossEntropyTest {
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();

    /** Lecture 7: the scores of cat, chair and car for three pictures, and the loss of each. */
    @ParameterizedTest
    @CsvSource({"3.2, 5.1, -1.7, 0, 2.04", "1.3, 4.9, 2.0, 1, 0.079", "2.2, 2.5, -3.1, 2, 6.156"})
    void works_out_the_pictures_of_the_lecture(double cat, double chair, double car, int label, double printed) {
        Tensor logits = Tensor.of(new double[][] {{cat, chair, car}});

        assertThat(loss.forward(logits, IntTensor.of(label))).isCloseTo(printed, within(5e-3));
    }

    @Test
    void is_the_mean_over_the_pictures() {
        Tensor logits = Tensor.of(new double[][] {{3.2, 5.1, -1.7}, {1.3, 4.9, 2.0}, {2.2, 2.5, -3.1}});

        assertThat(loss.forward(logits, IntTensor.of(0, 1, 2))).isCloseTo(2.75865, within(5e-6));
    }

    /** Lecture 7, from scores to exponentials, shares, losses by the natural logarithm (not .89, by that to base 10) and their mean. */
    @Test
    void works_out_every_number_of_the_lecture() {
        Tensor scores = Tensor.of(new double[][] {{3.2, 5.1, -1.7}, {1.3, 4.9, 2.0}, {2.2, 2.5, -3.1}});
        Tensor first = scores.slice(0, 0, 1);
        Tensor p = new Softmax().forward(scores);

        assertThat(first.exp()).isWithin(Tensor.of(new double[][] {{24.5325, 164.0219, 0.182684}}), 5e-5);
        assertThat(p.slice(0, 0, 1)).isWithin(Tensor.of(new double[][] {{0.13, 0.87, 0.00}}), 5e-3);
        assertThat(p).isCloseTo(scores.exp().divide(scores.exp().sumKeep(1)), 1e-14);
        double[] printed = {2.04036, 0.07913, 6.15648};
        for (int n = 0; n < 3; n++) {
            assertThat(loss.forward(scores.slice(0, n, n + 1), IntTensor.of(n)))
                    .isCloseTo(printed[n], within(5e-6))
                    .isCloseTo(-Math.log(p.get(n, n)), within(1e-14));
        }
        assertThat(loss.forward(scores, IntTensor.of(0, 1, 2))).isCloseTo(2.75865, within(5e-6));
        assertThat(loss.backward()).isCloseTo(p.minus(Tensor.eye(3)).divide(3), 1e-14);
    }

    /** p = (1/4, 3/4) in both rows, N = 2. */
    @Test
    void works_out_a_gradient_by_hand() {
        Tensor logits = Tensor.of(new double[][] {{0, Math.log(3)}, {0, Math.log(3)}});

        loss.forward(logits, IntTensor.of(0, 1));

        assertThat(loss.backward()).isWithin(Tensor.of(new double[][] {{-0.375, 0.375}, {0.125, -0.125}}), 1e-15);
    }

    /** The exam of July 2021, 5.5-5.7: with class 3 right, the weight from h3 to z1 has the gradient p1 h3, not p3 h1. */
    @Test
    void works_out_a_weight_of_the_exam() {
        Affine last = new Affine(3, 3);
        last.parameters().get(0).set(Values.NORMAL.draw(1, 3, 3));
        Tensor h = Tensor.of(new double[][] {{0.5, -2, 3}});
        Tensor logits = last.forward(h);
        loss.forward(logits, IntTensor.of(2));
        last.backward(loss.backward());

        Tensor p = new Softmax().forward(logits);
        Tensor gradient = last.parameters().get(0).gradient();
        assertThat(gradient.get(2, 0)).isCloseTo(p.get(0, 0) * 3, within(1e-15));
        assertThat(gradient.get(2, 2)).isCloseTo((p.get(0, 2) - 1) * 3, within(1e-15));
        assertThat(gradient.get(0, 2)).isCloseTo((p.get(0, 2) - 1) * 0.5, within(1e-15));
    }

    @Test
    void is_finite_and_right_far_out() {
        Tensor logits = Tensor.of(new double[][] {{1000, -1000}, {1000, -1000}});

        assertThat(loss.forward(logits, IntTensor.of(0, 1))).isEqualTo(1000);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{0, 0}, {0.5, -0.5}}));
    }

    @Test
    void tells_a_nearly_sure_answer_from_a_sure_one() {
        Tensor logits = Tensor.of(new double[][] {{5, -20, -20}});

        assertThat(loss.forward(logits, IntTensor.of(0))).isCloseTo(2.7776e-11, within(1e-15));
    }

    @Test
    void answers_twice_the_same() {
        loss.forward(Tensor.of(new double[][] {{3.2, 5.1, -1.7}}), IntTensor.of(0));

        Tensor first = loss.backward();

        assertThat(loss.backward()).hasEntriesOf(first);
    }

    @Test
    void a_new_forward_replaces_what_was_kept() {
        Tensor logits = Tensor.of(new double[][] {{3.2, 5.1, -1.7}});
        loss.forward(logits, IntTensor.of(0));
        Tensor alone = loss.backward();

        loss.forward(Tensor.of(new double[][] {{1, 2}, {3, 4}}), IntTensor.of(0, 1));
        loss.forward(logits, IntTensor.of(0));

        assertThat(loss.backward()).hasEntriesOf(alone);
    }

    @Test
    void logits_are_only_read() {
        Tensor logits = Tensor.of(new double[][] {{3.2, 5.1, -1.7}});

        loss.forward(logits, IntTensor.of(0));
        loss.backward();

        assertThat(logits).hasEntriesOf(Tensor.of(new double[][] {{3.2, 5.1, -1.7}}));
    }

    @Test
    void an_empty_batch_has_no_mean_and_an_empty_gradient() {
        assertThat(loss.forward(Tensor.zeros(0, 3), IntTensor.of())).isNaN();
        assertThat(loss.backward()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void refuses_another_number_of_labels() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), IntTensor.of(0, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SoftmaxCrossEntropy.forward: labels: expected shape (5) but got (2).");
    }

    @ParameterizedTest
    @CsvSource({"3", "-1"})
    void refuses_a_label_that_names_no_class(int label) {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(2, 3), IntTensor.of(0, label)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SoftmaxCrossEntropy.forward: labels: expected numbers from 0 to 2 but got " + label + ".");
    }
}
