package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every batch (N, D), and eps as large as the usual variance, or of another's size. */
class BatchNormPropertyTest {
    private static final double EPS = 0.7;

    private static BatchNorm drawn(Primes dims, double eps) {
        BatchNorm layer = new BatchNorm(dims.d(), 0.9, eps);
        gamma(layer).set(Values.NORMAL.draw(100, dims.d()));
        layer.parameters().get(1).set(Values.NORMAL.draw(101, dims.d()));
        return layer;
    }

    private static Parameter gamma(BatchNorm layer) {
        return layer.parameters().get(0);
    }

    @Property(seed = "2026", tries = 50)
    void the_mean_is_beta_and_the_variance_is_gamma_squared_v_over_v_plus_eps(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        double eps = sizeOf(x);
        BatchNorm sized = drawn(dims, eps);

        Tensor y = sized.forward(x);
        Tensor v = variance(x);

        assertThat(y.mean(0)).isWithin(sized.parameters().get(1).value(), 1e-12);
        assertThat(variance(y)).isWithin(gamma(sized).value().square().times(v).divide(v.plus(eps)), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_feature_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor perFeature = Values.INTEGERS.draw(seed + 1, dims.d());

        assertThat(layer.forward(x.plus(perFeature))).isWithin(layer.forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_stretched_input_with_eps_stretched_twice_changes_nothing(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(drawn(dims, 9 * EPS).forward(x.times(3))).isWithin(layer.forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void samples_in_another_order_give_answers_in_that_order(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(layer.forward(x.flip(0))).isWithin(layer.forward(x).flip(0), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_batch_seen_twice_is_normalised_alike(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor y = layer.forward(x);

        assertThat(layer.forward(Tensor.concat(0, x, x))).isWithin(Tensor.concat(0, y, y), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void dx_has_the_sum_zero(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        layer.forward(values.draw(seed, dims.n(), dims.d()));

        Tensor dx = layer.backward(Values.NORMAL.draw(seed + 1, dims.n(), dims.d()));

        assertThat(dx.sum(0)).isWithin(Tensor.zeros(dims.d()), 1e-12);
    }

    /** Σ dx x̂ = eps / √(v + eps)³ · Σ dy γ x̂: the variance path takes away all of it but for eps. */
    @Property(seed = "2026", tries = 50)
    void dx_meets_xhat_in_a_term_of_eps_alone(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        double eps = sizeOf(x);
        BatchNorm sized = drawn(dims, eps);
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Tensor deviation = variance(x).plus(eps).sqrt();
        Tensor xhat = x.minus(x.mean(0)).divide(deviation);

        sized.forward(x);
        Tensor dx = sized.backward(dy);
        Tensor term =
                dy.times(gamma(sized).value()).times(xhat).sum(0).times(eps).divide(deviation.power(3));

        double scale = 1 / Math.sqrt(eps); // of dx
        assertThat(dx.times(xhat).sum(0)).isWithin(term, 1e-11 * scale);
    }

    @Property(seed = "2026", tries = 50)
    void without_eps_dx_is_orthogonal_to_xhat(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = varied(seed, values, dims);
        BatchNorm exact = drawn(dims, 0);
        exact.forward(x);

        Tensor dx = exact.backward(Values.NORMAL.draw(seed + 1, dims.n(), dims.d()));

        assertThat(dx.times(x.minus(x.mean(0))).sum(0)).isWithin(Tensor.zeros(dims.d()), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_dy_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        layer.forward(values.draw(seed, dims.n(), dims.d()));
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Tensor perFeature = Values.NORMAL.draw(seed + 2, dims.d());

        assertThat(layer.backward(dy.plus(perFeature))).isWithin(layer.backward(dy), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_dy_gives_no_gradient(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        layer.forward(values.draw(seed, dims.n(), dims.d()));
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.d()).broadcastTo(Shape.of(dims.n(), dims.d()));

        assertThat(layer.backward(dy)).isWithin(Tensor.zeros(dims.n(), dims.d()), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void dx_is_linear_in_gamma(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        layer.forward(x);
        Tensor dx = layer.backward(dy);

        gamma(layer).set(gamma(layer).value().times(-3));
        layer.forward(x);

        assertThat(layer.backward(dy)).isWithin(dx.times(-3), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void in_use_it_is_affine(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        layer.forward(Values.NORMAL.draw(seed + 2, dims.n(), dims.d()));
        layer.mode(Mode.EVAL);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor other = values.draw(seed + 1, dims.n(), dims.d());

        Tensor between = layer.forward(x.times(0.25).plus(other.times(0.75)));

        assertThat(between)
                .isCloseTo(
                        layer.forward(x).times(0.25).plus(layer.forward(other).times(0.75)), 1e-13);
    }

    /** After many batches alike, use is as training was. */
    @Property(seed = "2026", tries = 20)
    void running_statistics_arrive_at_those_of_a_batch_seen_again_and_again(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        BatchNorm layer = drawn(dims, EPS);
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor y = Tensor.zeros(dims.n(), dims.d());
        for (int i = 0; i < 500; i++) {
            y = layer.forward(x);
        }
        layer.mode(Mode.EVAL);

        assertThat(layer.forward(x)).isWithin(y, 1e-10);
    }

    /** No feature is constant. */
    private static Tensor varied(long seed, Values values, Primes dims) {
        return values.draw(seed, dims.n(), dims.d()).plus(Values.NORMAL.draw(seed + 2, dims.n(), dims.d()));
    }

    private static Tensor variance(Tensor x) {
        return x.minus(x.mean(0)).square().mean(0);
    }

    /** As large as the variances, and never 0. */
    private static double sizeOf(Tensor x) {
        return variance(x).mean() + 1e-8;
    }
}
