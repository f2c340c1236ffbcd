package gradus.problems;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One asked value.
 *
 * @param id name of the quantity in the problem's model
 * @param ask what is asked, in a few words
 * @param credits credits for the right value; 0 for a step on the way
 * @param published the value that the source prints, as text; null if it prints none
 * @param names given numbers that the answer may name, as in {@code sqrt(3/n)}
 * @param axes how a shape is marked; null for numbers, vectors and matrices
 */
public record Question(
        String id,
        String ask,
        double credits,
        @Nullable String published,
        List<String> names,
        @Nullable Axes axes) {
    public Question {
        names = List.copyOf(names);
    }

    /** How a shape is marked, if the answer is one. */
    public Optional<Axes> shape() {
        return Optional.ofNullable(axes);
    }
}
