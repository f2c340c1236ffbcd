package gradus.reference.train.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.activation.Softmax;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class FirstLossTest {
    /** Lecture 6: log(C) for softmax with C classes. */
    @Test
    void guessing_costs_the_logarithm_of_the_classes() {
        double loss = new SoftmaxCrossEntropy().forward(Tensor.zeros(4, 10), IntTensor.of(3, 1, 4, 1));

        assertThat(FirstLoss.guessing(10)).isCloseTo(loss, within(1e-15)).isCloseTo(2.302585092994046, within(1e-15));
    }

    @Test
    void a_first_loss_is_close_to_guessing() {
        double guess = Math.log(20);

        assertThat(FirstLoss.plausible(guess * 1.09, 20, 0.1)).isTrue();
        assertThat(FirstLoss.plausible(guess * 0.91, 20, 0.1)).isTrue();
        assertThat(FirstLoss.plausible(guess * 1.11, 20, 0.1)).isFalse();
        assertThat(FirstLoss.plausible(guess * 0.89, 20, 0.1)).isFalse();
        assertThat(FirstLoss.plausible(Math.log(20), 20, 0)).isTrue();
        assertThat(FirstLoss.plausible(Double.NaN, 20, 0.1)).isFalse();
    }

    /** G22: the best there is, a probability of 1 for the right class, given where raw scores are wanted. */
    @Test
    void softmax_of_a_softmax_cannot_learn() {
        Tensor sure = new Softmax().forward(Tensor.eye(10).times(1000));

        double loss = new SoftmaxCrossEntropy().forward(sure, IntTensor.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));

        assertThat(FirstLoss.leastOfSoftmaxTwice(10))
                .isCloseTo(loss, within(1e-14))
                .isCloseTo(1.461, within(1e-3));
    }
}
