/** Formulas as text and as trees: what problem files and answers are written in. */
package gradus.problems.expression;
