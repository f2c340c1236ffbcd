package gradus.reference.train.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
        assertThat(FirstLoss.plausible(Double.NaN, 20, 0.1)).isFalse();
    }
}
