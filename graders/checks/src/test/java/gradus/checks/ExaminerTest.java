package gradus.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.checks.catalogue.Exercises;
import gradus.checks.diagnosis.Diagnoser;
import gradus.checks.fixtures.Submissions;
import gradus.checks.recorded.RecordedOracle;
import gradus.subject.Failure;
import gradus.subject.Instance;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import gradus.tensor.Seed;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExaminerTest {
    private static final Exercise AFFINE = Exercises.named("dense/affine").orElseThrow();
    private static final Seed SEED = new Seed(42);

    @Test
    void a_right_layer_earns_every_point() {
        List<Verdict> verdicts = examine(Submissions.Right.class);

        assertThat(verdicts).extracting(Verdict::status).containsOnly(Status.PASSED);
        assertThat(verdicts.stream().mapToDouble(Verdict::earned).sum()).isEqualTo(AFFINE.points());
    }

    @Test
    void a_skeleton_is_not_attempted() {
        assertThat(statuses(Submissions.Skeleton.class)).containsOnly(Status.NOT_ATTEMPTED);
    }

    @Test
    void forward_counts_although_backward_is_not_attempted() {
        assertThat(statuses(Submissions.ForwardOnly.class))
                .containsExactly(Status.PASSED, Status.NOT_ATTEMPTED, Status.NOT_ATTEMPTED, Status.NOT_ATTEMPTED);
    }

    @Test
    void zeros_earn_nothing() {
        assertThat(statuses(Submissions.NothingAtAll.class)).containsOnly(Status.FAILED);
    }

    @Test
    void each_gradient_is_marked_for_itself() {
        assertThat(statuses(Submissions.MeanBias.class))
                .containsExactly(Status.PASSED, Status.PASSED, Status.PASSED, Status.FAILED);
    }

    @Test
    void a_wrong_entry_is_shown_with_both_values() {
        Verdict db = verdict(Submissions.MeanBias.class, "backward.db");
        Worst worst = Objects.requireNonNull(db.worst());
        Diagnosis diagnosis = Objects.requireNonNull(db.diagnosis());

        assertThat(db.message()).isEqualTo("db is wrong in every entry. db[2]: expected 2.143 but got 0.4286.");
        assertThat(worst.relativeError()).isCloseTo(0.8, within(1e-12));
        assertThat(diagnosis.misconception()).isEqualTo("factor-1/N");
        assertThat(db.experiment()).isEqualTo("x (5, 7), w (7, 3)");
    }

    @Test
    void a_gradient_that_fits_another_forward_fails_and_says_so() {
        assertThat(verdict(Submissions.WrongBiasInForward.class, "forward").status())
                .isEqualTo(Status.FAILED);
        assertThat(verdict(Submissions.WrongBiasInForward.class, "backward.dX").status())
                .isEqualTo(Status.PASSED);
        assertThat(verdict(Submissions.WrongBiasInForward.class, "backward.db").status())
                .isEqualTo(Status.FAILED);
        assertThat(verdict(Submissions.WrongBiasInForward.class, "backward.db").message())
                .startsWith("db is not the derivative of your forward: along a random direction the slope is ")
                .endsWith(" db is what the task asks for, but your forward is not: mend forward first.");
    }

    @Test
    void a_gradient_of_another_function_says_that_it_fits_that_function() {
        assertThat(verdict(Submissions.OtherFunction.class, "backward.dX").status())
                .isEqualTo(Status.FAILED);
        assertThat(verdict(Submissions.OtherFunction.class, "backward.dX").message())
                .endsWith("It is the derivative of your own forward, so mend forward first.");
    }

    @Test
    void gradients_must_be_added() {
        Verdict dw = verdict(Submissions.Overwriting.class, "backward.dW");

        assertThat(dw.status()).isEqualTo(Status.FAILED);
        assertThat(dw.message()).startsWith("The gradient of w was overwritten where it must be added to.");
    }

    @Test
    void an_earlier_forward_leaves_no_trace() {
        assertThat(statuses(Submissions.StaticCache.class)).contains(Status.FAILED);
        assertThat(verdict(Submissions.StaticCache.class, "backward.dW").message())
                .startsWith("Two objects of the class disturb each other: is a field static?");
    }

    @Test
    void a_stale_cache_is_seen() {
        Verdict dw = verdict(Submissions.StaleCache.class, "backward.dW");

        assertThat(dw.status()).isEqualTo(Status.FAILED);
        assertThat(dw.message())
                .startsWith("Something of an earlier pass is still remembered. dW after an earlier pass is");
    }

    @Test
    void static_fields_are_seen_although_every_size_is_the_same() {
        assertThat(verdict(Submissions.SharedWeights.class, "backward.dX").message())
                .startsWith("Two objects of the class disturb each other: is a field static?");
    }

    @Test
    void weights_that_were_kept_from_before_the_training_are_seen() {
        assertThat(verdict(Submissions.StaleWeights.class, "backward.dX").message())
                .startsWith("Something of an earlier pass is still remembered.");
    }

    @Test
    void what_was_in_a_gradient_before_stays_in_it() {
        assertThat(statuses(Submissions.OwnAccumulator.class))
                .containsExactly(Status.PASSED, Status.PASSED, Status.FAILED, Status.PASSED);
    }

    @Test
    void what_was_in_a_gradient_before_the_first_pass_stays_in_it() {
        assertThat(verdict(Submissions.ClearsFirst.class, "backward.db").status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void an_earlier_upstream_gradient_is_still_only_lent() {
        assertThat(verdict(Submissions.WritesToOldUpstream.class, "backward.dX").message())
                .startsWith("argument 1 of the latest backward changed, although");
    }

    @Test
    void a_process_that_forges_what_is_read_only_gives_a_wrong_answer() {
        LocalSubject right = new LocalSubject(Submissions.Right.class);
        Subject forging = new Subject() {
            @Override
            public Instance create(Object... arguments) {
                return new ForgingInstance(right.create(arguments));
            }

            @Override
            public void close() {
                right.close();
            }
        };

        assertThat(examiner().examine(AFFINE, forging, SEED))
                .extracting(Verdict::status)
                .containsExactly(Status.WRONG_SHAPE, Status.WRONG_SHAPE, Status.WRONG_SHAPE, Status.WRONG_SHAPE);
    }

    @Test
    void a_forward_pass_after_a_backward_pass_is_compared_too() {
        assertThat(verdict(Submissions.OtherAfterBackward.class, "forward").message())
                .startsWith("Something of an earlier pass is still remembered. y after an earlier pass is wrong");
    }

    @Test
    void an_input_gradient_of_another_shape_costs_its_own_row_only() {
        assertThat(statuses(Submissions.TransposedInputGradient.class))
                .containsExactly(Status.PASSED, Status.WRONG_SHAPE, Status.PASSED, Status.PASSED);
    }

    @Test
    void gradients_that_were_added_count_although_the_input_gradient_is_not_attempted() {
        assertThat(statuses(Submissions.GivesUpAtTheEnd.class))
                .containsExactly(Status.PASSED, Status.NOT_ATTEMPTED, Status.PASSED, Status.PASSED);
    }

    @Test
    void single_precision_is_called_by_its_name() {
        Verdict dx = verdict(Submissions.SinglePrecision.class, "backward.dX");

        assertThat(dx.message()).endsWith("dX[4, 0]: expected -2.12052 but got -2.1205201.");
        assertThat(Objects.requireNonNull(dx.diagnosis()).misconception()).isEqualTo("float");
    }

    @Test
    void what_is_lent_stays_as_it_is() {
        Verdict upstream = verdict(Submissions.WritesToUpstream.class, "backward.dX");
        Verdict weights = verdict(Submissions.ChangesWeights.class, "backward.dW");

        assertThat(upstream.status()).isEqualTo(Status.MUTATED_INPUT);
        assertThat(upstream.message())
                .isEqualTo("argument 1 of backward changed, although arguments and parameter values are only lent."
                        + " Work on a copy.");
        assertThat(verdict(Submissions.WritesToKeptInput.class, "backward.db").message())
                .startsWith("argument 1 of the latest forward changed, although");
        assertThat(weights.status()).isEqualTo(Status.MUTATED_INPUT);
        assertThat(weights.message()).startsWith("the values of w changed");
    }

    @Test
    void nan_is_not_finite() {
        assertThat(verdict(Submissions.NaNs.class, "backward.dX").status()).isEqualTo(Status.NOT_FINITE);
        assertThat(verdict(Submissions.NaNs.class, "backward.dX").message())
                .startsWith("dX is wrong in every entry. dX[0, 0]: expected ")
                .endsWith(" but got NaN.");
    }

    @Test
    void another_shape_is_named() {
        Verdict forward = verdict(Submissions.OtherShape.class, "forward");

        assertThat(forward.status()).isEqualTo(Status.WRONG_SHAPE);
        assertThat(forward.message()).isEqualTo("y: expected shape (5, 3) but got (3, 5).");
    }

    @Test
    void an_exception_on_one_case_costs_the_rows_of_that_pass() {
        assertThat(verdict(Submissions.ThrowsForOneRow.class, "forward").status())
                .isEqualTo(Status.PASSED);
        assertThat(verdict(Submissions.ThrowsForOneRow.class, "backward.dX").status())
                .isEqualTo(Status.EXCEPTION);
        assertThat(verdict(Submissions.ThrowsForOneRow.class, "backward.dX").message())
                .contains("only batches", "Submissions.java:");
    }

    @Test
    void forward_must_repeat_itself() {
        assertThat(verdict(Submissions.Random.class, "forward").message())
                .startsWith("y of a second, equal forward is wrong in every entry.");
    }

    @Test
    void a_backward_pass_that_ends_the_program_does_not_cost_forward() {
        Subject dying = dying("backward", new Failure(Failure.Code.EXITED, "the program ended itself", null));

        List<Verdict> verdicts = examiner().examine(AFFINE, dying, SEED);

        assertThat(verdicts)
                .extracting(Verdict::status)
                .containsExactly(Status.PASSED, Status.EXITED, Status.EXITED, Status.EXITED);
    }

    @Test
    void a_forward_pass_that_ends_the_program_costs_every_row() {
        Subject dying = dying("forward", new Failure(Failure.Code.TIMEOUT, "20 s are over", null));

        assertThat(examiner().examine(AFFINE, dying, SEED))
                .extracting(Verdict::status)
                .containsOnly(Status.TIMEOUT);
    }

    private static Subject dying(String method, Failure failure) {
        LocalSubject right = new LocalSubject(Submissions.Right.class);
        return new Subject() {
            @Override
            public Instance create(Object... arguments) {
                return new DyingInstance(right.create(arguments), method, failure);
            }

            @Override
            public void close() {
                right.close();
            }
        };
    }

    private static Examiner examiner() {
        return new Examiner(new RecordedOracle(), Diagnoser.ofPatterns());
    }

    private static List<Verdict> examine(Class<?> type) {
        try (LocalSubject subject = new LocalSubject(type)) {
            return examiner().examine(AFFINE, subject, SEED);
        }
    }

    private static List<Status> statuses(Class<?> type) {
        return examine(type).stream().map(Verdict::status).toList();
    }

    private static Verdict verdict(Class<?> type, String row) {
        return examine(type).stream()
                .filter(verdict -> verdict.row().id().equals(row))
                .findFirst()
                .orElseThrow();
    }
}
