package gradus.reference.penalty;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Recording;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PenaltyRecordedTest {
    @TestFactory
    Stream<DynamicTest> penalties_answer_as_recorded() {
        return Stream.of(
                        cases("l1", recorded -> new L1(recorded.real(0))),
                        cases("l2", recorded -> new L2(recorded.real(0))),
                        cases("elastic-net", recorded -> new ElasticNet(recorded.real(0), recorded.real(1))))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> max_norm_projects_as_recorded() {
        return DynamicTest.stream(Recording.of("penalty/max-norm"), Recording::toString, recorded -> {
            Tensor projected = new MaxNorm(recorded.real(0), recorded.integer(1)).project(recorded.input(0));

            assertThat(projected).isCloseTo(recorded.expected("project"), Recording.TOLERANCE);
        });
    }

    private static Stream<DynamicTest> cases(String name, Function<Recording, Objective> penalty) {
        return DynamicTest.stream(Recording.of("penalty/" + name), recorded -> name + ", " + recorded, recorded -> {
            Objective objective = penalty.apply(recorded);
            double value = recorded.number("value");

            assertThat(objective.value(recorded.input(0))).isCloseTo(value, within(Recording.TOLERANCE * value));
            assertThat(objective.gradient(recorded.input(0)))
                    .isCloseTo(recorded.expected("gradient"), Recording.TOLERANCE);
        });
    }
}
