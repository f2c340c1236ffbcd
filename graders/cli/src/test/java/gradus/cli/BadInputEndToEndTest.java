package gradus.cli;

import static gradus.checks.Status.COMPILE_ERROR;
import static gradus.checks.Status.FORBIDDEN;
import static gradus.checks.Status.NOT_ATTEMPTED;
import static gradus.checks.Status.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Status;
import gradus.report.CheckResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hands in what should not be handed in. Beside every broken thing lies a right ReLU, which must keep its marks. */
class BadInputEndToEndTest {

    private static final String RELU = """
            package gradus.exercises.activation;
            import gradus.tensor.Layer;
            import gradus.tensor.Tensor;
            public final class Relu implements Layer {
                private Tensor mask;
                public Tensor forward(Tensor x) { mask = x.greater(0); return mask.where(x, 0); }
                public Tensor backward(Tensor dy) { return dy.times(mask); }
            }
            """;

    private static final String TANH = RELU.replace("Relu", "Tanh");

    private static final Map<String, Map<String, String>> COHORT = Map.of(
            "broken", Map.of("Tanh.java", TANH.replace("return dy", "retrun dy")),
            "python", Map.of("Tanh.java", "def tanh(x):\n    return x\n"),
            "missing", Map.of(),
            "changed", Map.of("Tanh.java", """
                    package gradus.exercises.activation;
                    public class Tanh {
                        public double forward(double x) { return Math.tanh(x); }
                    }
                    """),
            "outside", Map.of("Tanh.java", TANH.replace("package gradus.exercises.activation;", "package activation;")),
            "elsewhere", Map.of("Tanh.java", TANH.replace("gradus.exercises.activation;", "gradus.exercises.dense;")),
            "leaning",
                    Map.of(
                            "Tanh.java",
                            TANH.replace(
                                    "import gradus.tensor.Layer;", "import my.Maths;\nimport gradus.tensor.Layer;"),
                            "my/Maths.java",
                            "package my; public class Maths {}"),
            "helped",
                    Map.of(
                            "Tanh.java",
                            TANH.replace("dy.times(mask)", "gradus.exercises.common.Maths.product(dy, mask)"),
                            "Maths.java",
                            """
                            package gradus.exercises.common;
                            import gradus.tensor.Tensor;
                            public final class Maths {
                                public static Tensor product(Tensor a, Tensor b) { return a.times(b); }
                            }
                            """),
            "twice", Map.of("Tanh.java", TANH, "old/Tanh.java", TANH),
            "shadowing",
                    Map.of(
                            "Tensor.java",
                                    "package gradus.tensor; public final class Tensor { static { System.exit(0); } }",
                            "Worker.java",
                                    "package gradus.sandbox; public final class Worker { static { System.exit(0); } }"));

    @TempDir
    static Path shared = Path.of("");

    private static Book cohort = new Book(Path.of(""));

    @TempDir
    Path temporary = Path.of("");

