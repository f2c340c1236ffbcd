package gradus.problems.exam;

import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import java.util.Optional;

/** Where the problems of a sheet come from. */
public interface Bank {
    /** The problems that come with Gradus. */
    Bank OWN = ProblemBank::find;

    /** The problem of an id, if there is one. */
    Optional<Problem> find(String id);

    /** A problem with other numbers. */
    default Problem variant(Problem problem, long seed) {
        return problem.variation()
                .orElseThrow(() -> new IllegalArgumentException("the numbers of " + problem.id() + " do not vary."))
                .variant(seed);
    }
}
