package gradus.checks;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Knows right answers: recorded ones, or those of a reference that is run beside the student's code. */
public interface Oracle {

    /** Experiments for this exercise with the value that each row must have. */
    List<Valued> valued(Exercise exercise, Seed seed);

    /**
     * An experiment with its right results.
     *
     * @param expected by row id; a loss is a tensor of shape {@code ()}
     */
    record Valued(Case experiment, Map<String, Tensor> expected) {

        /** The right result for a row. */
        public Tensor expected(Row row) {
            return Objects.requireNonNull(expected.get(row.id()), row.id());
        }
    }

    /** Both oracles' experiments, one after the other. */
    default Oracle and(Oracle other) {
        return (exercise, seed) -> {
            List<Valued> all = new ArrayList<>(valued(exercise, seed));
            all.addAll(other.valued(exercise, seed));
            return List.copyOf(all);
        };
    }
}
