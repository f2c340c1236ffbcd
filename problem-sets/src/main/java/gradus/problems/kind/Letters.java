package gradus.problems.kind;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Letters of options: a, b, c and so on. */
public final class Letters {
    private Letters() {}

    /** The letter at a place, from 0. */
    public static String at(int place) {
        return String.valueOf((char) ('a' + place));
    }

    /** Letters of options that were put into another order and lettered afresh: a list, or "none". */
    public static String translated(Collection<String> letters, List<String> order) {
        return letters.isEmpty()
                ? "none"
                : letters.stream()
                        .map(letter -> at(order.indexOf(letter)))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
