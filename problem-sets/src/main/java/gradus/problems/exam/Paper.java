package gradus.problems.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paper of one student.
 *
 * @param id printed on the paper; {@code check} finds the key by it
 * @param student null where the paper has no name
 */
public record Paper(String id, ExamSpec exam, ExamSpec.@Nullable Student student, List<Item> items) {
    public Paper {
        items = List.copyOf(items);
    }

    /** Points of a right paper. */
    public double points() {
        return items.stream().mapToDouble(Item::points).sum();
    }
}
