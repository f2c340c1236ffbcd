package gradus.problems.formula;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lengths for the letters of shapes, pairwise different, so that nothing conforms by luck. */
final class Lengths {
    private static final List<Integer> PRIMES = List.of(2, 3, 5, 7, 11, 13, 17, 19);

    private final Map<String, Integer> lengths = new HashMap<>();

    Lengths(Collection<String> letters, Seed seed) {
        List<Integer> left = new ArrayList<>(PRIMES.subList(0, Math.min(PRIMES.size(), letters.size() + 2)));
        int drawn = 0;
        for (String letter : letters) {
            if (left.isEmpty()) {
                throw new IllegalArgumentException("expected at most " + PRIMES.size() + " letters for lengths");
            }
            lengths.put(letter, left.remove((int) (seed.uniform(drawn++) * left.size())));
        }
    }

    static boolean isLetter(String side) {
        return !side.chars().allMatch(Character::isDigit);
    }

    int of(String side) {
        return isLetter(side) ? lengths.getOrDefault(side, 1) : Integer.parseInt(side);
    }

    /** A shape in letters: (N, D). */
    String shown(Shape shape) {
        return IntStream.of(shape.toArray()).mapToObj(this::shown).collect(Collectors.joining(", ", "(", ")"));
    }

    private String shown(int length) {
        return lengths.entrySet().stream()
                .filter(entry -> entry.getValue() == length)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(String.valueOf(length));
    }
}
