package gradus.problems.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what someone probably meant to type. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the fewest edits, if at most half of the typed letters (and 4 at most) had to change; otherwise
     * the shortest that begins so.
     */
    public static Optional<String> to(String typed, Collection<String> candidates) {
        return edited(typed, candidates).or(() -> begun(typed, candidates));
    }

    private static Optional<String> begun(String typed, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> typed.length() > 1
                        && candidate.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    private static Optional<String> edited(String typed, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> folded(typed, candidate) <= allowed(typed))
                .min(Comparator.comparingInt((String candidate) -> folded(typed, candidate))
                        .thenComparing(candidate -> edits(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int allowed(String typed) {
        return typed.length() < 2 ? 0 : Math.min(4, (typed.length() + 1) / 2);
    }

    private static int folded(String a, String b) {
        return edits(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }

    private static int edits(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }
}
