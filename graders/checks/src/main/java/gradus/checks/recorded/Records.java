package gradus.checks.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.checks.Exercise;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Finds the recorded file of an exercise on the class path. */
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    /** The file {@code folder/dense-affine.json} for the exercise {@code dense/affine}. */
    static Optional<JsonNode> read(String folder, Exercise exercise) {
        String name = folder + "/" + exercise.id().replace('/', '-') + ".json";
        try (InputStream in = Records.class.getResourceAsStream("/gradus/checks/" + name)) {
            return in == null ? Optional.empty() : Optional.of(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }
}
