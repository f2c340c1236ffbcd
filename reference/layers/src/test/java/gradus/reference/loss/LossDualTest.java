package gradus.reference.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A second opinion: every loss as its textbook formula in dual numbers, value and slope along a direction. */
class LossDualTest {
    private static final Tensor SCORES = Values.NORMAL.draw(1, 5, 7);
    private static final Tensor DIRECTION = Values.NORMAL.draw(2, 5, 7);
    private static final Tensor FRACTIONS = Tensor.uniform(Shape.of(5, 7), new Seed(3));
    private static final IntTensor LABELS = IntTensor.of(2, 0, 6, 3, 3);

    @Test
    void softmax_cross_entropy() {
        agree(
                new SoftmaxCrossEntropy(),
                SCORES,
                LABELS,
                s -> logSoftmax(s).times(oneHot()).times(-1.0 / 5));
    }

    @Test
    void weighted_softmax_cross_entropy() {
        Tensor weights = Tensor.uniform(Shape.of(7), new Seed(4)).plus(0.5);
        Tensor target = oneHot().value().times(0.8).plus(0.2 / 7).times(weights);
        double total = weights.get(2) + weights.get(0) + weights.get(6) + 2 * weights.get(3);

        agree(
                new WeightedSoftmaxCrossEntropy(weights, -1, 0.2),
                SCORES,
                LABELS,
                s -> logSoftmax(s).times(Dual.constant(target)).times(-1 / total));
    }

    @Test
    void cross_entropy() {
        agree(
                new CrossEntropy(),
                FRACTIONS,
                LABELS,
                p -> p.log().times(oneHot()).times(-1.0 / 5));
    }

    @Test
    void binary_cross_entropy() {
        Tensor y = FRACTIONS.flip(1);

        agree(new BinaryCrossEntropy(Reduction.MEAN_BATCH), FRACTIONS, y, p -> entropy(p, y));
    }

    @Test
    void sigmoid_cross_entropy() {
        agree(new SigmoidCrossEntropy(Reduction.MEAN_BATCH), SCORES, FRACTIONS, s -> entropy(s.sigmoid(), FRACTIONS));
    }

    @Test
    void huber() {
        Tensor target = Values.NORMAL.draw(5, 5, 7);
        Tensor near = SCORES.minus(target).abs().less(1.25);
        Tensor sign = SCORES.minus(target).sign();

        agree(new Huber(1.25, Reduction.SUM), SCORES, target, prediction -> {
            Dual r = prediction.minus(Dual.constant(target));
            Dual far = r.times(Dual.constant(sign)).plus(-0.625).times(1.25);
            return r.square().times(0.5).where(near, 0).plus(far.where(near.oneMinus(), 0));
        });
    }

    @Test
    void kullback_leibler() {
        KullbackLeibler loss = new KullbackLeibler();
        Tensor v = SCORES.flip(0);
        double value = loss.forward(SCORES, v);
        KullbackLeibler.Gradients gradients = loss.backward();

        Dual mu = new Dual(SCORES, DIRECTION);
        Dual variance = new Dual(v, FRACTIONS).exp();
        Dual terms = mu.square().plus(variance).plus(-1).minus(variance.log()).times(1.0 / 10);

        close(value, terms.value().sum());
        close(
                gradients.dmu().dot(DIRECTION) + gradients.dlogVariance().dot(FRACTIONS),
                terms.tangent().sum());
    }

    @Test
    void discriminator_loss() {
        DiscriminatorLoss loss = new DiscriminatorLoss();
        Tensor real = SCORES.select(1, 0);
        Tensor fake = SCORES.select(0, 1);
        double value = loss.forward(real, fake);
        DiscriminatorLoss.Gradients gradients = loss.backward();

        Dual right = new Dual(real, DIRECTION.select(1, 0)).sigmoid().log().times(-0.5 / 5);
        Dual wrong = new Dual(fake, DIRECTION.select(0, 1))
                .sigmoid()
                .negate()
                .plus(1)
                .log()
                .times(-0.5 / 7);

        close(value, right.value().sum() + wrong.value().sum());
        close(gradients.dreal().dot(DIRECTION.select(1, 0)), right.tangent().sum());
        close(gradients.dfake().dot(DIRECTION.select(0, 1)), wrong.tangent().sum());
    }

    private static <T> void agree(Loss<T> loss, Tensor x, T target, UnaryOperator<Dual> terms) {
        double value = loss.forward(x, target);
        Dual expected = terms.apply(new Dual(x, DIRECTION));

        close(value, expected.value().sum());
        close(loss.backward().dot(DIRECTION), expected.tangent().sum());
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
    }

    private static Dual logSoftmax(Dual s) {
        return s.minus(s.exp().sumKeep(1).log());
    }

    private static Dual entropy(Dual p, Tensor y) {
        Dual yes = p.log().times(Dual.constant(y));
        Dual no = p.negate().plus(1).log().times(Dual.constant(y.oneMinus()));
        return yes.plus(no).times(-1.0 / 5);
    }

    private static Dual oneHot() {
        Tensor rows = Tensor.zeros(5, 7);
        rows.addPick(LABELS, 1);
        return Dual.constant(rows);
    }
}
