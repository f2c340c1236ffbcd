package gradus.problems.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Choices, orders and pairs as short texts to be typed, where a platform's own question would mark them in another way. */
final class Typed {
    private static final int MOST = 200;

    private Typed() {}

    /** Letters of a subset in alphabetical order: {@code ac}, {@code a,c}, {@code a, c}; with and without what does not count. */
    static Task.Words letters(Task.Several several) {
        Map<String, Double> shares = new LinkedHashMap<>();
        add(several.key(), several.ignored(), shares);
        several.others().forEach(other -> add(other, several.ignored(), shares));
        return new Task.Words(shares);
    }

    private static void add(Set<String> key, Set<String> ignored, Map<String, Double> shares) {
        List<String> free = List.copyOf(new TreeSet<>(ignored));
        for (int i = 0; i < 1 << Math.min(free.size(), 6); i++) {
            Set<String> letters = new TreeSet<>(key);
            letters.removeAll(ignored);
            for (int j = 0; j < free.size(); j++) {
                if ((i >> j & 1) == 1) {
                    letters.add(free.get(j));
                }
            }
            spelled(letters.isEmpty() ? List.of("none") : List.copyOf(letters), shares);
        }
    }

    static Task.Words orders(Task.Sorted sorted) {
        Map<String, Double> shares = new LinkedHashMap<>();
        sorted.orders().stream().limit(MOST).forEach(order -> spelled(order, shares));
        return new Task.Words(shares);
    }

    static Task.Words pairs(Task.Pairs pairs) {
        Map<String, Double> shares = new LinkedHashMap<>();
        List<String> joined = pairs.key().entrySet().stream()
                .map(pair -> pair.getKey() + ":" + pair.getValue())
                .toList();
        spelled(joined, shares);
        return new Task.Words(shares);
    }

    private static void spelled(List<String> pieces, Map<String, Double> shares) {
        boolean letters = pieces.stream().allMatch(piece -> piece.length() == 1);
        List<String> separators = letters ? List.of("", ",", ", ", " ") : List.of(", ", ",", " ");
        separators.stream()
                .map(separator -> pieces.stream().collect(Collectors.joining(separator)))
                .forEach(text -> shares.put(text, 1.0));
    }
}
