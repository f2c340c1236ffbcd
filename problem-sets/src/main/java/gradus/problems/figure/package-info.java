/** Figures of problems, drawn from data: plots, graphs and grids of numbers, as SVG and as TikZ. */
@org.jspecify.annotations.NullMarked
package gradus.problems.figure;
