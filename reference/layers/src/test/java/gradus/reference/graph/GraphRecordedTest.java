package gradus.reference.graph;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Recording;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphRecordedTest {
    static Stream<Recording> maximum() {
        return Recording.of("graph/maximum");
    }

    static Stream<Recording> pick() {
        return Recording.of("graph/pick");
    }

    static Stream<Recording> power() {
        return Recording.of("graph/power");
    }

    @ParameterizedTest
    @MethodSource("maximum")
    void a_maximum_along_an_axis_answers_as_recorded(Recording recorded) {
        holds(
                recorded,
                Differentiated.of(recorded.input(0), recorded.upstream(0), x -> x.maxKeep(recorded.integer(0))));
    }

    @ParameterizedTest
    @MethodSource("pick")
    void a_pick_answers_as_recorded(Recording recorded) {
        holds(recorded, Differentiated.of(recorded.input(0), recorded.upstream(0), x -> x.pick(recorded.integers(1))));
    }

    @ParameterizedTest
    @MethodSource("power")
    void a_power_answers_as_recorded(Recording recorded) {
        Differentiated y = Differentiated.of(
                nodes -> nodes.get(0).power(nodes.get(1)), recorded.upstream(0), recorded.input(0), recorded.input(1));

        assertThat(y.value()).isCloseTo(recorded.expected("forward"), Recording.TOLERANCE);
        assertThat(y.gradients().get(0)).isCloseTo(recorded.expected("backward.da"), Recording.TOLERANCE);
        assertThat(y.gradients().get(1)).isCloseTo(recorded.expected("backward.db"), Recording.TOLERANCE);
    }

    private static void holds(Recording recorded, Differentiated y) {
        assertThat(y.value()).isCloseTo(recorded.expected("forward"), Recording.TOLERANCE);
        assertThat(y.dx()).isCloseTo(recorded.expected("backward.dx"), Recording.TOLERANCE);
    }
}
