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

class GaussianSampleTest {
    private static final Seed SEED = new Seed(11);

    private final GaussianSample sample = new GaussianSample(SEED);

    /** Variance 4, so the deviation is 2. */
    @Test
    void is_the_mean_plus_the_deviation_times_noise() {
        Tensor mu = Values.NORMAL.draw(1, 5, 3);
        Tensor logVariance = Tensor.full(Shape.of(5, 3), Math.log(4));
        Tensor noise = Tensor.normal(Shape.of(5, 3), SEED);
        Tensor dz = Values.NORMAL.draw(2, 5, 3);

        assertThat(sample.forward(mu, logVariance)).isCloseTo(mu.plus(noise.times(2)), 1e-15);
        assertThat(sample.backward(dz).dmu()).hasEntriesOf(dz);
        assertThat(sample.backward(dz).dlogVariance()).isCloseTo(dz.times(noise), 1e-15);
    }

    @Test
    void every_forward_draws_anew_from_the_seed_after() {
        Tensor none = Tensor.zeros(5, 3);

        assertThat(sample.forward(none, none)).hasEntriesOf(Tensor.normal(Shape.of(5, 3), SEED));
        assertThat(sample.forward(none, none)).hasEntriesOf(Tensor.normal(Shape.of(5, 3), SEED.next()));
        assertThat(sample.forward(none, none))
                .hasEntriesOf(Tensor.normal(Shape.of(5, 3), SEED.next().next()));
        assertThat(sample.backward(Tensor.ones(5, 3)).dlogVariance())
                .hasEntriesOf(Tensor.normal(Shape.of(5, 3), SEED.next().next()).divide(2));
    }

    @Test
    void many_draws_have_the_mean_and_the_variance() {
        Tensor z = sample.forward(Tensor.full(Shape.of(100_000), 3), Tensor.full(Shape.of(100_000), Math.log(0.25)));

        assertThat(z.mean()).isCloseTo(3, within(0.01));
        assertThat(z.minus(z.mean()).square().mean()).isCloseTo(0.25, within(0.01));
    }

    @Property(seed = "2026", tries = 50)
    void moving_the_mean_moves_the_sample(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor mu = values.draw(seed, dims.n(), dims.d());
        Tensor logVariance = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Tensor centred = new GaussianSample(new Seed(seed)).forward(Tensor.zeros(dims.n(), dims.d()), logVariance);

        assertThat(new GaussianSample(new Seed(seed)).forward(mu, logVariance)).hasEntriesOf(mu.plus(centred));
    }

    @Property(seed = "2026", tries = 50)
    void four_times_the_variance_is_twice_as_far(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor logVariance = values.draw(seed, dims.n(), dims.d()).minimum(700); // whose exponential is finite
        Tensor none = Tensor.zeros(dims.n(), dims.d());
        Tensor once = new GaussianSample(SEED).forward(none, logVariance);

        assertThat(new GaussianSample(SEED).forward(none, logVariance.plus(Math.log(4))))
                .isCloseTo(once.times(2), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void backward_is_linear_in_the_upstream(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        sample.forward(
                Tensor.zeros(dims.n(), dims.d()),
                values.draw(seed, dims.n(), dims.d()).minimum(700));
        Tensor u = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Tensor v = Values.NORMAL.draw(seed + 2, dims.n(), dims.d());

        GaussianSample.Gradients together = sample.backward(u.times(2).minus(v.times(3)));

        Tensor apart = sample.backward(u)
                .dlogVariance()
                .times(2)
                .minus(sample.backward(v).dlogVariance().times(3));
        assertThat(together.dlogVariance()).isCloseTo(apart, 1e-13);
        assertThat(together.dmu()).hasEntriesOf(u.times(2).minus(v.times(3)));
    }

    /** A code, its sample and what is rebuilt of it: the loss of a variational autoencoder is the sum of both parts. */
    @Test
    void trains_a_code_through_reconstruction_and_divergence() {
        Affine decoder = new Affine(2, 3);
        decoder.parameters().get(0).set(Values.NORMAL.draw(1, 2, 3));
        MeanSquaredError reconstruction = new MeanSquaredError(Reduction.MEAN_BATCH);
        KullbackLeibler divergence = new KullbackLeibler();
        Tensor x = Values.NORMAL.draw(2, 5, 3);
        Tensor mu = Values.NORMAL.draw(3, 5, 2);
        Tensor logVariance = Values.NORMAL.draw(4, 5, 2);
        double before = 0;
        double after = 0;
        for (int step = 0; step < 40; step++) {
            GaussianSample fixed = new GaussianSample(SEED);
            Tensor rebuilt = decoder.forward(fixed.forward(mu, logVariance));
            after = reconstruction.forward(rebuilt, x) + divergence.forward(mu, logVariance);
            before = step == 0 ? after : before;
            GaussianSample.Gradients through = fixed.backward(decoder.backward(reconstruction.backward()));
            KullbackLeibler.Gradients own = divergence.backward();
            mu = mu.minus(through.dmu().plus(own.dmu()).times(0.1));
            logVariance = logVariance.minus(
                    through.dlogVariance().plus(own.dlogVariance()).times(0.1));
        }

        assertThat(after).isLessThan(before * 0.9);
    }

    @Test
    void a_vanishing_variance_leaves_the_mean() {
        Tensor mu = Tensor.of(1000, -1000, 0.5);
        Tensor z = sample.forward(mu, Tensor.full(Shape.of(3), -1000));

        assertThat(z).hasEntriesOf(mu);
        assertThat(sample.backward(Tensor.ones(3)).dlogVariance()).isWithin(Tensor.zeros(3), 1e-200);
    }

    @Test
    void an_empty_batch_gives_an_empty_sample() {
        assertThat(sample.forward(Tensor.zeros(0, 3), Tensor.zeros(0, 3))).hasEntriesOf(Tensor.zeros(0, 3));
        assertThat(sample.backward(Tensor.zeros(0, 3)).dmu()).hasEntriesOf(Tensor.zeros(0, 3));
        assertThat(sample.backward(Tensor.zeros(0, 3)).dlogVariance()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void arguments_are_only_read_and_answers_share_nothing_with_them() {
        Tensor mu = Values.NORMAL.draw(1, 5, 3);
        Tensor logVariance = Values.NORMAL.draw(2, 5, 3);
        Tensor dz = Values.NORMAL.draw(3, 5, 3);
        sample.forward(mu, logVariance).fill(7);
        sample.backward(dz).dmu().fill(7);

        assertThat(mu).hasEntriesOf(Values.NORMAL.draw(1, 5, 3));
        assertThat(logVariance).hasEntriesOf(Values.NORMAL.draw(2, 5, 3));
        assertThat(dz).hasEntriesOf(Values.NORMAL.draw(3, 5, 3));
    }

    @Test
    void refuses_other_shapes() {
        assertThatThrownBy(() -> sample.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("GaussianSample.forward: logVariance: expected shape (5, 3) but got (5, 1).");
        sample.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 3));
        assertThatThrownBy(() -> sample.backward(Tensor.zeros(3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("GaussianSample.backward: dz: expected shape (5, 3) but got (3, 5). Is it transposed?");
    }
}
