package gradus.mutants.certify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another name that is right for a mistake, because no numbers can tell the two apart.
 *
 * @param reason why they coincide
 */
record Coincidence(String exercise, String misconception, String alias, String reason) {
    private static final List<Coincidence> ALL = List.of();

    /** All names that are right for this mistake, its own first. */
    static Set<String> names(String exercise, String misconception) {
        Stream<String> aliases = ALL.stream()
                .filter(one -> one.exercise.equals(exercise) && one.misconception.equals(misconception))
                .map(Coincidence::alias);
        return Stream.concat(Stream.of(misconception), aliases).collect(Collectors.toUnmodifiableSet());
    }
}
