package gradus.grader;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Examiner;
import gradus.checks.Exercise;
import gradus.checks.Status;
import gradus.checks.catalogue.Exercises;
import gradus.checks.diagnosis.Diagnoser;
import gradus.report.CheckResult;
import gradus.report.Result;
import gradus.sandbox.Confinement;
import gradus.sandbox.Limits;
import gradus.sandbox.Sandbox;
import gradus.sandbox.Source;
import gradus.tensor.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens when the fault is ours: rows stay pending, which nobody earns or loses anything by. */
class GraderEndToEndTest {

    private static final Submission RELU =
            new Submission("alice", List.of(new Source("Relu.java", """
                    package gradus.exercises.activation;
                    import gradus.tensor.Tensor;
                    public final class Relu {
                        private Tensor x;
                        public Tensor forward(Tensor x) { this.x = x; return x.maximum(0); }
                        public Tensor backward(Tensor dy) { return dy.times(x.greater(0)); }
                    }
                    """)), List.of(), "00", null);

    @Test
    void right_code_passes_when_nothing_is_wrong() {
        try (Sandbox sandbox = Sandbox.open(Confinement.AUTO, Limits.standard())) {
            Result result = grader(sandbox, Examiners.live()).grade(RELU);

            assertThat(Machine.works(sandbox)).isTrue();
            assertThat(result.earned()).isEqualTo(2);
            assertThat(result.hasPending()).isFalse();
            assertThat(grader(sandbox, Examiners.live()).stillHolds(result, RELU))
                    .isTrue();
        }
    }

    @Test
    void a_sandbox_that_does_not_work_leaves_every_row_pending() {
        Sandbox sandbox = Sandbox.open(Confinement.AUTO, Limits.standard());
        sandbox.close();
        Grader grader = grader(sandbox, Examiners.live());

        Result result = grader.grade(RELU);

        assertThat(Machine.works(sandbox)).isFalse();
        assertPending(result);
        assertThat(grader.stillHolds(result, RELU)).isFalse();
    }

    @Test
    void a_fault_in_a_check_leaves_every_row_pending() {
        Examiner faulty = new Examiner(
                (exercise, seed) -> {
                    throw new IllegalStateException("the reference is broken");
                },
                Diagnoser.ofPatterns());
        try (Sandbox sandbox = Sandbox.open(Confinement.AUTO, Limits.standard())) {
            Result result = grader(sandbox, faulty).grade(RELU);

            assertPending(result);
            assertThat(result.checks())
                    .extracting(CheckResult::message)
                    .containsOnly("Gradus failed here: java.lang.IllegalStateException: the reference is broken");
        }
    }

    private static void assertPending(Result result) {
        assertThat(result.checks()).extracting(CheckResult::status).containsOnly(Status.INFRA);
        assertThat(result.pending()).isEqualTo(2);
        assertThat(result.earned()).isZero();
        assertThat(result.possible()).isEqualTo(2);
    }

    private static Grader grader(Sandbox sandbox, Examiner examiner) {
        List<Exercise> relu = List.of(Exercises.named("activation/relu").orElseThrow());
        return new Grader(sandbox, relu, examiner, new Seed(1), "0.1.0");
    }
}
