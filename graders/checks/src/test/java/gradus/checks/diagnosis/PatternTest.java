package gradus.checks.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Case;
import gradus.checks.Diagnosis;
import gradus.checks.Examination.Observation;
import gradus.checks.Exercise;
import gradus.checks.Outcome;
import gradus.checks.Row;
import gradus.checks.catalogue.Exercises;
import gradus.checks.recorded.RecordedOracle;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class PatternTest {
    private static final Exercise AFFINE = Exercises.named("dense/affine").orElseThrow();

    @Test
    void signs_and_factors_are_recognised() {
        assertThat(named("backward.dX", (c, e) -> e.negate())).contains("sign");
        assertThat(named("backward.dX", (c, e) -> e.times(2))).contains("factor-2");
        assertThat(named("backward.dX", (c, e) -> e.divide(2))).contains("factor-1/2");
        assertThat(named("backward.dW", (c, e) -> e.times(0))).contains("zero");
        assertThat(named("backward.db", (c, e) -> e.divide(c.x().dim(0)))).contains("factor-1/N");
        assertThat(named("backward.db", (c, e) -> e.times(c.x().dim(0)))).contains("factor-N");
        assertThat(named("backward.dX", (c, e) -> e.times(c.x().dim(1)))).contains("factor-C");
        assertThat(named("backward.dX", (c, e) -> e.divide(c.x().dim(1)))).contains("factor-1/C");
    }

    @Test
    void transposes_and_wrong_axes_are_recognised() {
        assertThat(named("backward.dW", (c, e) -> e.transpose())).contains("transposed");
        assertThat(named("backward.db", (c, e) -> c.dy().sum(1))).contains("wrong-axis");
        assertThat(named("backward.dX", (c, e) -> c.x())).contains("input");
    }

    @Test
    void an_upstream_gradient_that_is_passed_through_is_recognised() {
        Exercise relu = Exercises.named("activation/relu").orElseThrow();

        assertThat(named(relu, "backward.dX", (c, e) -> c.dy())).contains("upstream");
    }

    @Test
    void nothing_is_said_where_nothing_fits() {
        assertThat(named("backward.dX", (c, e) -> e.times(1.5))).isEmpty();
        assertThat(named("backward.dX", (c, e) -> e.plus(c.x()))).isEmpty();
    }

    @Test
    void nothing_is_said_of_right_results() {
        assertThat(named("backward.dX", (c, e) -> e)).isEmpty();
    }

    @Test
    void a_pattern_that_fits_one_case_only_is_not_named() {
        assertThat(named("backward.dX", (c, e) -> c.x().dim(0) == 5 ? e.times(2) : e.times(3)))
                .isEmpty();
    }

    private static Optional<String> named(String row, BiFunction<Case, Tensor, Tensor> mistake) {
        return named(AFFINE, row, mistake);
    }

    private static Optional<String> named(Exercise exercise, String id, BiFunction<Case, Tensor, Tensor> mistake) {
        Row row = exercise.row(id);
        List<Observation> observations = new RecordedOracle()
                .valued(exercise, new Seed(0)).stream()
                        .map(valued -> new Observation(
                                valued.experiment(),
                                valued.expected(),
                                outcome(row, mistake.apply(valued.experiment(), valued.expected(row)))))
                        .toList();
        return Diagnoser.ofPatterns().diagnose(exercise, row, observations).map(Diagnosis::misconception);
    }

    private static Outcome outcome(Row row, Tensor value) {
        return new Outcome(Map.of(row.id(), value), Map.of(row.id(), value), Set.of(), null);
    }
}
