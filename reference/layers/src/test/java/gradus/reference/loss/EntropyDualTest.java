package gradus.reference.loss;

import static gradus.reference.loss.LossOpinion.agree;
import static gradus.reference.loss.LossOpinion.divisor;
import static gradus.reference.loss.LossOpinion.drawn;
import static gradus.reference.loss.LossOpinion.logSoftmax;

import gradus.reference.Dual;
import gradus.reference.Primes;
import gradus.reference.SecondOpinion;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** A second opinion on losses of probabilities: the terms of the sum in dual numbers, value and slope along a direction. */
class EntropyDualTest {
    @Property(seed = "2026", tries = 40)
    void softmax_cross_entropy(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();
        IntTensor labels = dims.labels(seed);
        Dual x = drawn(dims, seed, values);
        double value = loss.forward(x.value(), labels);

        Dual right = Dual.constant(Relabelled.oneHot(labels, dims.d()));
        agree(value, loss.backward(), x, logSoftmax(x).times(right).times(-1.0 / dims.n()));
    }

    /** The last sample is ignored. */
    @Property(seed = "2026", tries = 40)
    void weighted_softmax_cross_entropy(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(max = 1) double smoothing) {
        int n = dims.n() - 1;
        IntTensor labels = IntTensor.of(Arrays.copyOf(dims.labels(seed).toArray(), n));
        Tensor weights = Tensor.uniform(Shape.of(dims.d()), new Seed(seed)).plus(0.5);
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(weights, -1, smoothing);
        Dual x = drawn(dims, seed, values);
        double value = loss.forward(x.value(), Relabelled.joined(labels, IntTensor.of(-1)));

        Tensor right = Relabelled.oneHot(labels, dims.d());
        Tensor target = right.times(1 - smoothing).plus(smoothing / dims.d()).times(weights);
        Dual terms = logSoftmax(x).slice(0, 0, n).times(Dual.constant(target));
        agree(value, loss.backward(), x, terms.times(-1 / right.times(weights).sum()));
    }

    /** Of fractions; that those of a row need not have the sum 1 leaves each a direction of its own. */
    @Property(seed = "2026", tries = 40)
    void cross_entropy(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        CrossEntropy loss = new CrossEntropy();
        IntTensor labels = dims.labels(seed);
        Dual p = fractions(dims, seed, values);
        double value = loss.forward(p.value(), labels);

        Dual right = Dual.constant(Relabelled.oneHot(labels, dims.d()));
        agree(value, loss.backward(), p, p.log().times(right).times(-1.0 / dims.n()));
    }

    @Property(seed = "2026", tries = 40)
    void binary_cross_entropy(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Reduction reduction) {
        BinaryCrossEntropy loss = new BinaryCrossEntropy(reduction);
        Dual p = fractions(dims, seed, values);
        Tensor y = targets(dims, seed + 2, values);
        double value = loss.forward(p.value(), y);

        Dual yes = p.log().times(Dual.constant(y));
        Dual no = p.negate().plus(1).log().times(Dual.constant(y.oneMinus()));
        agree(value, loss.backward(), p, yes.plus(no).times(-1 / divisor(reduction, dims)));
    }

    /** The logarithm of e⁰ + eˢ less s y. */
    @Property(seed = "2026", tries = 40)
    void sigmoid_cross_entropy(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Reduction reduction) {
        SigmoidCrossEntropy loss = new SigmoidCrossEntropy(reduction);
        Dual s = drawn(dims, seed, values);
        Tensor y = targets(dims, seed + 2, values);
        double value = loss.forward(s.value(), y);

        Dual greater = Dual.constant(s.value().maximum(0)); // taken out, so that no exponential overflows
        Dual total = s.minus(greater).exp().plus(greater.negate().exp());
        Dual terms = total.log().plus(greater).minus(s.times(Dual.constant(y)));
        agree(value, loss.backward(), s, terms.times(1 / divisor(reduction, dims)));
    }

    @Property(seed = "2026", tries = 40)
    void cross_entropy_of_pixels(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.m());
        IntTensor labels = dims.pixelLabels(seed + 1);
        Dual x = SecondOpinion.directed(scores, seed + 2);
        PerPixel loss = new PerPixel(new SoftmaxCrossEntropy());
        double value = loss.forward(scores, labels);

        int pixels = dims.n() * dims.t() * dims.m();
        agree(
                value,
                loss.backward(),
                x,
                logSoftmax(x)
                        .times(Dual.constant(Relabelled.oneHotPixels(labels, dims.d())))
                        .times(-1.0 / pixels));
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

    /** Of the open interval from 0 to 1, some close to its ends. */
    private static Dual fractions(Primes dims, long seed, Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d()).clip(-30, 30);
        return SecondOpinion.directed(scores, seed + 1).sigmoid();
    }

    /** From 0 to 1, with many at the ends. */
    private static Tensor targets(Primes dims, long seed, Values values) {
        return values.draw(seed, dims.n(), dims.d()).clip(0, 1);
    }

    /** So small that no probability is rounded to 0 or 1. */
    private static Dual logits(Primes dims, long seed, Values values) {
        return SecondOpinion.directed(values.draw(seed, dims.n(), dims.d()).divide(1000), seed + 1);
    }
}
