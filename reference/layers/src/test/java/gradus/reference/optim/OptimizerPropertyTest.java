package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Relations that hold for all gradients: theta (N, D), seven steps. */
class OptimizerPropertyTest {
    private static final int STEPS = 7;

    private final Tensor step = Walked.numbers(STEPS, 2).plus(1); // 1 to 7, (7, 1, 1)

    private static Tensor theta(Primes dims) {
        return Values.NORMAL.draw(1, dims.n(), dims.d());
    }

    private static double[] rates(double rate) {
        return Walked.steady(rate, STEPS);
    }

    /** None is 0, where a quotient of zeros would be undefined without ε. */
    private static Tensor withoutZeros(Tensor g) {
        return g.equalTo(0).where(1, g);
    }

    @Property(seed = "2026", tries = 50)
    void adams_first_step_is_the_rate_against_the_sign(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0.01, max = 2) double rate) {
        Tensor theta = theta(dims);
        Tensor g = withoutZeros(values.draw(seed, dims.n(), dims.d()));

        Tensor next = new Adam(0.9, 0.999, 0).step(theta, g, rate);

        assertThat(next).isWithin(theta.minus(g.sign().times(rate)), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_gradient_moves_adam_by_the_rate_in_each_step(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = theta(dims);
        Tensor g = withoutZeros(values.draw(seed, dims.n(), dims.d()));
        Tensor constant = g.expand(0).plus(Tensor.zeros(STEPS, dims.n(), dims.d()));

        Tensor thetas = Walked.along(new Adam(0.9, 0.999, 0), theta, constant, rates(0.1));

        assertThat(thetas).isWithin(theta.minus(step.times(g.sign()).times(0.1)), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void the_scale_of_the_gradients_does_not_matter_to_rules_that_divide_by_it(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0.01, max = 1e3) double scale) {
        Tensor theta = theta(dims);
        Tensor g = withoutZeros(values.draw(seed, STEPS, dims.n(), dims.d()));
        Tensor scaled = g.times(scale);

        assertThat(Walked.along(new Adam(0.9, 0.999, 0), theta, scaled, rates(0.1)))
                .isWithin(Walked.along(new Adam(0.9, 0.999, 0), theta, g, rates(0.1)), 1e-12);
        assertThat(Walked.along(new RmsProp(0.9, 0), theta, scaled, rates(0.1)))
                .isWithin(Walked.along(new RmsProp(0.9, 0), theta, g, rates(0.1)), 1e-12);
        assertThat(Walked.along(new Adagrad(0), theta, scaled, rates(0.1)))
                .isWithin(Walked.along(new Adagrad(0), theta, g, rates(0.1)), 1e-12);
        assertThat(Walked.along(new UncorrectedAdam(0.9, 0.999, 0), theta, scaled, rates(0.1)))
                .isWithin(Walked.along(new UncorrectedAdam(0.9, 0.999, 0), theta, g, rates(0.1)), 1e-12);
    }

    @Property(seed = "2026", tries = 50)
    void gradients_of_the_other_sign_mirror_the_way(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor g = values.draw(seed, STEPS, dims.n(), dims.d());
        Tensor zero = Tensor.zeros(dims.n(), dims.d());

        Tensor there = Walked.along(new Adam(), zero, g, rates(0.1));

        assertThat(Walked.along(new Adam(), zero, g.negate(), rates(0.1))).hasEntriesOf(there.negate());
    }

    /** θₖ = θ₀ - α ∇ Σⱼ (1 - βʲ) / (1 - β), j from 1 to k. */
    @Property(seed = "2026", tries = 50)
    void momentum_of_a_constant_gradient_has_a_closed_form(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0, max = 0.95) double beta) {
        Tensor theta = theta(dims);
        Tensor g = values.draw(seed, dims.n(), dims.d());
        Tensor constant = g.expand(0).plus(Tensor.zeros(STEPS, dims.n(), dims.d()));
        double[] lengths = new double[STEPS];
        double length = 0;
        for (int k = 1; k <= STEPS; k++) {
            length += (1 - Math.pow(beta, k)) / (1 - beta);
            lengths[k - 1] = 0.1 * length;
        }

        Tensor thetas = Walked.along(new Momentum(beta), theta, constant, rates(0.1));

        assertThat(thetas)
                .isCloseTo(theta.minus(Tensor.of(lengths).reshape(STEPS, 1, 1).times(g)), 1e-13);
    }

    /** v = -α Σₖ βᵏ ∇ₙ₋ₖ. */
    @Property(seed = "2026", tries = 50)
    void the_velocity_is_a_fading_sum_of_the_gradients(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = theta(dims);
        Tensor g = values.draw(seed, STEPS, dims.n(), dims.d());
        Tensor weights = Tensor.full(step.shape(), 0.5).power(step.minus(1).flip(0)); // 0.5⁶ to 0.5⁰

        Tensor thetas = Walked.along(new Momentum(0.5), theta, g, rates(0.1));

        Tensor velocity = thetas.select(0, STEPS - 1).minus(thetas.select(0, STEPS - 2));
        assertThat(velocity).isWithin(g.times(weights).sum(0).times(-0.1), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void all_forms_of_momentum_agree_while_the_rate_is_steady(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0, max = 0.99) double beta) {
        Tensor theta = theta(dims);
        Tensor g = values.draw(seed, STEPS, dims.n(), dims.d());

        Tensor thetas = Walked.along(new Momentum(beta), theta, g, rates(0.1));

        assertThat(Walked.along(new AccumulatedMomentum(beta), theta, g, rates(0.1)))
                .isCloseTo(thetas, 1e-13);
        assertThat(Walked.along(new DeltaMomentum(beta), theta, g, rates(0.1))).hasEntriesOf(thetas);
        assertThat(Walked.along(new Nesterov(beta), theta, g, rates(0.1))).hasEntriesOf(thetas);
    }

    @Property(seed = "2026", tries = 50)
    void the_change_of_weights_agrees_with_momentum_at_any_rate(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0, max = 1) double late) {
        Tensor theta = theta(dims);
        Tensor g = values.draw(seed, STEPS, dims.n(), dims.d());
        double[] rates = {0.1, 0.1, 0.1, late, late, 0.2, late};

        Tensor thetas = Walked.along(new Momentum(0.9), theta, g, rates);

        assertThat(Walked.along(new DeltaMomentum(0.9), theta, g, rates)).hasEntriesOf(thetas);
    }

    @Property(seed = "2026", tries = 50)
    void without_memory_momentum_is_plain_descent(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = theta(dims);
        Tensor g = values.draw(seed, STEPS, dims.n(), dims.d());

        Tensor thetas = Walked.along(new GradientDescent(), theta, g, rates(0.1));

        assertThat(Walked.along(new Momentum(0), theta, g, rates(0.1))).hasEntriesOf(thetas);
        assertThat(Walked.along(new AccumulatedMomentum(0), theta, g, rates(0.1)))
                .hasEntriesOf(thetas);
    }

    /** f(x) = x²: xₙ = (1 - 2 α)ⁿ x₀. */
    @Property(seed = "2026", tries = 50)
    void descent_on_a_parabola_is_a_power(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0, max = 1) double rate,
            @ForAll @IntRange(min = 1, max = 11) int steps) {
        Tensor start = values.draw(seed, dims.n(), dims.d());
        GradientDescent rule = new GradientDescent();
        Tensor x = start;
        for (int k = 0; k < steps; k++) {
            x = rule.step(x, x.times(2), rate);
        }

        double largest = start.abs().max();
        assertThat(x).isWithin(start.times(Math.pow(1 - 2 * rate, steps)), 1e-14 * largest);
    }

    @Property(seed = "2026", tries = 50)
    void adam_w_without_decay_is_adam(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = theta(dims);
        Tensor g = values.draw(seed, STEPS, dims.n(), dims.d());

        Tensor thetas = Walked.along(new Adam(), theta, g, rates(0.1));

        assertThat(Walked.along(new AdamW(0.9, 0.999, 1e-8, 0), theta, g, rates(0.1)))
                .hasEntriesOf(thetas);
    }

    /** (1 - α λ)ᵏ θ₀, whatever the moments: they are 0. */
    @Property(seed = "2026", tries = 50)
    void adam_w_without_gradient_only_decays(@ForAll Primes dims, @ForAll @DoubleRange(min = 0, max = 1) double decay) {
        Tensor theta = theta(dims);
        Tensor thetas = Walked.along(
                new AdamW(0.9, 0.999, 1e-8, decay), theta, Tensor.zeros(STEPS, dims.n(), dims.d()), rates(0.1));

        Tensor kept = Tensor.full(step.shape(), 1 - 0.1 * decay).power(step);
        assertThat(thetas).isWithin(kept.times(theta), 1e-14);
    }

    /** Adagrad with a constant gradient: steps of α / √k. */
    @Property(seed = "2026", tries = 50)
    void a_constant_gradient_moves_adagrad_ever_less(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = theta(dims);
        Tensor g = withoutZeros(values.draw(seed, dims.n(), dims.d()));
        Tensor constant = g.expand(0).plus(Tensor.zeros(STEPS, dims.n(), dims.d()));

        Tensor thetas = Walked.along(new Adagrad(0), theta, constant, rates(0.1));

        Tensor steps = thetas.slice(0, 0, STEPS - 1).minus(thetas.slice(0, 1, STEPS));
        Tensor roots = step.slice(0, 1, STEPS).sqrt();
        assertThat(steps).isWithin(g.sign().times(0.1).divide(roots), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void clipping_by_norm_gives_the_same_direction_and_at_most_the_bound(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0.01, max = 1e3) double bound) {
        Tensor g = values.draw(seed, dims.n(), dims.d());

        Tensor clipped = new NormClipping(bound).clip(g);

        double length = Math.sqrt(g.dot(g));
        double share = length > bound ? bound / length : 1;
        assertThat(clipped).isCloseTo(g.times(share), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void clipping_twice_is_clipping_once(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor g = values.draw(seed, dims.n(), dims.d());
        ValueClipping byValue = new ValueClipping(0.5);
        NormClipping byNorm = new NormClipping(0.5);

        assertThat(byValue.clip(byValue.clip(g))).hasEntriesOf(byValue.clip(g));
        assertThat(byNorm.clip(byNorm.clip(g))).isCloseTo(byNorm.clip(g), 1e-15);
    }
}
