package gradus.problems.figure;

/** A place: on a sheet in pixels, from its left and its top; in a plot by the numbers of its axes. */
public record Point(double x, double y) {}
