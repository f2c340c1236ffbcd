package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import gradus.reference.optim.WeightDecay.Form;
import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole trajectories, seven steps each, most with rates that change on the way. */
class OptimizerRecordedTest {
    @TestFactory
    Stream<DynamicTest> goes_as_recorded() {
        return Stream.of(
                        thetas("gradient-descent", r -> new GradientDescent()),
                        thetas("momentum", r -> new Momentum(r.real(0))),
                        thetas("steady-momentum", r -> new Momentum(r.real(0))),
                        thetas("accumulated-momentum", r -> new AccumulatedMomentum(r.real(0))),
                        thetas("adagrad", r -> new Adagrad(r.real(0))),
                        thetas("rms-prop", r -> new RmsProp(r.real(0), r.real(1))),
                        thetas("adam", OptimizerRecordedTest::adam),
                        thetas("uncorrected-adam", r -> new UncorrectedAdam(r.real(0), r.real(1), r.real(2))),
                        thetas("adam-w", r -> new AdamW(r.real(0), r.real(1), r.real(2), r.real(3))),
                        thetas("penalised-descent", r -> decay(new GradientDescent(), Form.HALF_PENALTY, r.real(0))),
                        thetas("penalised-descent", r -> decay(new GradientDescent(), Form.PENALTY, r.real(0) / 2)),
                        thetas("penalised-adam", r -> decay(new Adam(), Form.HALF_PENALTY, r.real(0))),
                        thetas("penalised-adam", r -> decay(new Adam(), Form.PENALTY, r.real(0) / 2)),
                        thetas("adam-w", r -> decay(adam(r), Form.DECOUPLED_BY_RATE, r.real(3))),
                        thetas("decoupled-descent", r -> decay(new GradientDescent(), Form.DECOUPLED, r.real(0))))
                .flatMap(tests -> tests);
    }

    /** PyTorch keeps the point that looks ahead in place of theta. */
    @TestFactory
    Stream<DynamicTest> nesterov_looks_ahead_as_recorded() {
        return DynamicTest.stream(Recording.of("optim/steady-nesterov"), Recording::toString, recorded -> {
            Nesterov rule = new Nesterov(recorded.real(0));
            Tensor theta = recorded.input(0);
            double[] rates = recorded.input(2).toArray();
            for (int k = 0; k < rates.length; k++) {
                theta = rule.step(theta, recorded.input(1).select(0, k), rates[k]);
                assertThat(rule.lookAhead(theta))
                        .isCloseTo(recorded.expected("ahead").select(0, k), Recording.TOLERANCE);
            }
        });
    }

    private static Stream<DynamicTest> thetas(String name, Function<Recording, Optimizer> rule) {
        return DynamicTest.stream(Recording.of("optim/" + name), Recording::toString, recorded -> {
            double[] rates = recorded.input(2).toArray();

            Tensor thetas = Walked.along(rule.apply(recorded), recorded.input(0), recorded.input(1), rates);

            assertThat(thetas).isCloseTo(recorded.expected("thetas"), Recording.TOLERANCE);
        });
    }

    @TestFactory
    Stream<DynamicTest> clips_as_recorded() {
        return Stream.concat(
                clipping("value-clipping", ValueClipping::new), clipping("norm-clipping", NormClipping::new));
    }

    private static Stream<DynamicTest> clipping(String name, Function<Double, Clipping> maker) {
        return DynamicTest.stream(Recording.of("optim/" + name), Recording::toString, recorded -> {
            int count = recorded.node().get("inputs").size();
            List<Tensor> gradients =
                    IntStream.range(0, count).mapToObj(recorded::input).toList();

            List<Tensor> clipped = maker.apply(recorded.real(0)).clip(gradients);

            for (int i = 0; i < count; i++) {
                assertThat(clipped.get(i)).isCloseTo(recorded.expected("g" + i), Recording.TOLERANCE);
            }
        });
    }

    private static Optimizer adam(Recording r) {
        return new Adam(r.real(0), r.real(1), r.real(2));
    }

    private static Optimizer decay(Optimizer rule, Form form, double lambda) {
        return new WeightDecay(rule, form, lambda);
    }
}
