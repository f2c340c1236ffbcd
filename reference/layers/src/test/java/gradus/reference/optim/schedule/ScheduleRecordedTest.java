package gradus.reference.optim.schedule;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import gradus.tensor.Schedule;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ScheduleRecordedTest {
    @TestFactory
    Stream<DynamicTest> rates_are_as_recorded() {
        return Stream.of(
                        rates("fractional-decay", r -> new FractionalDecay(r.real(0), r.real(1))),
                        rates("step-decay", r -> new StepDecay(r.real(0), r.integer(1), r.real(2))),
                        rates("exponential-decay", r -> new ExponentialDecay(r.real(0), r.real(1))),
                        rates("inverse-root-decay", r -> new InverseRootDecay(r.real(0), r.real(1))),
                        rates("warm-up", r -> new WarmUp(r.integer(0), r.integer(1))),
                        rates("robbins-monro", r -> new RobbinsMonro(r.real(0))),
                        rates(
                                "manual-rates",
                                r -> new ManualRates(r.integer(0), List.of(r.real(1), r.real(2), r.real(3)))))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> rates(String name, Function<Recording, Schedule> maker) {
        return DynamicTest.stream(Recording.of("optim/" + name), Recording::toString, recorded -> {
            Tensor expected = recorded.expected("rates");
            Schedule schedule = maker.apply(recorded);

            double[] rates = IntStream.range(0, expected.size())
                    .mapToDouble(schedule::rate)
                    .toArray();

            for (int epoch = 0; epoch < rates.length; epoch++) {
                assertThat(Tensor.of(rates[epoch])).isCloseTo(expected.slice(0, epoch, epoch + 1), Recording.TOLERANCE);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_plateau_lowers_the_rate_as_recorded() {
        return DynamicTest.stream(Recording.of("optim/plateau-decay"), Recording::toString, recorded -> {
            double[] losses = recorded.input(0).toArray();
            PlateauDecay decay = new PlateauDecay(recorded.real(0), recorded.real(1), recorded.integer(2));
            double[] rates = new double[losses.length];
            for (int epoch = 0; epoch < losses.length; epoch++) {
                rates[epoch] = decay.rate();
                decay.after(losses[epoch]);
            }

            assertThat(Tensor.of(rates)).isCloseTo(recorded.expected("rates"), Recording.TOLERANCE);
        });
    }
}
