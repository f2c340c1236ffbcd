package gradus.reference.penalty;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.reference.loss.Hinge;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The full loss: the mean loss of the data and a penalty on the weights, in value and gradient. Source: lectures 3 and 7. */
class FullLossTest {
    private static final Tensor X = Values.NORMAL.draw(1, 5, 3);
    private static final IntTensor LABELS = IntTensor.of(2, 0, 6, 3, 3);

    static List<Objective> penalties() {
        return List.of(new L1(0.3), new L2(0.3), new ElasticNet(0.3, 0.7));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void gradients_of_penalties_are_slopes(Objective penalty) {
        Tensor theta = awayFromZero();

        assertThat(penalty.gradient(theta)).isCloseTo(Slopes.of(penalty::value, theta), Slopes.TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void the_gradient_of_the_full_loss_is_the_sum_of_both(Objective penalty) {
        Affine model = new Affine(3, 7);
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
        Tensor w = awayFromZero();
        fullLoss(model, loss, penalty, w);
        model.backward(loss.backward());

        Tensor gradient = model.parameters().get(0).gradient().plus(penalty.gradient(w));

        Tensor slopes = Slopes.of(at -> fullLoss(new Affine(3, 7), new SoftmaxCrossEntropy(), penalty, at), w);
        assertThat(gradient).isCloseTo(slopes, Slopes.TOLERANCE);
    }

    /** Two samples with hinges 2.9 and 12.9 and weights with Σ w² = 10: 15.8 / 2 + 0.1 · 10, in the form λ Σ w². */
    @Test
    void works_out_an_example() {
        Affine model = new Affine(2, 3);
        Tensor w =
                Tensor.of(new double[][] {{3.2, 5.1, -1.7}, {2.2, 2.5, -3.1}}).divide(2);
        Objective penalty = new L2(0.2);
        model.parameters().get(0).set(w);

        double data = new Hinge().forward(model.forward(Tensor.eye(2).times(2)), IntTensor.of(0, 2));

        assertThat(data).isCloseTo(7.9, within(1e-14));
        assertThat(data + penalty.value(w)).isCloseTo(7.9 + 0.1 * w.square().sum(), within(1e-14));
    }

    private static double fullLoss(Affine model, Loss<IntTensor> loss, Objective penalty, Tensor w) {
        model.parameters().get(0).set(w);
        return loss.forward(model.forward(X), LABELS) + penalty.value(w);
    }

    /** No weight nearer to the kink at 0 than 0.25. */
    private static Tensor awayFromZero() {
        return Values.INTEGERS.draw(2, 3, 7).plus(0.25);
    }
}
