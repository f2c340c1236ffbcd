package gradus.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.checks.Diagnosis;
import gradus.checks.Examiner;
import gradus.checks.Exercise;
import gradus.checks.Oracle;
import gradus.checks.Row;
import gradus.checks.Status;
import gradus.checks.Verdict;
import gradus.checks.catalogue.Exercises;
import gradus.checks.diagnosis.Diagnoser;
import gradus.checks.recorded.RecordedHypotheses;
import gradus.checks.recorded.RecordedOracle;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Seed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutantsTest {
    /** Every row of the catalogue of wrong implementations that concerns an exercise. */
    private static final Map<String, Set<String>> CATALOGUE = Map.of(
            "dense/affine",
            Set.of("AF-01", "AF-02", "AF-04", "AF-05", "AF-06", "AF-08", "AF-10", "AF-12", "AF-13"),
            "activation/relu",
            Set.of("AC-02", "AC-14", "AC-15", "AF-13", "SM-10"),
            "activation/sigmoid",
            Set.of("AC-03", "AC-04", "AC-07", "AF-13", "SM-10"),
            "activation/tanh",
            Set.of("AC-06", "AC-07", "AF-13", "SM-10"),
            "activation/softmax",
            Set.of("SM-02", "SM-03", "SM-04", "SM-06", "SM-10", "AC-07", "AF-13"),
            "loss/softmax-cross-entropy",
            Set.of(
                    "SM-02", "SM-03", "SM-07", "SM-08", "SM-11", "SM-12", "SM-14", "SM-15", "SM-16", "SM-18", "AC-07",
                    "AF-04", "AF-12", "AF-13"),
            "loss/mean-squared-error",
            Set.of("SM-07", "SM-08", "SM-10", "SM-12", "SM-16", "SM-24", "AF-04", "AF-12", "AF-13"));

    private static final Seed SEED = new Seed(3);

    static Stream<Exercise> exercises() {
        return Exercises.all().stream();
    }

    static Stream<Mutant> mutants() {
        return Mutants.all().stream();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void every_mistake_of_the_catalogue_is_there(Exercise exercise) {
        Set<String> ids = Mutants.of(exercise.id()).stream().map(Mutant::id).collect(Collectors.toSet());

        assertThat(ids).isEqualTo(CATALOGUE.get(exercise.id()));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_mutant_breaks_rows_of_its_exercise_and_says_so_in_sentences(Mutant mutant) {
        List<String> rows = exercise(mutant).rows().stream().map(Row::id).toList();

        assertThat(mutant.breaks()).isNotEmpty().isSubsetOf(rows);
        assertThat(mutant.diagnosis().message()).matches("[A-Z].*\\.");
        assertThat(mutant.diagnosis().hint()).matches("\\S+ .*[.?]");
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void the_checks_find_every_row_that_a_mutant_breaks(Mutant mutant) {
        List<Verdict> verdicts = live().examine(exercise(mutant), mutant.subject(), SEED);

        assertThat(verdicts)
                .filteredOn(verdict -> mutant.breaks().contains(verdict.row().id()))
                .extracting(Verdict::status)
                .doesNotContain(Status.PASSED, Status.INCONCLUSIVE, Status.NOT_ATTEMPTED);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_mutant_is_called_by_its_own_name(Mutant mutant) {
        assertThat(names(live().examine(exercise(mutant), mutant.subject(), SEED)))
                .contains(mutant.id());
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void practice_calls_a_mutant_by_its_own_name_too(Mutant mutant) {
        Examiner practice = new Examiner(new RecordedOracle(), new Diagnoser(new RecordedHypotheses()));

        assertThat(names(practice.examine(exercise(mutant), mutant.subject(), SEED)))
                .contains(mutant.id());
    }

    @Test
    void a_class_without_a_misconception_is_no_mutant() {
        assertThatThrownBy(() -> Mutant.of(AffineAlgebra.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gradus.mutants.styles.AffineAlgebra: expected a @Misconception but got none.");
    }

    private static Examiner live() {
        Oracle oracle = new RecordedOracle().and(Reference.oracle());
        return new Examiner(oracle, new Diagnoser(new LiveHypotheses()));
    }

    private static Exercise exercise(Mutant mutant) {
        return Exercises.named(mutant.exercise()).orElseThrow();
    }

    private static Set<String> names(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::diagnosis)
                .filter(Objects::nonNull)
                .map(Diagnosis::misconception)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
