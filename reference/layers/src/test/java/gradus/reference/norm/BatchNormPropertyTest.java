package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Values;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;

/** Relations that hold for every batch: N = 5, D = 7, and eps as large as the usual variance, or of another's size. */
class BatchNormPropertyTest {
    private static final double EPS = 0.7;

    private BatchNorm layer = new BatchNorm(7, 0.9, EPS);

    @BeforeTry
    void draw() {
        layer = drawn(EPS);
    }

    private static BatchNorm drawn(double eps) {
        BatchNorm layer = new BatchNorm(7, 0.9, eps);
        gamma(layer).set(Values.NORMAL.draw(100, 7));
        layer.parameters().get(1).set(Values.NORMAL.draw(101, 7));
        return layer;
    }

    private static Parameter gamma(BatchNorm layer) {
        return layer.parameters().get(0);
    }

    @Property(seed = "2026", tries = 50)
    void the_mean_is_beta_and_the_variance_is_gamma_squared_v_over_v_plus_eps(
            @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        double eps = sizeOf(x);
        BatchNorm sized = drawn(eps);

        Tensor y = sized.forward(x);
        Tensor v = variance(x);

        assertThat(y.mean(0)).isWithin(sized.parameters().get(1).value(), 1e-12);
        assertThat(variance(y)).isWithin(gamma(sized).value().square().times(v).divide(v.plus(eps)), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_feature_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor perFeature = Values.INTEGERS.draw(seed + 1, 7);

        assertThat(layer.forward(x.plus(perFeature))).isWithin(layer.forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_stretched_input_with_eps_stretched_twice_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);

        assertThat(drawn(9 * EPS).forward(x.times(3))).isWithin(layer.forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void samples_in_another_order_give_answers_in_that_order(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);

        assertThat(layer.forward(x.flip(0))).isWithin(layer.forward(x).flip(0), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_batch_seen_twice_is_normalised_alike(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor y = layer.forward(x);

        assertThat(layer.forward(Tensor.concat(0, x, x))).isWithin(Tensor.concat(0, y, y), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void dx_has_the_sum_zero(@ForAll long seed, @ForAll Values values) {
        layer.forward(values.draw(seed, 5, 7));

        Tensor dx = layer.backward(Values.NORMAL.draw(seed + 1, 5, 7));

        assertThat(dx.sum(0)).isWithin(Tensor.zeros(7), 1e-12);
    }

    /** Σ dx x̂ = eps / √(v + eps)³ · Σ dy γ x̂: the variance path takes away all of it but for eps. */
    @Property(seed = "2026", tries = 50)
    void dx_meets_xhat_in_a_term_of_eps_alone(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        double eps = sizeOf(x);
        BatchNorm sized = drawn(eps);
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 7);
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
    void without_eps_dx_is_orthogonal_to_xhat(@ForAll long seed) {
        Tensor x = Values.NORMAL.draw(seed, 5, 7);
        BatchNorm exact = drawn(0);
        exact.forward(x);

        Tensor dx = exact.backward(Values.NORMAL.draw(seed + 1, 5, 7));

        assertThat(dx.times(x.minus(x.mean(0))).sum(0)).isWithin(Tensor.zeros(7), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_dy_changes_nothing(@ForAll long seed, @ForAll Values values) {
        layer.forward(values.draw(seed, 5, 7));
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 7);
        Tensor perFeature = Values.NORMAL.draw(seed + 2, 7);

        assertThat(layer.backward(dy.plus(perFeature))).isWithin(layer.backward(dy), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_dy_gives_no_gradient(@ForAll long seed, @ForAll Values values) {
        layer.forward(values.draw(seed, 5, 7));
        Tensor dy = Values.NORMAL.draw(seed + 1, 7).broadcastTo(Shape.of(5, 7));

        assertThat(layer.backward(dy)).isWithin(Tensor.zeros(5, 7), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void dx_is_linear_in_gamma(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 7);
        layer.forward(x);
        Tensor dx = layer.backward(dy);

        gamma(layer).set(gamma(layer).value().times(-3));
        layer.forward(x);

        assertThat(layer.backward(dy)).isWithin(dx.times(-3), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void in_use_it_is_affine(@ForAll long seed, @ForAll Values values) {
        layer.forward(Values.NORMAL.draw(seed + 2, 5, 7));
        layer.mode(Mode.EVAL);
        Tensor x = values.draw(seed, 5, 7);
        Tensor other = values.draw(seed + 1, 5, 7);

        Tensor between = layer.forward(x.times(0.25).plus(other.times(0.75)));

        assertThat(between)
                .isCloseTo(
                        layer.forward(x).times(0.25).plus(layer.forward(other).times(0.75)), 1e-13);
    }

    /** After many batches alike, use is as training was. */
    @Property(seed = "2026", tries = 20)
    void running_statistics_arrive_at_those_of_a_batch_seen_again_and_again(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor y = Tensor.zeros(5, 7);
        for (int i = 0; i < 500; i++) {
            y = layer.forward(x);
        }
        layer.mode(Mode.EVAL);

        assertThat(layer.forward(x)).isWithin(y, 1e-10);
    }

    private static Tensor variance(Tensor x) {
        return x.minus(x.mean(0)).square().mean(0);
    }

    /** As large as the variances, and never 0. */
    private static double sizeOf(Tensor x) {
        return variance(x).mean() + 1e-8;
    }
}
