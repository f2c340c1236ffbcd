package gradus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

    @TempDir
    Path out;

    @Test
    void the_fields_stand_in_the_order_of_the_contract() throws IOException {
        JsonNode result = new ObjectMapper().readTree(ResultFile.json(Samples.alice()));
        JsonNode exercise = result.get("exercises").get(0);
        JsonNode check = exercise.get("checks").get(1);

        assertThat(names(result))
                .containsExactly(
                        "schema",
                        "submission",
                        "sha256",
                        "seed",
                        "gradus",
                        "jdk",
                        "sandbox",
                        "earned",
                        "possible",
                        "wallSeconds",
                        "exercises",
                        "pending",
                        "notes",
                        "error");
        assertThat(names(exercise)).containsExactly("id", "title", "earned", "possible", "checks", "output");
        assertThat(names(check))
                .containsExactly("id", "status", "earned", "possible", "worst", "diagnosis", "case", "message");
        assertThat(names(check.get("worst"))).containsExactly("index", "expected", "actual", "relativeError");
        assertThat(names(check.get("diagnosis"))).containsExactly("misconception", "message", "hint");
        assertThat(result.get("schema").textValue()).isEqualTo("gradus.result/1");
        assertThat(result.get("seed").textValue()).isEqualTo("42");
        assertThat(check.get("status").textValue()).isEqualTo("FAILED");
        assertThat(check.get("possible").isDouble()).isTrue();
    }

    @Test
    void what_is_not_finite_is_a_string() throws IOException {
        JsonNode worst =
                new ObjectMapper().readTree(ResultFile.json(Samples.alice())).at("/exercises/0/checks/2/worst");

        assertThat(worst.get("actual").textValue()).isEqualTo("-Infinity");
        assertThat(worst.get("relativeError").textValue()).isEqualTo("NaN");
        assertThat(worst.get("expected").doubleValue()).isEqualTo(1e-12);
    }

    @Test
    void what_is_written_reads_back_the_same() throws IOException {
        for (Result result : List.of(Samples.alice(), Samples.pending(), Samples.hostile())) {
            ResultFile file = new ResultFile(out, "one");

            file.write(result);

            assertThat(file.read()).contains(result);
        }
    }

    @Test
    void nothing_but_the_result_is_left_in_the_folder() throws IOException {
        new ResultFile(out, "Jürgen Groß").write(Samples.alice());
        new ResultFile(out, "Jürgen Groß").write(Samples.alice());

        try (Stream<Path> files = Files.list(out.resolve("results"))) {
            assertThat(files).containsExactly(out.resolve("results").resolve("Jürgen Groß.json"));
        }
    }

    @Test
    void whoever_may_read_an_ordinary_file_may_read_a_report() throws IOException {
        Path ordinary = Files.createFile(out.resolve("ordinary"));
        ResultFile file = new ResultFile(out, "one");

        file.write(Samples.alice());

        assumeThat(out.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void a_missing_or_damaged_file_is_no_result() throws IOException {
        ResultFile file = new ResultFile(out, "one");
        assertThat(file.read()).isEmpty();

        file.write(Samples.alice());
        String text = Files.readString(file.path());
        Files.writeString(file.path(), text.substring(0, text.length() / 2));
        assertThat(file.read()).isEmpty();

        Files.writeString(file.path(), text.replace("gradus.result/1", "gradus.result/9"));
        assertThat(file.read()).isEmpty();

        Files.writeString(file.path(), "{}");
        assertThat(file.read()).isEmpty();
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
