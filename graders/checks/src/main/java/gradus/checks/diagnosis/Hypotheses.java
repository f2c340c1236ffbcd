package gradus.checks.diagnosis;

import gradus.checks.Exercise;
import java.util.List;

/** Known mistakes, by exercise. */
@FunctionalInterface
public interface Hypotheses {

    /** The mistakes that are known for this exercise, the likelier first. */
    List<Hypothesis> about(Exercise exercise);
}
