/** Kinds of answers that are marked by themselves: choices, orders, terms, formulas, rubrics and the like. */
@org.jspecify.annotations.NullMarked
package gradus.problems.kind;
