package gradus.grader;

import gradus.sandbox.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person handed in, read and decoded.
 *
 * @param name the name that its files and its line in the gradebook carry
 * @param sources its Java files, ordered by path
 * @param notes sentences about what was left out or guessed
 * @param sha256 the digest of the Java files' paths and bytes, in hexadecimal
 * @param error why nothing in it can be graded, or null
 */
public record Submission(
        String name,
        List<Source> sources,
        List<String> notes,
        String sha256,
        @Nullable String error) {

    public Submission {
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }
}
