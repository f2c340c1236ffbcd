package gradus.grader;

import gradus.checks.Examiner;
import gradus.checks.diagnosis.Diagnoser;
import gradus.checks.recorded.RecordedOracle;
import gradus.mutants.LiveHypotheses;
import gradus.mutants.Reference;

/** How submissions are examined when marks depend on it. */
public final class Examiners {

    private Examiners() {}

    /** Recorded experiments and fresh ones, valued by the reference; mistakes named by running the catalogued ones. */
    public static Examiner live() {
        return new Examiner(
                new KnownOracle(new RecordedOracle().and(Reference.oracle())), new Diagnoser(new LiveHypotheses()));
    }
}
