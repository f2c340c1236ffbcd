package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static gradus.reference.loss.LossOpinion.agree;
import static gradus.reference.loss.LossOpinion.divisor;
import static gradus.reference.loss.LossOpinion.drawn;

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
import net.jqwik.api.constraints.IntRange;

/** A second opinion on losses of distances: the terms of the sum in dual numbers, value and slope along a direction. */
class LossDualTest {
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

    /** Near or far; at delta itself, where halves and whole numbers often stand, both have one value and one slope. */
    @Property(seed = "2026", tries = 40)
    void huber(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll Reduction reduction,
            @ForAll @IntRange(min = 1, max = 4) int halves) {
        double delta = halves / 2.0;
        Huber loss = new Huber(delta, reduction);
        Dual x = drawn(dims, seed, values);
        Tensor target = values.draw(seed + 2, dims.n(), dims.d());
        double value = loss.forward(x.value(), target);

        Dual r = x.minus(Dual.constant(target));
        Dual near = r.square().times(0.5);
        Dual far = r.abs().plus(-delta / 2).times(delta);
        Dual terms = Dual.choose(r.value().abs().less(delta), near, far);
        agree(value, loss.backward(), x, terms.times(1 / divisor(reduction, dims)));
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
    void hinge_of_pixels(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.m());
        IntTensor labels = dims.pixelLabels(seed + 1);
        Dual x = SecondOpinion.directed(scores, seed + 2);
        PerPixel loss = new PerPixel(new Hinge());
        double value = loss.forward(scores, labels);

        Dual right = Dual.constant(Relabelled.oneHotPixels(labels, dims.d()));
        Dual lead = x.minus(x.times(right).sumKeep(1)).plus(1);
        Dual rivals = Dual.constant(right.value().oneMinus());
        agree(value, loss.backward(), x, lead.positive().times(rivals).times(1.0 / (dims.n() * dims.t() * dims.m())));
    }

    @Property(seed = "2026", tries = 40)
    void kullback_leibler(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        KullbackLeibler loss = new KullbackLeibler();
        Dual mu = drawn(dims, seed, values);
        Tensor moderate =
                values.draw(seed + 2, dims.n(), dims.d()).minimum(10); // whose exponential hides no other term
        Dual logVariance = SecondOpinion.directed(moderate, seed + 3);
        double value = loss.forward(mu.value(), logVariance.value());
        KullbackLeibler.Gradients d = loss.backward();

        Dual place = mu.square().times(0.5 / dims.n());
        Dual spread = logVariance.exp().plus(-1).minus(logVariance).times(0.5 / dims.n());

        agree(value - spread.value().sum(), d.dmu(), mu, place);
        agree(value - place.value().sum(), d.dlogVariance(), logVariance, spread);
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
}
