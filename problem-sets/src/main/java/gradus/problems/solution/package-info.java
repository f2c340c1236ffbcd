/** Worked solutions: every step with its numbers, and the computational graph. */
@org.jspecify.annotations.NullMarked
package gradus.problems.solution;
