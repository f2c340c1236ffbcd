package gradus.checks;

import java.util.List;

/** One thing that a right answer must satisfy. */
public interface Check {

    /** The rows that this check can cost; an exception during the check costs them, too. */
    List<Row> rows(Exercise exercise);

    /** The situation in which calls are made, for messages about calls that did not come back; may be empty. */
    default String when() {
        return "";
    }

    /** Looks, and reports what it found to the examination. */
    void run(Examination examination);
}
