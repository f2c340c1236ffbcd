package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Softmax;
import gradus.reference.dense.Affine;
import gradus.tensor.IntTensor;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Minimising these losses is maximising the likelihood of what was seen. Source: lecture 2; the summary. */
class MaximumLikelihoodTest {
    /** ln Π N(y; ŷ, σ²) = -n/2 ln(2πσ²) - Σ (y - ŷ)² / (2σ²), the density being written out. */
    @Property(seed = "2026", tries = 30)
    void gaussian_likelihood_is_least_squares(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0.1, max = 10) double deviation) {
        Tensor prediction = values.draw(seed, dims.d());
        Tensor y = prediction.plus(Values.NORMAL.draw(seed + 1, dims.d()).times(deviation));
        double variance = deviation * deviation;
        double logLikelihood = 0;
        for (int i = 0; i < dims.d(); i++) {
            double error = y.get(i) - prediction.get(i);
            double density = Math.exp(-error * error / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
            logLikelihood += Math.log(density);
        }
        MeanSquaredError loss = new MeanSquaredError(Reduction.SUM);

        double expected =
                -dims.d() / 2.0 * Math.log(2 * Math.PI * variance) - loss.forward(prediction, y) / (2 * variance);

        assertThat(logLikelihood).isCloseTo(expected, within(1e-12));
    }

    /** The normal equations xᵀx θ = xᵀy make the gradient of the likelihood vanish, and every step away costs. */
    @Property(seed = "2026", tries = 30)
    void the_closed_form_is_where_the_loss_stands_still(@ForAll Primes dims, @ForAll long seed) {
        int samples =
                dims.n() + dims.d(); // more than features, so that x has full rank, as only continuous values have
        Tensor x = Values.NORMAL.draw(seed, samples, dims.d());
        Tensor y = Values.NORMAL.draw(seed + 1, samples, 1);
        Affine model = new Affine(dims.d(), 1);
        Tensor theta = x.transposedMatmul(x).solve(x.transposedMatmul(y));
        model.parameters().get(0).set(theta);
        MeanSquaredError loss = new MeanSquaredError(Reduction.SUM);
        double least = loss.forward(model.forward(x), y);
        model.backward(loss.backward());

        assertThat(model.parameters().get(0).gradient()).isWithin(Tensor.zeros(dims.d(), 1), 1e-11);
        model.parameters().get(0).set(theta.plus(Values.NORMAL.draw(seed + 2, dims.d(), 1)));
        assertThat(loss.forward(model.forward(x), y)).isGreaterThan(least);
    }

    /** Lecture 3: the gradient of 1/n Σ |xw - y|² by w is 2/n Σ xᵀ (xw - y). */
    @Property(seed = "2026", tries = 30)
    void the_gradient_of_least_squares_has_the_factor_two(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor y = Values.NORMAL.draw(seed + 1, dims.n(), dims.m());
        Affine model = new Affine(dims.d(), dims.m());
        model.parameters().get(0).set(Values.NORMAL.draw(seed + 2, dims.d(), dims.m()));
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_BATCH);
        Tensor prediction = model.forward(x);
        loss.forward(prediction, y);
        model.backward(loss.backward());

        Tensor expected = x.transposedMatmul(prediction.minus(y)).times(2.0 / dims.n());

        assertThat(model.parameters().get(0).gradient()).isCloseTo(expected, 1e-13);
    }

    /** ln Π p^y (1 - p)^(1 - y), the probability of the coins that fell. */
    @Property(seed = "2026", tries = 30)
    void bernoulli_likelihood_is_binary_cross_entropy(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor p = values.draw(seed, dims.d()).tanh().times(0.45).plus(0.5);
        Tensor y = Tensor.bernoulli(Shape.of(dims.d()), 0.5, new Seed(seed + 1));
        double likelihood = 1;
        for (int i = 0; i < dims.d(); i++) {
            likelihood *= y.get(i) == 1 ? p.get(i) : 1 - p.get(i);
        }

        double loss = new BinaryCrossEntropy(Reduction.SUM).forward(p, y);

        assertThat(loss).isCloseTo(-Math.log(likelihood), within(1e-12));
    }

    /** ln Π p(label), the probability of the classes that were seen. */
    @Property(seed = "2026", tries = 30)
    void categorical_likelihood_is_cross_entropy(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, dims.n(), dims.d()).divide(100); // so that no probability is 0
        IntTensor labels = dims.labels(seed + 1);
        Tensor p = new Softmax().forward(logits);
        double likelihood = 1;
        for (int n = 0; n < dims.n(); n++) {
            likelihood *= p.get(n, labels.get(n));
        }

        assertThat(new CrossEntropy().forward(p, labels)).isCloseTo(-Math.log(likelihood) / dims.n(), within(1e-12));
        assertThat(new SoftmaxCrossEntropy().forward(logits, labels))
                .isCloseTo(-Math.log(likelihood) / dims.n(), within(1e-13));
    }

    /** Of coins with three heads in five throws, the one with p = 3/5 makes that likeliest. */
    @Property(seed = "2026", tries = 30)
    void the_likeliest_coin_has_the_share_of_heads(@ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        // All that varies is the coin: 3 heads of 5 throws were drawn
        Tensor heads = Tensor.of(1, 0, 1, 1, 0);
        BinaryCrossEntropy loss = new BinaryCrossEntropy(Reduction.SUM);
        double least = loss.forward(Tensor.full(Shape.of(5), 0.6), heads);

        assertThat(loss.backward().sum()).isCloseTo(0, within(1e-14));
        assertThat(loss.forward(Tensor.full(Shape.of(5), p), heads)).isGreaterThanOrEqualTo(least - 1e-14);
    }
}
