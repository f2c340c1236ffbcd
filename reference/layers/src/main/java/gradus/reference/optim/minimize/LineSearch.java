package gradus.reference.optim.minimize;

/**
 * How far to go along a line: the ideal is the α with the least f(x + α p), p = -∇f(x) in plain descent.
 *
 * <p>Source: lecture 5.
 */
public interface LineSearch {
    /** Returns an α above 0 with f(x + α p) below f(x), or 0 if there is none to be found. */
    double rate(Line line);
}
