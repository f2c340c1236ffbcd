package gradus.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** The canonical result as JSON in {@code DIR/results/<submission>.json}; NaN and infinities are strings. */
public final class ResultFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path path;

    public ResultFile(Path out, String submission) {
        this.path = out.resolve("results").resolve(submission + ".json");
    }

    public Path path() {
        return path;
    }

    /** Writes the file in one atomic step: whoever looks sees the old result, the new one, or none. */
    public void write(Result result) throws IOException {
        replace(path, json(result));
    }

    /** Reads the result back; a file that is missing, damaged or of another schema is no result. */
    public Optional<Result> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(path), Result.class))
                    .filter(result -> result.schema().equals(Result.SCHEMA));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static String json(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value) + "\n";
    }

    /** Writes a text file in one atomic step. */
    static void replace(Path file, String text) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = folder.resolve(
                ".gradus-" + UUID.randomUUID() + ".tmp"); // a temporary file of Java's is for its owner's eyes only
        try {
            Files.writeString(fresh, text, StandardOpenOption.CREATE_NEW);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