    @BeforeAll
    static void grade_the_cohort() throws IOException {
        cohort = new Book(shared.resolve("grades"));
        List<Path> zips = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> one : COHORT.entrySet()) {
            Map<String, String> files = new HashMap<>(one.getValue());
            files.put("Relu.java", RELU);
            zips.add(zip(shared.resolve(one.getKey() + ".zip"), files));
        }
        Screen screen = grade(cohort, zips.toArray(Path[]::new));
        assertThat(screen.code()).as(screen.err()).isZero();
    }

    @Test
    void nobodys_mistake_costs_the_class_beside_it_anything() {
        assertThat(COHORT.keySet())
                .allSatisfy(name ->
                        assertThat(cohort.statuses(name, "activation/relu")).containsOnly(PASSED));
    }

    @Test
    void what_does_not_compile_is_shown_with_file_line_and_sentence() {
        assertTanh("broken", COMPILE_ERROR, "Tanh.java:7: ';' expected");
    }

    @Test
    void what_is_no_java_is_shown_with_file_and_line() {
        assertThat(cohort.statuses("python", "activation/tanh")).containsOnly(COMPILE_ERROR);
        assertThat(cohort.message("python", "activation/tanh")).startsWith("Tanh.java:1: ");
    }

    @Test
    void a_missing_class_is_not_attempted() {
        assertTanh("missing", NOT_ATTEMPTED, "no class gradus.exercises.activation.Tanh was handed in.");
    }

    @Test
    void a_changed_signature_is_a_compile_error() {
        assertThat(cohort.statuses("changed", "activation/tanh")).containsOnly(COMPILE_ERROR);
    }

    @Test
    void a_class_outside_the_exercise_packages_is_forbidden() {
        assertTanh("outside", FORBIDDEN, "Tanh.java: expected package gradus.exercises.activation but got activation.");
    }

    @Test
    void a_class_in_another_exercise_package_does_not_count() {
        assertTanh(
                "elsewhere",
                COMPILE_ERROR,
                "Tanh.java: expected package gradus.exercises.activation but got gradus.exercises.dense.");
    }

    @Test
    void leaning_on_a_class_outside_the_exercise_packages_is_forbidden() {
        assertThat(cohort.statuses("leaning", "activation/tanh")).containsOnly(FORBIDDEN);
        assertThat(cohort.message("leaning", "activation/tanh"))
                .startsWith(
                        "my/Maths.java lies outside gradus.exercises and is not compiled, so: Tanh.java:2: package my does not exist");
    }

    @Test
    void helpers_inside_the_exercise_packages_are_welcome() {
        assertThat(cohort.statuses("helped", "activation/tanh")).doesNotContain(COMPILE_ERROR, FORBIDDEN);
    }

    @Test
    void two_files_with_one_class_are_a_compile_error() {
        assertTanh(
                "twice",
                COMPILE_ERROR,
                "Tanh is declared more than once, in Tanh.java and old/Tanh.java. Hand in one file for each class.");
    }

    @Test
    void names_with_spaces_and_umlauts_are_names_like_others() throws IOException {
        Book book = new Book(temporary.resolve("grades"));
        Path zip = zip("Jürgen Groß (Übung 1).zip", Map.of("Lösung 1/mein Relu.java", RELU));

        Screen screen = grade(book, zip);

        assertThat(screen.code()).isZero();
        assertThat(book.statuses("Jürgen Groß (Übung 1)", "activation/relu")).containsOnly(PASSED);
        assertThat(book.out().resolve("Jürgen Groß (Übung 1)/report.html")).exists();
    }

    @Test
    void another_charset_compiles_and_is_noted() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("alice"));
        Files.write(folder.resolve("Relu.java"), ("// Größe\n" + RELU).getBytes(Charset.forName("windows-1252")));
        Book book = new Book(temporary.resolve("grades"));

        grade(book, folder);

        assertThat(book.statuses("alice", "activation/relu")).containsOnly(PASSED);
        assertThat(book.result("alice").notes())
                .containsExactly("Relu.java: read as windows-1252, because it is not UTF-8.");
    }

    @Test
    void names_that_lead_out_of_an_archive_cost_only_themselves() throws IOException {
        Book book = new Book(temporary.resolve("grades"));

        grade(book, zip("alice.zip", Map.of("../../Tanh.java", TANH, "/tmp/Tanh.java", TANH, "Relu.java", RELU)));

        assertThat(book.statuses("alice", "activation/relu")).containsOnly(PASSED);
        assertThat(book.statuses("alice", "activation/tanh")).containsOnly(NOT_ATTEMPTED);
        assertThat(book.result("alice").notes()).hasSize(2);
    }

    @Test
    void the_unreadable_get_a_result_that_says_why_and_the_others_their_marks() throws IOException {
        Book book = new Book(temporary.resolve("grades"));
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        Path broken = Files.writeString(temporary.resolve("broken.zip"), "no zip at all");
        Path missing = temporary.resolve("missing");

        Screen screen = grade(book, empty, broken, missing, zip("alice.zip", Map.of("Relu.java", RELU)));

        assertThat(screen.code()).isZero();
        assertThat(book.result("empty").error()).startsWith("expected Java sources but found nothing at all.");
        assertThat(book.result("broken").error()).startsWith("the archive is damaged: ");
        assertThat(book.result("missing").error()).startsWith("there is no such file or folder");
        assertThat(book.result("missing").checks())
                .hasSize(16)
                .extracting(CheckResult::status)
                .containsOnly(NOT_ATTEMPTED);
        assertThat(book.result("missing").possible()).isEqualTo(19);
        assertThat(book.result("alice").earned()).isEqualTo(2);
    }

    @Test
    void nothing_readable_at_all_ends_with_2() {
        Screen screen = grade(new Book(temporary.resolve("grades")), temporary.resolve("nobody"));

        assertThat(screen.code()).isEqualTo(2);
        assertThat(screen.err()).contains("grade: nothing readable to work on. Each report says why.");
    }

    @Test
    void resume_keeps_what_has_not_changed() throws IOException {
        Book book = new Book(temporary.resolve("grades"));
        Path alice = zip("alice.zip", Map.of("Relu.java", RELU));
        Path bob = zip("bob.zip", Map.of("Relu.java", RELU));
        grade(book, alice, bob);
        String seed = book.result("alice").seed();
        zip("bob.zip", Map.of("Tanh.java", TANH));

        Screen resumed = Screen.of(
                "grade", alice.toString(), bob.toString(), "--out", book.out().toString(), "--resume");

        assertThat(resumed.err()).containsPattern("alice.*\\(kept\\)").doesNotContainPattern("bob.*\\(kept\\)");
        assertThat(book.result("bob").seed()).isEqualTo(seed);
        assertThat(book.result("bob").earned()).isZero();
    }

    @Test
    void shards_fill_one_gradebook() throws IOException {
        Book book = new Book(temporary.resolve("grades"));
        List<String> command = new ArrayList<>(List.of("grade"));
        for (String name : List.of("a", "b", "c")) {
            command.add(zip(name + ".zip", Map.of("Relu.java", RELU)).toString());
        }
        command.addAll(List.of("--out", book.out().toString(), "--seed", "3", "--shard"));

        Screen first = Screen.of(with(command, "1/2"));
        Screen second = Screen.of(with(command, "2/2"));

        assertThat(first.out()).contains("Graded 2 submissions");
        assertThat(second.out()).contains("Graded 1 submission ");
        assertThat(Files.readAllLines(book.out().resolve("gradebook.csv"))).hasSize(4);
    }

    @Test
    void a_missing_sandbox_is_said_aloud() throws IOException {
        Book book = new Book(temporary.resolve("grades"));

        Screen screen = Screen.of(
                "grade",
                zip("a.zip", Map.of("Relu.java", RELU)).toString(),
                "--out",
                book.out().toString(),
                "--sandbox",
                "none");

        assertThat(screen.err()).contains("WARNING: ");
        assertThat(book.result("a").sandbox()).isEqualTo("process");
        assertThat(Files.readString(book.out().resolve("a/report.html"))).contains("run without a sandbox");
    }

    private static String[] with(List<String> command, String last) {
        List<String> all = new ArrayList<>(command);
        all.add(last);
        return all.toArray(String[]::new);
    }

    private static void assertTanh(String name, Status status, String message) {
        assertThat(cohort.statuses(name, "activation/tanh")).containsOnly(status);
        assertThat(cohort.message(name, "activation/tanh")).isEqualTo(message);
    }

    private static Screen grade(Book book, Path... submissions) {
        List<String> command = new ArrayList<>(List.of("grade"));
        for (Path submission : submissions) {
            command.add(submission.toString());
        }
        command.addAll(List.of("--out", book.out().toString(), "--jobs", "2"));
        return Screen.of(command.toArray(String[]::new));
    }

    private Path zip(String name, Map<String, String> files) throws IOException {
        return zip(temporary.resolve(name), files);
    }

    private static Path zip(Path zip, Map<String, String> files) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
