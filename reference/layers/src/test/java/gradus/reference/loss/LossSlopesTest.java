package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Slopes;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient of every loss against differences. */
class LossSlopesTest {
    private static final Tensor SCORES = Values.NORMAL.draw(1, 5, 7);
    private static final IntTensor LABELS = IntTensor.of(2, 0, 6, 3, 3);
    private static final Tensor MU = Values.NORMAL.draw(1, 5, 3);
    private static final Tensor LOG_VARIANCE = Values.NORMAL.draw(2, 5, 3);

    @Test
    void softmax_cross_entropy() {
        check(new SoftmaxCrossEntropy(), SCORES, LABELS);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "-1, 0.1", "3, 0", "3, 0.4", "-1, 1"})
    void weighted_softmax_cross_entropy(int ignored, double smoothing) {
        Tensor weights = Tensor.uniform(Shape.of(7), new Seed(3)).plus(0.5);

        check(new WeightedSoftmaxCrossEntropy(weights, ignored, smoothing), SCORES, LABELS);
    }

    @Test
    void cross_entropy() {
        check(new CrossEntropy(), inside(1, 5, 7), LABELS);
    }

    /** Whole numbers and a part for each column, so that no difference comes near the kink at the margin 1. */
    @Test
    void hinge() {
        check(new Hinge(), Values.INTEGERS.draw(1, 5, 7).plus(Tensor.of(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)), LABELS);
    }

    @Test
    void per_pixel() {
        IntTensor labels = IntTensor.of(Shape.of(2, 1, 5), 0, 2, 2, 1, 0, 1, 1, 2, 0, 2);

        check(new PerPixel(new SoftmaxCrossEntropy()), Values.NORMAL.draw(1, 2, 3, 1, 5), labels);
    }

    @ParameterizedTest
    @EnumSource
    void mean_squared_error(Reduction reduction) {
        check(new MeanSquaredError(reduction), Values.NORMAL.draw(1, 5, 3), Values.NORMAL.draw(2, 5, 3));
    }

    @ParameterizedTest
    @EnumSource
    void mean_absolute_error(Reduction reduction) {
        check(new MeanAbsoluteError(reduction), awayFromWhole(1, 5, 3), Values.INTEGERS.draw(2, 5, 3));
    }

    @ParameterizedTest
    @EnumSource
    void huber(Reduction reduction) {
        check(new Huber(2, reduction), awayFromWhole(1, 5, 3), Values.INTEGERS.draw(2, 5, 3));
    }

    @ParameterizedTest
    @EnumSource
    void binary_cross_entropy(Reduction reduction) {
        check(new BinaryCrossEntropy(reduction), inside(1, 5, 3), Tensor.uniform(Shape.of(5, 3), new Seed(2)));
    }

    @ParameterizedTest
    @EnumSource
    void sigmoid_cross_entropy(Reduction reduction) {
        check(
                new SigmoidCrossEntropy(reduction),
                Values.NORMAL.draw(1, 5, 3),
                Tensor.uniform(Shape.of(5, 3), new Seed(2)));
    }

    @Test
    void kullback_leibler() {
        KullbackLeibler loss = new KullbackLeibler();
        loss.forward(MU, LOG_VARIANCE);
        KullbackLeibler.Gradients gradients = loss.backward();

        isSlope(gradients.dmu(), Slopes.of(at -> loss.forward(at, LOG_VARIANCE), MU));
        isSlope(gradients.dlogVariance(), Slopes.of(at -> loss.forward(MU, at), LOG_VARIANCE));
    }

    @Test
    void gaussian_sample() {
        Seed seed = new Seed(3);
        Tensor c = Values.NORMAL.draw(4, 5, 3);
        GaussianSample sample = new GaussianSample(seed);
        sample.forward(MU, LOG_VARIANCE);
        GaussianSample.Gradients gradients = sample.backward(c);

        isSlope(
                gradients.dmu(),
                Slopes.of(
                        at -> new GaussianSample(seed).forward(at, LOG_VARIANCE).dot(c), MU));
        isSlope(
                gradients.dlogVariance(),
                Slopes.of(at -> new GaussianSample(seed).forward(MU, at).dot(c), LOG_VARIANCE));
    }

    @Test
    void discriminator_loss() {
        DiscriminatorLoss loss = new DiscriminatorLoss();
        Tensor real = Values.NORMAL.draw(1, 5, 1);
        Tensor fake = Values.NORMAL.draw(2, 7, 1);
        loss.forward(real, fake);
        DiscriminatorLoss.Gradients gradients = loss.backward();

        isSlope(gradients.dreal(), Slopes.of(at -> loss.forward(at, fake), real));
        isSlope(gradients.dfake(), Slopes.of(at -> loss.forward(real, at), fake));
    }

    @Test
    void generator_losses() {
        Tensor fake = Values.NORMAL.draw(2, 7, 1);
        MinimaxGeneratorLoss minimax = new MinimaxGeneratorLoss();
        NonSaturatingGeneratorLoss lively = new NonSaturatingGeneratorLoss();
        minimax.forward(fake);
        lively.forward(fake);

        isSlope(minimax.backward(), Slopes.of(new MinimaxGeneratorLoss()::forward, fake));
        isSlope(lively.backward(), Slopes.of(new NonSaturatingGeneratorLoss()::forward, fake));
    }

    private static <T> void check(Loss<T> loss, Tensor prediction, T target) {
        loss.forward(prediction, target);
        Tensor gradient = loss.backward();

        isSlope(gradient, Slopes.of(at -> loss.forward(at, target), prediction));
    }

    private static void isSlope(Tensor gradient, Tensor slope) {
        assertThat(gradient).isCloseTo(slope, Slopes.TOLERANCE);
    }

    /** From 0.2 to 0.8. */
    private static Tensor inside(long seed, int... dims) {
        return Tensor.uniform(Shape.of(dims), new Seed(seed)).times(0.6).plus(0.2);
    }

    /** Every entry at least 0.2 from a whole number, where the kinks are. */
    private static Tensor awayFromWhole(long seed, int... dims) {
        return Values.INTEGERS.draw(seed, dims).plus(inside(seed + 1, dims));
    }
}
