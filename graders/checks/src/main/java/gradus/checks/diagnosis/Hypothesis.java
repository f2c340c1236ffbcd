package gradus.checks.diagnosis;

import gradus.checks.Case;
import gradus.checks.Diagnosis;
import gradus.checks.Outcome;
import java.util.Optional;

/**
 * A known mistake together with what it does.
 *
 * @param diagnosis what to say if it fits
 * @param conduct what code with this mistake makes of a case
 */
public record Hypothesis(Diagnosis diagnosis, Conduct conduct) {

    /** What code with this mistake makes of a case; empty where that is not known. */
    @FunctionalInterface
    public interface Conduct {
        Optional<Outcome> on(Case experiment);
    }
}
