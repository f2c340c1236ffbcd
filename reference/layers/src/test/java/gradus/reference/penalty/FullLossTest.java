package gradus.reference.penalty;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.reference.activation.Sigmoid;
import gradus.reference.dense.Affine;
import gradus.reference.loss.Hinge;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Objective;
import gradus.tensor.Reduction;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Lecture 3: on x = (1, 2, 1) both weights score 1.5; of the squares the shared one costs less, of the magnitudes the lone one. */
    @Test
    void squares_prefer_shared_work_and_magnitudes_a_lone_weight() {
        Tensor x = Tensor.of(1, 2, 1);
        Tensor lone = Tensor.of(0, 0.75, 0);
        Tensor shared = Tensor.of(0.25, 0.5, 0.25);
        Objective squares = new L2(2); // λ Σ θ² with λ = 1
        Objective magnitudes = new L1(1);

        assertThat(lone.dot(x)).isEqualTo(1.5).isEqualTo(shared.dot(x));
        assertThat(squares.value(lone)).isEqualTo(0.5625);
        assertThat(squares.value(shared)).isEqualTo(0.375);
        assertThat(magnitudes.value(lone)).isEqualTo(0.75);
        assertThat(magnitudes.value(shared)).isEqualTo(1);
        // lecture 7, both weight vectors of a classifier as one matrix: 1 + 0.25
        Tensor w = Tensor.of(new double[][] {{1, 0, 0, 0}, {0.25, 0.25, 0.25, 0.25}});
        assertThat(w.matmul(Tensor.ones(4, 1))).hasEntriesOf(Tensor.ones(2, 1));
        assertThat(squares.value(w)).isEqualTo(1.25);
        assertThat(magnitudes.value(w)).isEqualTo(2);
    }

    /**
     * CS182 and ECE-GV 6143, s = w x + b, y = σ(s), L = ½ (y - t)² + λ w²: δs = (y - t) y (1 - y), dw = δs x + 2 λ w and db = δs. The slides
     * of the latter print db with x and with 2 λ w, which is dw.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void a_logistic_unit_by_least_squares(double lambda) {
        Affine unit = new Affine(1, 1);
        Sigmoid sigmoid = new Sigmoid();
        MeanSquaredError loss = new MeanSquaredError(Reduction.HALF_SUM);
        Objective penalty = new L2(2 * lambda);
        Tensor w = unit.parameters().get(0).value();
        w.fill(Math.log(3));
        unit.parameters().get(1).value().fill(-Math.log(3));

        Tensor y = sigmoid.forward(unit.forward(Tensor.full(Shape.of(1, 1), 2))); // σ(ln 3) = 3/4
        double value = loss.forward(y, Tensor.full(Shape.of(1, 1), 0.25)) + penalty.value(w);
        unit.backward(sigmoid.backward(loss.backward()));

        double ds = 0.5 * 0.75 * 0.25;
        double dw =
                unit.parameters().get(0).gradient().plus(penalty.gradient(w)).get(0, 0);
        assertThat(y.get(0, 0)).isCloseTo(0.75, within(1e-15));
        assertThat(value).isCloseTo(0.125 + lambda * Math.log(3) * Math.log(3), within(1e-15));
        assertThat(dw).isCloseTo(2 * ds + 2 * lambda * Math.log(3), within(1e-15));
        assertThat(unit.parameters().get(1).gradient()).isWithin(Tensor.of(ds), 1e-15);
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
