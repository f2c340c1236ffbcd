package gradus.problems;

import gradus.problems.kind.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an answer is compared with: a value of the problem's graph, or a key of its own. */
public sealed interface Form {
    /**
     * A number, vector, matrix or shape that the graph computes.
     *
     * @param names given numbers that the answer may name, as in {@code sqrt(3/n)}
     * @param count whether it counts something, so that no rounding is right
     * @param method credits of a right expression whose value is worked out wrongly
     * @param axes how a shape is marked; null for anything else
     */
    record Computed(
            List<String> names,
            boolean count,
            double method,
            @Nullable Axes axes) implements Form {
        public Computed {
            names = List.copyOf(names);
        }

        /** How a shape is marked, if the answer is one. */
        public Optional<Axes> shape() {
            return Optional.ofNullable(axes);
        }
    }

    /** An answer that is marked by itself. */
    record Direct(Kind kind) implements Form {}
}
