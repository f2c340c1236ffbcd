/** Symbolic answers: domains of symbols, evaluation at random points, equality. */
@org.jspecify.annotations.NullMarked
package gradus.problems.formula;
