package gradus.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names what somebody may have meant. */
final class Suggestions {

    private Suggestions() {}

    /** A sentence such as {@code Did you mean dense/affine?}, for the name that takes the fewest changes. */
    static String nearest(String typed, Collection<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String lower = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance.apply(lower, name.toLowerCase(Locale.ROOT))))
                .map(name -> "Did you mean " + name + "?")
                .orElse("");
    }
}
