package gradus.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.catalogue.Exercises;
import gradus.checks.gradient.GradientCheck;
import gradus.mutants.styles.Styles;
import gradus.subject.Failure;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import gradus.tensor.Seed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The gradient check alone, without any known value beside it. */
class GradientGateTest {

    @Test
    void every_correct_style_passes_and_none_is_left_undecided() {
        for (Exercise exercise : Exercises.all()) {
            for (Class<?> style : Styles.of(exercise.id())) {
                for (int seed = 0; seed < 20; seed++) {
                    Examination examination = check(exercise, new LocalSubject(style), seed);
                    assertThat(exercise.backward())
                            .as("%s, seed %d", style.getSimpleName(), seed)
                            .allMatch(row -> examination.isOpen(row) && !examination.isUndecided(row));
                }
            }
        }
    }

    @Test
    void gradients_that_do_not_belong_to_their_forward_pass_fail() {
        assertThat(caught())
                .contains("AF-01", "AF-02", "AF-04", "AF-12", "AC-02", "AC-03", "AC-04", "AC-06")
                .contains("SM-04", "SM-06", "SM-07", "SM-08", "SM-10", "SM-11", "SM-12", "SM-24");
    }

    @Test
    void mistakes_that_both_passes_share_are_none_of_its_business() {
        assertThat(caught()).doesNotContain("SM-02", "AC-07", "AC-14");
    }

    private static Set<String> caught() {
        Set<String> caught = new TreeSet<>();
        for (Exercise exercise : Exercises.all()) {
            for (Mutant mutant : Mutants.of(exercise.id())) {
                if (fails(exercise, mutant.subject()))
                    caught.add(mutant.diagnosis().misconception());
            }
        }
        return caught;
    }

    private static boolean fails(Exercise exercise, Subject subject) {
        try {
            Examination examination = check(exercise, subject, 1);
            return !exercise.backward().stream().allMatch(examination::isOpen);
        } catch (Failure thrown) {
            return false;
        }
    }

    private static Examination check(Exercise exercise, Subject subject, long seed) {
        Examination examination = new Examination(exercise, subject, List.of(), new Seed(seed));
        new GradientCheck().run(examination);
        return examination;
    }
}
