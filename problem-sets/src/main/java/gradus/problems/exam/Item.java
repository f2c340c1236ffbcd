package gradus.problems.exam;

import gradus.problems.Problem;

/**
 * A problem on a paper.
 *
 * @param number its place, from 1
 * @param points that it has there
 */
public record Item(int number, Reference reference, Problem problem, double points) {
    /** The points that credits of the problem are worth on the paper. */
    public double points(double credits) {
        return problem.credits() == 0 ? credits : credits * points / problem.credits();
    }
}
