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
import java.util.stream.Stream;
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

    @Test
    void what_an_exercise_leaves_behind_costs_the_next_one_nothing() {
        String leaves = RELU.sources()
                .get(0)
                .text()
                .replace("return x.max", "System.setProperty(\"left\", \"here\"); return x.max");
        String stumbles = """
                package gradus.exercises.activation;
                import gradus.tensor.Tensor;
                public final class Tanh {
                    private Tensor y;
                    public Tensor forward(Tensor x) {
                        if (System.getProperty("left") != null) throw new IllegalStateException("left");
                        y = x.map(Math::tanh);
                        return y;
                    }
                    public Tensor backward(Tensor dy) { return dy.times(y.square().negate().plus(1)); }
                }
                """;
        List<Source> sources = List.of(new Source("Relu.java", leaves), new Source("Tanh.java", stumbles));
        try (Sandbox sandbox = Sandbox.open(Confinement.AUTO, Limits.standard())) {
            Grader grader = grader(sandbox, Examiners.live(), "activation/relu", "activation/tanh");

            Result result = grader.grade(new Submission("bob", sources, List.of(), "00", null));

            assertThat(result.checks())
                    .extracting(CheckResult::message)
                    .allSatisfy(message -> assertThat(message).doesNotContain("left"));
            assertThat(result.checks()).extracting(CheckResult::status).containsOnly(Status.PASSED);
        }
    }

    private static void assertPending(Result result) {
        assertThat(result.checks()).extracting(CheckResult::status).containsOnly(Status.INFRA);
        assertThat(result.pending()).isEqualTo(2);
        assertThat(result.earned()).isZero();
        assertThat(result.possible()).isEqualTo(2);
    }

    private static Grader grader(Sandbox sandbox, Examiner examiner) {
        return grader(sandbox, examiner, "activation/relu");
    }

    private static Grader grader(Sandbox sandbox, Examiner examiner, String... ids) {
        List<Exercise> exercises =
                Stream.of(ids).map(id -> Exercises.named(id).orElseThrow()).toList();
        return new Grader(sandbox, exercises, examiner, new Seed(1), "0.1.0");
    }
}
