package gradus.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.checks.Exercise;
import gradus.checks.catalogue.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@code -Dgradus.record=true} this test writes the recordings before it compares them. */
class RecordingTest {
    private static final Path FOLDER = Path.of("../checks/src/main/resources/gradus/checks/hypotheses");

    /** Rounding differs between JDKs in the last bits; everything else has to be equal. */
    private static final Comparator<JsonNode> NEARLY = (one, other) -> {
        boolean near = one.isNumber()
                && other.isNumber()
                && Math.abs(one.doubleValue() - other.doubleValue()) <= 1e-9 * Math.max(1, Math.abs(one.doubleValue()));
        return near || one.equals(other) ? 0 : 1;
    };

    static Stream<Exercise> exercises() {
        return Exercises.all().stream();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void what_is_recorded_is_what_the_mutants_do(Exercise exercise) throws IOException {
        Path path = FOLDER.resolve(exercise.id().replace('/', '-') + ".json");
        ObjectNode now = Recording.of(exercise);
        if (Boolean.getBoolean("gradus.record")) {
            Files.createDirectories(FOLDER);
            Files.writeString(path, Recording.text(now));
        }

        JsonNode recorded = new ObjectMapper().readTree(Files.readString(path));

        assertThat(recorded.equals(NEARLY, now))
                .as("%s is up to date; rewrite it with -Dgradus.record=true", path)
                .isTrue();
    }
}
