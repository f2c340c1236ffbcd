package gradus.grader;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Examiner;
import gradus.checks.catalogue.Exercises;
import gradus.checks.diagnosis.Diagnoser;
import gradus.report.Result;
import gradus.sandbox.Confinement;
import gradus.sandbox.Limits;
import gradus.sandbox.Sandbox;
import gradus.tensor.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchEndToEndTest {

    private static final String RELU = """
            package gradus.exercises.activation;
            import gradus.tensor.Tensor;
            public final class Relu {
                public Tensor forward(Tensor x) { return x.maximum(0); }
            }
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void no_more_are_graded_at_once_than_there_are_cores() throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Examiner counting = new Examiner(
                (exercise, experiment) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    pause();
                    now.decrementAndGet();
                    throw new IllegalStateException("counted");
                },
                Diagnoser.ofPatterns());
        try (Sandbox sandbox = Sandbox.open(Confinement.AUTO, Limits.standard())) {
            Grader grader = new Grader(
                    sandbox, List.of(Exercises.named("activation/relu").orElseThrow()), counting, new Seed(1), "0.1.0");

            List<Result> results = new Batch(grader, folder.resolve("out"), false, (result, resumed) -> {})
                    .run(NamedPath.of(submissions(3 * cores)), 3 * cores);

            assertThat(results).hasSize(3 * cores);
            assertThat(most).hasValueBetween(1, cores);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Path> submissions(int count) throws IOException {
        List<Path> submissions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path submission = Files.createDirectories(folder.resolve("submission" + i));
            Files.writeString(submission.resolve("Relu.java"), RELU);
            submissions.add(submission);
        }
        return submissions;
    }
}
