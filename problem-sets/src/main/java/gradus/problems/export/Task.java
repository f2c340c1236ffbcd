package gradus.problems.export;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** An answer in terms that learning platforms share. */
sealed interface Task {
    /** Numbers in groups; a group earns if all of its numbers are right. */
    record Numeric(List<Group> groups) implements Task {
        public Numeric {
            groups = List.copyOf(groups);
        }

        List<Field> fields() {
            return groups.stream().flatMap(group -> group.fields().stream()).toList();
        }
    }

    /** Numbers that earn together. */
    record Group(double credits, List<Field> fields) {}

    /** One of several options. */
    record One(Map<String, String> options, String key) implements Task {}

    /** Any subset of the options, all or nothing; {@code others} are subsets that are right as well. */
    record Several(Map<String, String> options, Set<String> key, Set<String> ignored, List<Set<String>> others)
            implements Task {}

    record TrueFalse(boolean key) implements Task {}

    /** All items in one of the orders. */
    record Sorted(Map<String, String> items, List<List<String>> orders) implements Task {}

    /** Pairs; {@code each} are the credits of one, 0 where only all of them earn. */
    record Pairs(Map<String, String> shown, List<String> rights, Map<String, String> key, double each)
            implements Task {}

    /** A short text; each that counts, with the share of the credits that it earns. */
    record Words(Map<String, Double> shares) implements Task {}

    /** A text that somebody marks by these points. */
    record Essay(List<String> points) implements Task {}
}
