/** Exam sheets: a paper for each student, with its solution and marking scheme, for print and as LaTeX. */
@org.jspecify.annotations.NullMarked
package gradus.problems.exam;
