package gradus.reference.optim.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final double[] NO_RATES = {-0.1, Double.POSITIVE_INFINITY, Double.NaN};

    private static double[] first(int epochs, Schedule schedule) {
        return IntStream.range(0, epochs).mapToDouble(schedule::rate).toArray();
    }

    @Test
    void a_constant_rate_stays() {
        assertThat(first(3, new ConstantRate(0.1))).containsExactly(0.1, 0.1, 0.1);
    }

    /** Lecture 6 prints 0.1, 0.05, 0.033, 0.025. */
    @Test
    void fractional_decay_works_out_the_lectures_numbers() {
        assertThat(first(4, new FractionalDecay(0.1, 1)))
                .containsExactly(new double[] {0.1, 0.05, 0.1 / 3, 0.025}, within(1e-16));
    }

    /** Removed is 0.25, so 0.75 is kept; the two are only equal at 0.5. */
    @Test
    void step_decay_names_what_it_removes() {
        assertThat(first(7, new StepDecay(16, 3, 0.25))).containsExactly(16, 16, 16, 12, 12, 12, 9);
    }

    @Test
    void step_decay_works_out_the_lectures_half() {
        assertThat(first(4, new StepDecay(0.1, 1, 0.5))).containsExactly(0.1, 0.05, 0.025, 0.0125);
    }

    @Test
    void exponential_decay_names_what_it_keeps() {
        assertThat(first(4, new ExponentialDecay(16, 0.25))).containsExactly(16, 4, 1, 0.25);
    }

    @Test
    void inverse_root_decay_begins_with_the_whole_rate() {
        double[] rates = first(10, new InverseRootDecay(0.4, 0.5));

        assertThat(rates[0]).isEqualTo(0.4);
        assertThat(rates[1]).isEqualTo(0.2);
        assertThat(rates[4]).isEqualTo(0.1);
        assertThat(rates[9]).isEqualTo(0.2 / 3);
    }

    @Test
    void manual_rates_last_for_so_many_epochs_and_the_last_for_ever() {
        assertThat(first(7, new ManualRates(2, List.of(0.1, 0.01, 0.5))))
                .containsExactly(0.1, 0.1, 0.01, 0.01, 0.5, 0.5, 0.5);
    }

    @Test
    void manual_rates_are_a_copy() {
        List<Double> rates = new ArrayList<>(List.of(0.1));
        ManualRates manual = new ManualRates(1, rates);
        rates.set(0, 7.0);

        assertThat(manual.rate(0)).isEqualTo(0.1);
    }

    /** The Transformer's rule with d = 512 and 4000 steps of warm-up. */
    @Test
    void warm_up_works_out_its_peak_and_its_first_step() {
        WarmUp rule = new WarmUp(512, 4000);

        assertThat(rule.atStep(4000)).isCloseTo(6.9877e-4, within(5e-9));
        assertThat(rule.atStep(1)).isCloseTo(1.7469e-7, within(5e-12));
        assertThat(rule.atStep(16000)).isCloseTo(rule.atStep(4000) / 2, within(1e-18));
        assertThat(rule.atStep(2000)).isCloseTo(rule.atStep(4000) / 2, within(1e-18));
    }

    @Test
    void the_first_update_is_step_one() {
        assertThat(new WarmUp(4, 4).rate(0)).isEqualTo(1.0 / 16);
        assertThat(new RobbinsMonro(3).rate(0)).isEqualTo(3);
        assertThat(new WarmUp(4, 4).rate(Integer.MAX_VALUE)).isCloseTo(Math.pow(2, -15.5) / 2, within(1e-18));
        assertThat(new RobbinsMonro(3).rate(Integer.MAX_VALUE)).isEqualTo(3 / Math.pow(2, 31));
    }

    @Test
    void robbins_and_monro_divide_by_the_number_of_the_step() {
        assertThat(first(4, new RobbinsMonro(0.6))).containsExactly(0.6, 0.3, 0.6 / 3, 0.15);
        assertThat(new RobbinsMonro(0.6).atStep(6)).isEqualTo(0.6 / 6);
    }

    /** Lecture 5: Σ 1/n grows with ln n, Σ 1/n² stays below π² / 6. */
    @Test
    void robbins_and_monros_steps_reach_everywhere_and_calm_down() {
        RobbinsMonro rule = new RobbinsMonro(1);
        double sum = IntStream.rangeClosed(1, 1 << 16).mapToDouble(rule::atStep).sum();
        double squares = IntStream.rangeClosed(1, 1 << 16)
                .mapToDouble(n -> rule.atStep(n) * rule.atStep(n))
                .sum();

        assertThat(sum).isGreaterThan(16 * Math.log(2));
        assertThat(squares).isLessThan(Math.PI * Math.PI / 6).isGreaterThan(1.64);
    }

    /** Divided by 10 after three epochs without a new minimum: equal is not new. */
    @Test
    void a_plateau_outlasts_the_patience_before_the_rate_falls() {
        PlateauDecay decay = new PlateauDecay(1, 0.1, 2);
        double[] losses = {5, 4, 4, 4.5, 4, 4, 3, 3, 3};
        double[] rates = IntStream.range(0, losses.length)
                .mapToDouble(i -> decay.after(losses[i]))
                .toArray();

        assertThat(rates).containsExactly(1, 1, 1, 1, 0.1, 0.1, 0.1, 0.1, 0.1);
        assertThat(decay.rate()).isEqualTo(0.1);
        assertThat(decay.after(3)).isEqualTo(0.1 * 0.1);
    }

    /**
     * As ResNet was trained: from 0.1, divided by 10 after more than a patience of epochs without a new minimum. And by hand:
     * rates[⌊epoch / n⌋], the last for ever.
     */
    @Test
    void plateau_and_manual_rates_by_their_formulas() {
        PlateauDecay plateau = new PlateauDecay(0.1, 0.1, 1);
        double[] losses = {5, 4, 4, 4, 3, 3, 3, 3, 3};
        double[] lowered = {0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001, 0.001, 0.0001};
        for (int epoch = 0; epoch < losses.length; epoch++) {
            assertThat(plateau.after(losses[epoch])).isCloseTo(lowered[epoch], within(1e-16));
        }

        List<Double> rates = List.of(0.1, 0.01, 0.5);
        ManualRates manual = new ManualRates(3, rates);
        for (int epoch = 0; epoch < 15; epoch++) {
            assertThat(manual.rate(epoch)).isEqualTo(rates.get(Math.min((int) Math.floor(epoch / 3.0), 2)));
        }
    }

    @Test
    void without_patience_each_epoch_without_gain_lowers_the_rate() {
        PlateauDecay decay = new PlateauDecay(1, 0.5, 0);

        assertThat(decay.rate()).isEqualTo(1);
        assertThat(decay.after(3)).isEqualTo(1);
        assertThat(decay.after(3)).isEqualTo(0.5);
        assertThat(decay.after(Double.NaN)).isEqualTo(0.25);
        assertThat(decay.after(2.9)).isEqualTo(0.25);
    }

    @Test
    void refuses_rates_that_are_none() {
        refusesRate(ConstantRate::new, "ConstantRate: rate");
        refusesRate(a -> new FractionalDecay(a, 1), "FractionalDecay: start");
        refusesRate(a -> new FractionalDecay(1, a), "FractionalDecay: decay");
        refusesRate(a -> new StepDecay(a, 1, 0.5), "StepDecay: start");
        refusesRate(a -> new ExponentialDecay(a, 0.5), "ExponentialDecay: start");
        refusesRate(a -> new InverseRootDecay(a, 1), "InverseRootDecay: start");
        refusesRate(a -> new InverseRootDecay(1, a), "InverseRootDecay: factor");
        refusesRate(a -> new ManualRates(1, List.of(1.0, a)), "ManualRates: rates");
        refusesRate(RobbinsMonro::new, "RobbinsMonro: alpha");
        assertThatThrownBy(() -> new PlateauDecay(-1, 0.1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PlateauDecay: start: expected a finite number of 0 or more but got -1.0.");
    }

    private static void refusesRate(DoubleFunction<Schedule> maker, String where) {
        for (double rate : NO_RATES) {
            refuses(() -> maker.apply(rate), where + ": expected a finite number of 0 or more but got " + rate + ".");
        }
        assertThat(maker.apply(0).rate(1)).isGreaterThanOrEqualTo(0);
    }

    @Test
    void refuses_shares_outside_zero_to_one() {
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            String rest = ": expected a number from 0 to 1 but got " + share + ".";
            refuses(() -> new StepDecay(1, 1, share), "StepDecay: removed" + rest);
            refuses(() -> new ExponentialDecay(1, share), "ExponentialDecay: kept" + rest);
            refuses(() -> new PlateauDecay(1, share, 0), "PlateauDecay: factor" + rest);
        }
        assertThat(new StepDecay(1, 1, 1).rate(1)).isZero();
        assertThat(new StepDecay(1, 1, 0).rate(1)).isEqualTo(1);
        assertThat(new ExponentialDecay(1, 1).rate(7)).isEqualTo(1);
    }

    @Test
    void refuses_counts_that_are_too_small() {
        refuses(() -> new StepDecay(1, 0, 0.5), "StepDecay: every: expected 1 or more but got 0.");
        refuses(() -> new ManualRates(0, List.of(1.0)), "ManualRates: every: expected 1 or more but got 0.");
        refuses(() -> new ManualRates(1, List.of()), "ManualRates: number of rates: expected 1 or more but got 0.");
        refuses(() -> new WarmUp(0, 1), "WarmUp: width: expected 1 or more but got 0.");
        refuses(() -> new WarmUp(1, 0), "WarmUp: warmup: expected 1 or more but got 0.");
        refuses(() -> new PlateauDecay(1, 0.1, -1), "PlateauDecay: patience: expected 0 or more but got -1.");
    }

    @Test
    void refuses_epochs_before_the_first() {
        refusesEpoch(new ConstantRate(1), "ConstantRate.rate: epoch");
        refusesEpoch(new FractionalDecay(1, 1), "FractionalDecay.rate: epoch");
        refusesEpoch(new StepDecay(1, 1, 0.5), "StepDecay.rate: epoch");
        refusesEpoch(new ExponentialDecay(1, 0.5), "ExponentialDecay.rate: epoch");
        refusesEpoch(new InverseRootDecay(1, 1), "InverseRootDecay.rate: epoch");
        refusesEpoch(new ManualRates(1, List.of(1.0)), "ManualRates.rate: epoch");
        refusesEpoch(new WarmUp(1, 1), "WarmUp.rate: update");
        refusesEpoch(new RobbinsMonro(1), "RobbinsMonro.rate: update");
        refuses(() -> new WarmUp(1, 1).atStep(0), "WarmUp.atStep: step: expected 1 or more but got 0.");
        refuses(() -> new RobbinsMonro(1).atStep(0), "RobbinsMonro.atStep: n: expected 1 or more but got 0.");
    }

    private static void refusesEpoch(Schedule schedule, String where) {
        refuses(() -> schedule.rate(-1), where + ": expected 0 or more but got -1.");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
