package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradusTest {

    @TempDir
    Path folder;

    @Test
    void help_and_version_are_fine() {
        assertThat(Screen.of("--help").code()).isZero();
        assertThat(Screen.of("--help").out()).contains("grade", "exercises").doesNotContain("warm-up");
        assertThat(Screen.of("--version").out()).startsWith("gradus 0.");
        assertThat(Screen.of().out()).isEqualTo(Screen.of("--help").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"grade", "check", "exercises", "problems", "exam", "certify", "reference", "demo", "bench"})
    void a_command_answers_to_its_name(String command) {
        assertThat(Screen.of(command, "--help").out()).startsWith("Usage: gradus " + command + " ");
        assertThat(Screen.of("--verbose", command, "--help")).isEqualTo(Screen.of(command, "--help"));
    }

    @Test
    void a_mistyped_command_gets_a_suggestion_and_exit_code_2() {
        Screen screen = Screen.of("grad");

        assertThat(screen.code()).isEqualTo(2);
        assertThat(screen.err()).contains("Did you mean: gradus grade?");
    }

    @Test
    void exercises_lists_every_exercise_with_its_points() {
        Screen screen = Screen.of("exercises", "list");

        assertThat(screen.code()).isZero();
        assertThat(screen.out())
                .contains("dense/affine                  4  Affine layer")
                .contains("19  points in all");
    }

    @Test
    void exercises_as_json() throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(Screen.of("exercises", "list", "--json").out());
        JsonNode one = new ObjectMapper()
                .readTree(Screen.of("exercises", "show", "activation/softmax", "--json")
                        .out());

        assertThat(all).hasSize(7);
        assertThat(one.get("type").textValue()).isEqualTo("gradus.exercises.activation.Softmax");
        assertThat(one.at("/rows/1/id").textValue()).isEqualTo("backward.dX");
        assertThat(one.at("/rows/1/points").doubleValue()).isEqualTo(2);
    }

    @Test
    void an_unknown_exercise_suggests_the_nearest() {
        Screen screen = Screen.of("exercises", "show", "dense/afine");

        assertThat(screen.code()).isEqualTo(2);
        assertThat(screen.err()).isEqualToNormalizingNewlines("""
                        exercises: there is no exercise 'dense/afine'. Did you mean dense/affine?
                        Try 'gradus exercises --help'.
                        """);
    }

    @Test
    void grade_says_what_is_missing_or_cannot_be() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(misuse("grade")).contains("'--out=DIR', 'SUBMISSION'");
        assertThat(misuse("grade", "a", "--out", file.toString()))
                .contains("--out: expected a folder but " + file + " is a file.");
        assertThat(misuse("grade", "a", "--out", file.resolve("below").toString()))
                .contains("--out: expected a folder that can be made but got " + file.resolve("below") + ".");
        assertThat(misuse("grade", "a", "--out", "o", "--jobs", "0"))
                .contains("--jobs: expected a number from 1 but got 0.");
        assertThat(misuse("grade", "a", "--out", "o", "--seed", "x")).contains("--seed");
        assertThat(misuse("grade", "a", "--out", "o", "--sandbox", "maybe")).contains("AUTO, REQUIRE, NONE");
        assertThat(misuse("grade", "a", "--out", "o", "--shard", "5/4"))
                .contains("expected a part such as 1/4 but got '5/4'.");
        assertThat(misuse("grade", "a", "--out", "o", "--format", "junti"))
                .contains("expected some of csv, github, gradescope, html, junit but got 'junti'.")
                .doesNotContain("Did you mean");
    }

    private static String misuse(String... arguments) {
        Screen screen = Screen.of(arguments);
        assertThat(screen.code()).isEqualTo(2);
        assertThat(screen.out()).isEmpty();
        return screen.err();
    }
}
