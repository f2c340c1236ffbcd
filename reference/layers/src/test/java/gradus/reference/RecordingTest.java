package gradus.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One case may agree by chance, and two shapes may be alike: each recording has three families of shapes or options, or more. */
class RecordingTest {
    static Stream<Path> recordings() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/gradus/reference/recorded"))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void has_three_families_of_shapes_or_options(Path file) throws IOException {
        JsonNode cases = new ObjectMapper().readTree(file.toFile()).get("cases");

        assertThat(StreamSupport.stream(cases.spliterator(), false)
                        .map(RecordingTest::family)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    /** The shapes that go in; schedules and initialisers, which have none, by their options. */
    private static String family(JsonNode recorded) {
        String shapes = recorded.get("inputs").findValues("shape").toString();
        return recorded.get("upstreams").isEmpty() ? shapes + recorded.get("arguments") : shapes;
    }
}
