package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Sigmoid;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The discriminator's loss and the generator's two. */
class GanLossesTest {
    private final DiscriminatorLoss discriminator = new DiscriminatorLoss();
    private final MinimaxGeneratorLoss minimax = new MinimaxGeneratorLoss();
    private final NonSaturatingGeneratorLoss lively = new NonSaturatingGeneratorLoss();

    /** The summary's game: with D = 1/2 everywhere it costs ln 2 = 0.693147. */
    @Test
    void a_discriminator_that_cannot_tell_pays_the_logarithm_of_two() {
        assertThat(discriminator.forward(Tensor.zeros(5, 1), Tensor.zeros(7, 1)))
                .isCloseTo(0.693147, within(5e-7));
        assertThat(minimax.forward(Tensor.zeros(7, 1))).isCloseTo(-Math.log(2) / 2, within(1e-15));
        assertThat(lively.forward(Tensor.zeros(7, 1))).isCloseTo(Math.log(2) / 2, within(1e-15));
    }

    /** D = 3/4 for one real and 1/4 for two generated samples. */
    @Test
    void works_out_a_batch_by_hand() {
        Tensor real = Tensor.of(Math.log(3));
        Tensor fake = Tensor.of(-Math.log(3), -Math.log(3));

        assertThat(discriminator.forward(real, fake)).isCloseTo(Math.log(4.0 / 3), within(1e-15));
        assertThat(discriminator.backward().dreal()).isCloseTo(Tensor.of(-0.125), 1e-15);
        assertThat(discriminator.backward().dfake()).isCloseTo(Tensor.of(0.0625, 0.0625), 1e-15);
        assertThat(minimax.forward(fake)).isCloseTo(Math.log(0.75) / 2, within(1e-15));
        assertThat(minimax.backward()).isCloseTo(Tensor.of(-0.0625, -0.0625), 1e-15);
        assertThat(lively.forward(fake)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(lively.backward()).isCloseTo(Tensor.of(-0.1875, -0.1875), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void are_the_printed_formulas_on_probabilities(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor real = values.draw(seed, dims.n(), 1).divide(1000); // so that no probability is 0 or 1
        Tensor fake = values.draw(seed + 1, dims.m(), 1).divide(1000);
        Tensor ofReal = new Sigmoid().forward(real);
        Tensor ofFake = new Sigmoid().forward(fake);
        double expected = -ofReal.log().mean() / 2 - ofFake.oneMinus().log().mean() / 2;

        assertThat(discriminator.forward(real, fake)).isCloseTo(expected, within(1e-14));
        assertThat(minimax.forward(fake)).isCloseTo(ofFake.oneMinus().log().mean() / 2, within(1e-14));
        assertThat(lively.forward(fake)).isCloseTo(-ofFake.log().mean() / 2, within(1e-14));
    }

    /** J_G = -J_D, less the part about real samples, that the generator cannot change. */
    @Property(seed = "2026", tries = 50)
    void what_one_wins_in_the_game_the_other_loses(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor real = values.draw(seed, dims.n(), 1);
        Tensor fake = values.draw(seed + 1, dims.m(), 1);
        double game = discriminator.forward(real, fake);
        double onReal = lively.forward(real);

        double won = minimax.forward(fake);

        assertThat(won - onReal).isCloseTo(-game, within(1e-14 * game));
        assertThat(minimax.backward())
                .hasEntriesOf(discriminator.backward().dfake().negate());
    }

    @Property(seed = "2026", tries = 50)
    void both_generators_pull_towards_being_taken_for_real(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor fake = values.draw(seed, dims.m(), 1).divide(100); // so that no probability is 0 or 1
        minimax.forward(fake);
        lively.forward(fake);

        assertThat(minimax.backward().max()).isNegative();
        assertThat(lively.backward().max()).isNegative();
        assertThat(minimax.backward().plus(lively.backward()))
                .as("D / 2M and (1 - D) / 2M")
                .isWithin(Tensor.full(fake.shape(), -0.5 / dims.m()), 1e-16);
    }

    @Test
    void only_the_non_saturating_one_learns_from_a_sure_discriminator() {
        Tensor fake = Tensor.of(-1000);
        assertThat(minimax.forward(fake)).isZero();
        assertThat(minimax.backward()).hasEntriesOf(Tensor.of(0));
        assertThat(lively.forward(fake)).isEqualTo(500);
        assertThat(lively.backward()).hasEntriesOf(Tensor.of(-0.5));
    }

    @Test
    void are_finite_and_right_far_out() {
        Tensor logits = Tensor.of(1000, -1000);

        assertThat(discriminator.forward(logits, logits)).isEqualTo(500);
        assertThat(discriminator.backward().dreal()).hasEntriesOf(Tensor.of(0, -0.25));
        assertThat(discriminator.backward().dfake()).hasEntriesOf(Tensor.of(0.25, 0));
        assertThat(minimax.forward(logits)).isEqualTo(-250);
        assertThat(minimax.backward()).hasEntriesOf(Tensor.of(-0.25, 0));
    }

    @Property(seed = "2026", tries = 20)
    void batches_seen_twice_cost_the_same_and_halve_the_gradients(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor real = values.draw(seed, dims.n(), 1);
        Tensor fake = values.draw(seed + 1, dims.m(), 1);
        double once = discriminator.forward(real, fake);
        DiscriminatorLoss.Gradients gradients = discriminator.backward();

        double twice = discriminator.forward(Tensor.concat(0, real, real), Tensor.concat(0, fake, fake));

        assertThat(twice).isCloseTo(once, within(1e-14 * once));
        assertThat(discriminator.backward().dreal().slice(0, dims.n(), 2 * dims.n()))
                .isCloseTo(gradients.dreal().divide(2), 1e-15);
        assertThat(discriminator.backward().dfake().slice(0, dims.m(), 2 * dims.m()))
                .isCloseTo(gradients.dfake().divide(2), 1e-15);
    }

    @Test
    void an_empty_batch_has_no_mean_and_empty_gradients() {
        Tensor none = Tensor.zeros(0, 1);

        assertThat(discriminator.forward(none, Tensor.zeros(7, 1))).isNaN();
        assertThat(discriminator.backward().dreal()).hasEntriesOf(none);
        assertThat(minimax.forward(none)).isNaN();
        assertThat(minimax.backward()).hasEntriesOf(none);
        assertThat(lively.forward(none)).isNaN();
        assertThat(lively.backward()).hasEntriesOf(none);
    }

    @Test
    void logits_are_only_read() {
        Tensor real = Values.NORMAL.draw(1, 5, 1);
        Tensor fake = Values.NORMAL.draw(2, 7, 1);
        discriminator.forward(real, fake);
        discriminator.backward();
        minimax.forward(fake);
        minimax.backward();
        lively.forward(fake);
        lively.backward();

        assertThat(real).hasEntriesOf(Values.NORMAL.draw(1, 5, 1));
        assertThat(fake).hasEntriesOf(Values.NORMAL.draw(2, 7, 1));
    }
}
