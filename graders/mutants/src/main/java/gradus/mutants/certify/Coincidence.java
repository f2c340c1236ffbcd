package gradus.mutants.certify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Another name that is right for one row of a mistake, because the numbers of that row cannot tell the two apart.
 *
 * @param reason why they coincide
 */
record Coincidence(String exercise, String misconception, String alias, String reason) {
    private static final String SUM =
            "the gradient of a sum is that of a mean that was not divided: only the loss differs";

    private static final List<Coincidence> ALL = List.of(
            new Coincidence("loss/softmax-cross-entropy", "SM-16", "SM-07", SUM),
            new Coincidence("loss/mean-squared-error", "SM-16", "SM-07", SUM));

    /** The other names that are right for this mistake. */
    static Set<String> aliases(String exercise, String misconception) {
        return ALL.stream()
                .filter(one -> one.exercise.equals(exercise) && one.misconception.equals(misconception))
                .map(Coincidence::alias)
                .collect(Collectors.toUnmodifiableSet());
    }
}
