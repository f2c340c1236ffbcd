package gradus.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The example file of the README, which has a question of every kind. */
final class Kinds {
    static final Problem KINDS = readme();

    private Kinds() {}

    private static Problem readme() {
        try {
            String text = Files.readString(Path.of("README.md"));
            int start = text.indexOf("```yaml\nid: kinds") + 8;
            return ProblemReader.read("kinds.yaml", text.substring(start, text.indexOf("```", start)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mark of a single answer. */
    static Mark mark(String id, String given) {
        return Marking.mark(KINDS, Map.of(id, given)).marks().stream()
                .filter(mark -> mark.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
