package gradus.cli;

import gradus.checks.Exercise;
import gradus.checks.catalogue.Exercises;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names what somebody may have meant. */
final class Suggestions {

    private static final int MOST_CHANGES = 4;

    private Suggestions() {}

    /** Says that there is no such exercise, and what there is instead. */
    static String noExercise(String typed) {
        String hint = nearest(typed, Exercises.all().stream().map(Exercise::id).toList())
                .map("Did you mean %s?"::formatted)
                .orElse("'gradus exercises list' names them all.");
        return "there is no exercise '%s'. %s".formatted(typed, hint);
    }

    /** The name that takes the fewest changes: at most four, and of half of the letters. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(Math.min(MOST_CHANGES, typed.length() / 2));
        String lower = typed.toLowerCase(Locale.ROOT);
        ToIntFunction<String> changes = name -> distance.apply(lower, name.toLowerCase(Locale.ROOT));
        return known.stream()
                .filter(name -> changes.applyAsInt(name) >= 0) // -1 stands for too many
                .min(Comparator.comparingInt(changes));
    }
}
