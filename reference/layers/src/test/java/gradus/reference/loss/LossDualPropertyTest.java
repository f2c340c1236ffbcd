package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A second opinion on losses of every shape: the terms of the sum in dual numbers, value and slope along a direction. */
class LossDualPropertyTest {
    @Property(seed = "2026", tries = 40)
    void squared_error(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Reduction reduction) {
        MeanSquaredError loss = new MeanSquaredError(reduction);
        Dual x = drawn(dims, seed, values);
        Tensor target = values.draw(seed + 2, dims.n(), dims.d());
        double value = loss.forward(x.value(), target);

        agree(value, loss.backward(), x, x.minus(Dual.constant(target)).square().times(1 / divisor(reduction, dims)));
    }

    /** Where both are equal the slope is 0. */
    @Property(seed = "2026", tries = 40)
    void absolute_error(@ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Reduction reduction) {
        MeanAbsoluteError loss = new MeanAbsoluteError(reduction);
        Dual x = drawn(dims, seed, values);
        Tensor target = values.draw(seed + 2, dims.n(), dims.d());
        double value = loss.forward(x.value(), target);

        agree(value, loss.backward(), x, x.minus(Dual.constant(target)).abs().times(1 / divisor(reduction, dims)));
    }

    private static double divisor(Reduction reduction, Primes dims) {
        return switch (reduction) {
            case SUM -> 1;
            case HALF_SUM -> 2;
            case MEAN_BATCH -> dims.n();
            case MEAN_ALL -> dims.n() * dims.d();
        };
    }

    /** A rival exactly at the margin does not push. */
    @Property(seed = "2026", tries = 40)
    void hinge(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Dual right = Dual.constant(Relabelled.oneHot(labels, dims.d()));
        Dual rivals = Dual.constant(right.value().oneMinus());
        Hinge loss = new Hinge();
        Dual x = drawn(dims, seed, values);
        double value = loss.forward(x.value(), labels);

        Dual lead = x.minus(x.times(right).sumKeep(1)).plus(1);
        agree(value, loss.backward(), x, lead.positive().times(rivals).times(1.0 / dims.n()));
    }

    @Property(seed = "2026", tries = 40)
    void gaussian_sample(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Shape shape = Shape.of(dims.n(), dims.d());
        Dual mu = drawn(dims, seed, values);
        Dual logVariance = SecondOpinion.directed(
                values.draw(seed + 2, dims.n(), dims.d()).minimum(100), seed + 3); // whose exponential is finite
        Tensor noise = Tensor.normal(shape, new Seed(seed));
        GaussianSample sample = new GaussianSample(new Seed(seed));
        Tensor c = Values.NORMAL.draw(seed + 4, dims.n(), dims.d());

        Dual z = logVariance.times(0.5).exp().times(Dual.constant(noise)).plus(mu);

        assertThat(sample.forward(mu.value(), logVariance.value())).isCloseTo(z.value(), 1e-13);
        GaussianSample.Gradients d = sample.backward(c);
        SecondOpinion.meet(List.of(d.dmu(), d.dlogVariance()), List.of(mu, logVariance), c, z);
    }

    @Property(seed = "2026", tries = 40)
    void minimax_generator(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MinimaxGeneratorLoss loss = new MinimaxGeneratorLoss();
        Dual fake = logits(dims, seed, values);
        double value = loss.forward(fake.value());

        agree(
                value,
                loss.backward(),
                fake,
                fake.sigmoid().negate().plus(1).log().times(0.5 / (dims.n() * dims.d())));
    }

    @Property(seed = "2026", tries = 40)
    void non_saturating_generator(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        NonSaturatingGeneratorLoss loss = new NonSaturatingGeneratorLoss();
        Dual fake = logits(dims, seed, values);
        double value = loss.forward(fake.value());

        agree(value, loss.backward(), fake, fake.sigmoid().log().times(-0.5 / (dims.n() * dims.d())));
    }

    @Property(seed = "2026", tries = 40)
    void discriminator(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        DiscriminatorLoss loss = new DiscriminatorLoss();
        Dual real = logits(dims, seed, values);
        Dual fake = SecondOpinion.directed(values.draw(seed + 2, dims.m(), 1).divide(1000), seed + 3);
        double value = loss.forward(real.value(), fake.value());
        DiscriminatorLoss.Gradients d = loss.backward();

        Dual right = real.sigmoid().log().times(-0.5 / (dims.n() * dims.d()));
        Dual wrong = fake.sigmoid().negate().plus(1).log().times(-0.5 / dims.m());

        agree(value - wrong.value().sum(), d.dreal(), real, right);
        agree(value - right.value().sum(), d.dfake(), fake, wrong);
    }

    @Property(seed = "2026", tries = 40)
    void cross_entropy_of_pixels(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.m());
        IntTensor labels = Values.NORMAL
                .draw(seed + 1, dims.n(), dims.d(), dims.t(), dims.m())
                .argmax(1);
        Dual x = SecondOpinion.directed(scores, seed + 2);
        PerPixel loss = new PerPixel(new SoftmaxCrossEntropy());
        double value = loss.forward(scores, labels);

        int pixels = dims.n() * dims.t() * dims.m();
        Dual shifted = x.minus(Dual.constant(scores.maxKeep(1)));
        Dual logP = shifted.minus(shifted.exp().sumKeep(1).log());
        agree(value, loss.backward(), x, logP.times(right(labels, dims.d())).times(-1.0 / pixels));
    }

    @Property(seed = "2026", tries = 40)
    void hinge_of_pixels(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.m());
        IntTensor labels = Values.NORMAL
                .draw(seed + 1, dims.n(), dims.d(), dims.t(), dims.m())
                .argmax(1);
        Dual x = SecondOpinion.directed(scores, seed + 2);
        PerPixel loss = new PerPixel(new Hinge());
        double value = loss.forward(scores, labels);

        Dual right = right(labels, dims.d());
        Dual lead = x.minus(x.times(right).sumKeep(1)).plus(1);
        Dual rivals = Dual.constant(right.value().oneMinus());
        agree(value, loss.backward(), x, lead.positive().times(rivals).times(1.0 / (dims.n() * dims.t() * dims.m())));
    }

    /** (N, C, H, W): 1 at every pixel's class. */
    private static Dual right(IntTensor labels, int classes) {
        Tensor oneHot = Relabelled.oneHot(IntTensor.of(labels.toArray()), classes);
        return Dual.constant(oneHot.reshape(labels.dim(0), labels.dim(1), labels.dim(2), classes)
                .permute(0, 3, 1, 2));
    }

    private static Dual drawn(Primes dims, long seed, Values values) {
        return SecondOpinion.directed(values.draw(seed, dims.n(), dims.d()), seed + 1);
    }

    /** So small that no probability is rounded to 0 or 1. */
    private static Dual logits(Primes dims, long seed, Values values) {
        return SecondOpinion.directed(values.draw(seed, dims.n(), dims.d()).divide(1000), seed + 1);
    }

    private static void agree(double value, Tensor gradient, Dual x, Dual terms) {
        double size = terms.value().abs().sum();
        double slopes = terms.tangent().abs().sum();
        assertThat(value).as("value").isCloseTo(terms.value().sum(), within(1e-12 * (1 + size)));
        assertThat(gradient.dot(x.tangent()))
                .as("slope")
                .isCloseTo(terms.tangent().sum(), within(1e-12 * (1 + slopes)));
    }
}
