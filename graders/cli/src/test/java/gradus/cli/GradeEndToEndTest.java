package gradus.cli;

import static gradus.checks.Status.COMPILE_ERROR;
import static gradus.checks.Status.EXITED;
import static gradus.checks.Status.FAILED;
import static gradus.checks.Status.FORBIDDEN;
import static gradus.checks.Status.NOT_ATTEMPTED;
import static gradus.checks.Status.OUT_OF_MEMORY;
import static gradus.checks.Status.PASSED;
import static gradus.checks.Status.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Status;
import gradus.report.CheckResult;
import gradus.report.ExerciseResult;
import gradus.report.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grades the four examples, once, and looks at everything that came of it. */
class GradeEndToEndTest {

    @TempDir
    static Path shared = Path.of("");

    private static Screen screen = new Screen(0, "", "");
    private static Book book = new Book(Path.of(""));
    private static Map<String, String> before = Map.of();
    private static Map<String, String> after = Map.of();

    @BeforeAll
    static void grade_the_examples() throws IOException {
        book = new Book(shared.resolve("grades"));
        before = Project.snapshot(Project.example(""));
        screen = Screen.of(
                "grade",
                Project.example("all-right").toString(),
                Project.example("half-finished").toString(),
                Project.example("hostile").toString(),
                Project.example("typical-mistakes").toString(),
                "--out",
                book.out().toString(),
                "--jobs",
                "4",
                "--seed",
                "7");
        after = Project.snapshot(Project.example(""));
    }

    @Test
    void grading_works_whatever_the_marks() {
        assertThat(screen.code()).as(screen.err()).isZero();
        assertThat(screen.out())
                .containsPattern("all-right +19 / 19 +100 +16 +0 +0 +0")
                .contains(
                        "Graded 4 submissions in ",
                        "Seed:    7 ",
                        book.out().resolve("index.html").toString());
        assertThat(screen.out().lines())
                .allSatisfy(line ->
                        assertThat(line.replace(book.out().toString(), "")).hasSizeLessThanOrEqualTo(80));
        assertThat(screen.err()).contains("[4/4] ");
    }

    @Test
    void the_readme_shows_this_output() throws IOException {
        String command = "$ ./gradus grade graders/examples/* --out target/grades\n";
        String shown = Readme.between("README.md", command, "```\n");
        String printed = screen.out().replace(book.out().toString(), "target/grades");

        assertThat(Readme.masked(printed)).isEqualTo(Readme.masked(shown));
    }

    @Test
    void everything_right_earns_everything() {
        assertThat(book.result("all-right").earned()).isEqualTo(19);
        assertThat(book.result("all-right").checks())
                .extracting(CheckResult::status)
                .containsOnly(PASSED);
    }

    @Test
    void typical_mistakes_cost_their_own_rows_and_are_called_by_name() {
        assertThat(statuses("typical-mistakes"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "dense/affine", List.of(PASSED, PASSED, PASSED, FAILED),
                        "activation/relu", List.of(PASSED, FAILED),
                        "activation/sigmoid", List.of(PASSED, FAILED),
                        "activation/tanh", List.of(PASSED, FAILED),
                        "activation/softmax", List.of(PASSED, FAILED),
                        "loss/softmax-cross-entropy", List.of(PASSED, FAILED),
                        "loss/mean-squared-error", List.of(PASSED, FAILED)));
        assertThat(book.misconceptions("typical-mistakes"))
                .contains("AF-01", "AC-02", "AC-03", "AC-06", "SM-04", "SM-07");
    }

    @Test
    void what_is_finished_counts_and_what_is_not_says_why() {
        assertThat(statuses("half-finished"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "dense/affine", List.of(PASSED, NOT_ATTEMPTED, NOT_ATTEMPTED, NOT_ATTEMPTED),
                        "activation/relu", List.of(PASSED, PASSED),
                        "activation/sigmoid", List.of(PASSED, PASSED),
                        "activation/tanh", List.of(COMPILE_ERROR, COMPILE_ERROR),
                        "activation/softmax", List.of(NOT_ATTEMPTED, NOT_ATTEMPTED),
                        "loss/softmax-cross-entropy", List.of(NOT_ATTEMPTED, NOT_ATTEMPTED),
                        "loss/mean-squared-error", List.of(NOT_ATTEMPTED, NOT_ATTEMPTED)));
        assertThat(book.message("half-finished", "activation/tanh"))
                .isEqualTo("Übung 1/activation/Tanh.java:11: ';' expected");
        assertThat(book.message("half-finished", "activation/softmax"))
                .isEqualTo("no class gradus.exercises.activation.Softmax was handed in.");
        assertThat(book.exercise("half-finished", "dense/affine").output()).contains("x hat die Größe (");
    }

    @Test
    void every_attack_ends_in_its_own_exercise() {
        assertThat(statuses("hostile"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "dense/affine", List.of(PASSED, EXITED, EXITED, EXITED),
                        "activation/relu", List.of(TIMEOUT, TIMEOUT),
                        "activation/sigmoid", List.of(OUT_OF_MEMORY, OUT_OF_MEMORY),
                        "activation/tanh", List.of(FAILED, FAILED),
                        "activation/softmax", List.of(TIMEOUT, TIMEOUT),
                        "loss/softmax-cross-entropy", List.of(FAILED, FORBIDDEN),
                        "loss/mean-squared-error", List.of(PASSED, PASSED)));
        assertThat(book.exercise("hostile", "loss/mean-squared-error").earned()).isEqualTo(2);
    }

    @Test
    void nothing_is_left_running_and_nothing_else_was_written() throws IOException {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(after).isEqualTo(before);
        try (Stream<Path> files = Files.list(shared)) {
            assertThat(files).containsExactly(book.out());
        }
    }

    @Test
    void every_submission_has_its_reports() throws IOException {
        assertThat(Files.readAllLines(book.out().resolve("gradebook.csv"))).hasSize(5);
        assertThat(Files.readString(book.out().resolve("index.html"))).contains("href=\"hostile/report.html\"");
        for (String name : List.of("all-right", "half-finished", "hostile", "typical-mistakes")) {
            assertThat(Files.readString(book.out().resolve(name).resolve("report.html")))
                    .contains("<h1>" + name + "</h1>");
        }
    }

    @Test
    void forged_results_are_shown_as_text() throws IOException {
        String page = Files.readString(book.out().resolve("hostile").resolve("report.html"));

        assertThat(book.exercise("hostile", "loss/softmax-cross-entropy").output())
                .contains("<script>", "::notice");
        assertThat(page).contains("&lt;script&gt;alert(").doesNotContain("<script", "\u001b");
    }

    @Test
    void the_marks_do_not_depend_on_how_many_are_graded_at_a_time() {
        Book alone = new Book(shared.resolveSibling(shared.getFileName() + "-alone"));
        List<String> names = List.of("all-right", "half-finished", "typical-mistakes");

        Screen.of(
                "grade",
                Project.example("all-right").toString(),
                Project.example("half-finished").toString(),
                Project.example("typical-mistakes").toString(),
                "--out",
                alone.out().toString(),
                "--jobs",
                "1",
                "--seed",
                "7");

        for (String name : names) {
            assertThat(alone.result(name).exercises())
                    .isEqualTo(book.result(name).exercises());
        }
    }

    private static Map<String, List<Status>> statuses(String submission) {
        Result result = book.result(submission);
        return result.exercises().stream()
                .collect(Collectors.toMap(ExerciseResult::id, e -> book.statuses(submission, e.id())));
    }
}
