package gradus.mutants.styles;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Comparison;
import gradus.checks.Exercise;
import gradus.checks.Experiment;
import gradus.checks.Oracle;
import gradus.checks.Oracle.Valued;
import gradus.checks.Outcome;
import gradus.checks.catalogue.Exercises;
import gradus.checks.recorded.RecordedOracle;
import gradus.mutants.Reference;
import gradus.subject.LocalSubject;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StylesTest {
    private static final Oracle ORACLE = new RecordedOracle().and(Reference.oracle());

    private static final Tensor NOTHING = Tensor.zeros(0);

    static Stream<Arguments> styles() {
        return Exercises.all().stream()
                .flatMap(exercise -> Styles.of(exercise.id()).stream().map(style -> Arguments.of(exercise, style)));
    }

    @Test
    void every_exercise_has_three_styles_at_least() {
        assertThat(Exercises.all())
                .allSatisfy(exercise -> assertThat(Styles.of(exercise.id())).hasSizeGreaterThanOrEqualTo(3));
    }

    @Test
    void an_unknown_exercise_has_no_style() {
        assertThat(Styles.of("dense/quadratic")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("styles")
    void a_style_agrees_with_pytorch_and_with_the_reference(Exercise exercise, Class<?> style) {
        for (long seed : List.of(1L, 2L, 3L)) {
            for (Valued valued : ORACLE.valued(exercise, new Seed(seed))) {
                Outcome outcome = Experiment.run(exercise, new LocalSubject(style), valued.experiment());

                assertThat(outcome.failure()).isNull();
                assertThat(outcome.changed()).isEmpty();
                valued.expected()
                        .forEach((row, expected) -> assertThat(Comparison.of(
                                                row, expected, outcome.values().getOrDefault(row, NOTHING), 1e3)
                                        .message())
                                .as(valued.experiment().text())
                                .isNull());
            }
        }
    }
}
