/**
 * Exam problems as data, and the examiner that marks answers to them.
 *
 * <p>A problem is a computational graph: the file gives numbers and forward formulas; keys, gradients, errors carried
 * forward and slips all follow from the graph.
 */
package gradus.problems;
