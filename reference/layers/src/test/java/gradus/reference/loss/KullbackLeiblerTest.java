package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KullbackLeiblerTest {
    private final KullbackLeibler loss = new KullbackLeibler();

    /** Means 3 and 0, variances 1 and 4, in one sample: 9/2 + (4 - 1 - ln 4)/2. */
    @Test
    void works_out_a_code_by_hand() {
        Tensor mu = Tensor.of(new double[][] {{3, 0}});
        Tensor logVariance = Tensor.of(new double[][] {{0, Math.log(4)}});

        assertThat(loss.forward(mu, logVariance)).isCloseTo(6 - Math.log(2), within(1e-14));
        assertThat(loss.backward().dmu()).isCloseTo(mu, 1e-15);
        assertThat(loss.backward().dlogVariance()).isWithin(Tensor.of(new double[][] {{0, 1.5}}), 1e-14);
    }

    /**
     * The whole loss of a variational autoencoder, two samples with a code of one number each and the decoder y = 2 z + 1:
     * L = 1/2 Σ (y - x)² + 1/2 Σ (μ² + exp(v) - 1 - v) / 2 with z = μ + exp(v / 2) ε, and its gradients through both parts.
     */
    @Test
    void and_a_reconstruction_are_the_loss_of_a_variational_autoencoder() {
        double[] x = {3, -2};
        double[] mu = {0.5, -1};
        double[] v = {Math.log(4), Math.log(0.25)}; // deviations 2 and 1/2
        double[] eps = Tensor.normal(Shape.of(2, 1), new Seed(5)).toArray();
        double whole = 0;
        double[] dmu = new double[2];
        double[] dv = new double[2];
        for (int n = 0; n < 2; n++) {
            double deviation = n == 0 ? 2 : 0.5;
            double z = mu[n] + deviation * eps[n];
            double error = 2 * z + 1 - x[n];
            whole += (error * error + (mu[n] * mu[n] + deviation * deviation - 1 - v[n]) / 2) / 2;
            dmu[n] = error * 2 + mu[n] / 2; // dL/dy = 2 error / 2, dy/dz = 2
            dv[n] = error * 2 * deviation * eps[n] / 2 + (deviation * deviation - 1) / 4;
        }

        Affine decoder = new Affine(1, 1);
        decoder.parameters().get(0).set(Tensor.full(Shape.of(1, 1), 2));
        decoder.parameters().get(1).set(Tensor.of(1));
        GaussianSample sample = new GaussianSample(new Seed(5));
        MeanSquaredError reconstruction = new MeanSquaredError(Reduction.MEAN_BATCH);
        Tensor means = Tensor.of(Shape.of(2, 1), mu);
        Tensor logVariances = Tensor.of(Shape.of(2, 1), v);
        Tensor y = decoder.forward(sample.forward(means, logVariances));
        double value = reconstruction.forward(y, Tensor.of(Shape.of(2, 1), x)) + loss.forward(means, logVariances);
        GaussianSample.Gradients through = sample.backward(decoder.backward(reconstruction.backward()));
        KullbackLeibler.Gradients own = loss.backward();

        assertThat(value).isCloseTo(whole, within(1e-14 * whole));
        assertThat(through.dmu().plus(own.dmu())).isCloseTo(Tensor.of(Shape.of(2, 1), dmu), 1e-14);
        assertThat(through.dlogVariance().plus(own.dlogVariance())).isCloseTo(Tensor.of(Shape.of(2, 1), dv), 1e-14);
    }

    @Test
    void is_the_mean_over_samples_of_the_sum_over_coordinates() {
        Tensor mu = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

        assertThat(loss.forward(mu, Tensor.zeros(2, 3))).isEqualTo(91.0 / 4);
        assertThat(loss.backward().dmu()).hasEntriesOf(mu.divide(2));
    }

    @Test
    void the_unit_gaussian_costs_nothing_and_pulls_nowhere() {
        assertThat(loss.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 3))).isZero();
        assertThat(loss.backward().dmu()).hasEntriesOf(Tensor.zeros(5, 3));
        assertThat(loss.backward().dlogVariance()).hasEntriesOf(Tensor.zeros(5, 3));
    }

    @Property(seed = "2026", tries = 50)
    void any_other_gaussian_costs_something(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor mu = values.draw(seed, dims.n(), dims.d());
        Tensor logVariance = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());

        assertThat(loss.forward(mu, logVariance)).isPositive();
        assertThat(loss.forward(Tensor.zeros(dims.n(), dims.d()), logVariance)).isPositive();
    }

    @Property(seed = "2026", tries = 50)
    void the_sign_of_a_mean_does_not_matter(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor mu = values.draw(seed, dims.n(), dims.d());
        Tensor logVariance = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        double expected = loss.forward(mu, logVariance);
        Tensor dmu = loss.backward().dmu();

        assertThat(loss.forward(mu.negate(), logVariance)).isEqualTo(expected);
        assertThat(loss.backward().dmu()).hasEntriesOf(dmu.negate());
    }

    @Property(seed = "2026", tries = 50)
    void coordinates_add_up(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor mu = values.draw(seed, dims.n(), dims.d());
        Tensor logVariance = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        double whole = loss.forward(mu, logVariance);
        double first = loss.forward(mu.slice(1, 0, 1), logVariance.slice(1, 0, 1));
        double last = loss.forward(mu.slice(1, 1, dims.d()), logVariance.slice(1, 1, dims.d()));

        assertThat(first + last).isCloseTo(whole, within(1e-14 * whole));
    }

    /** KL is the mean of ln q(z) - ln p(z) over z from q: by 200,000 draws of one code. */
    @Test
    void is_what_its_samples_say() {
        Tensor mu = Tensor.full(Shape.of(200_000, 1), 0.7);
        Tensor logVariance = Tensor.full(Shape.of(200_000, 1), -0.4);
        Tensor z = new GaussianSample(new Seed(5)).forward(mu, logVariance);
        Tensor q = z.minus(mu).square().divide(Math.exp(-0.4)).plus(-0.4).divide(-2);
        Tensor p = z.square().divide(-2);

        assertThat(q.minus(p).mean()).isCloseTo(loss.forward(mu, logVariance), within(6e-3));
    }

    @Test
    void is_finite_and_right_far_out() {
        Tensor mu = Tensor.of(new double[][] {{1000, -1000}});
        Tensor logVariance = Tensor.of(new double[][] {{-1000, -1000}});

        assertThat(loss.forward(mu, logVariance)).isEqualTo(1_000_999);
        assertThat(loss.backward().dmu()).hasEntriesOf(mu);
        assertThat(loss.backward().dlogVariance()).hasEntriesOf(Tensor.of(new double[][] {{-0.5, -0.5}}));
    }

    /** (exp(v) - 1 - v) / 2 = v²/4 + v³/12 + …, and its slope v/2 + v²/4 + v³/12 + …. */
    @Test
    void close_to_the_unit_gaussian_it_keeps_its_digits() {
        for (double v : new double[] {1e-7, -1e-7}) {
            double value = loss.forward(Tensor.zeros(1, 1), Tensor.full(Shape.of(1, 1), v));

            assertThat(value / (v * v / 4 + v * v * v / 12)).isCloseTo(1, within(1e-8));
            assertThat(loss.backward().dlogVariance().get(0, 0) / (v / 2 + v * v / 4 + v * v * v / 12))
                    .isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void arguments_are_only_read_and_a_new_forward_replaces_what_was_kept() {
        Tensor mu = Values.NORMAL.draw(1, 5, 3);
        Tensor logVariance = Values.NORMAL.draw(2, 5, 3);
        loss.forward(Tensor.ones(2, 7), Tensor.ones(2, 7));
        loss.forward(mu, logVariance);
        KullbackLeibler.Gradients first = loss.backward();
        Tensor copy = first.dmu().copy();
        first.dmu().fill(7);

        assertThat(loss.backward().dmu()).hasEntriesOf(copy);
        assertThat(loss.backward().dlogVariance()).hasEntriesOf(first.dlogVariance());
        assertThat(mu).hasEntriesOf(Values.NORMAL.draw(1, 5, 3));
        assertThat(logVariance).hasEntriesOf(Values.NORMAL.draw(2, 5, 3));
    }

    @Test
    void an_empty_batch_has_no_mean_and_empty_gradients() {
        assertThat(loss.forward(Tensor.zeros(0, 3), Tensor.zeros(0, 3))).isNaN();
        assertThat(loss.backward().dmu()).hasEntriesOf(Tensor.zeros(0, 3));
        assertThat(loss.backward().dlogVariance()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void refuses_other_shapes() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(3), Tensor.zeros(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("KullbackLeibler.forward: mu: expected shape (any, any) but got (3).");
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("KullbackLeibler.forward: logVariance: expected shape (5, 3) but got (5, 1).");
    }
}
