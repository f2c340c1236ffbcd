package gradus.checks.gradient;

/** A function of a vector with a claimed pullback. */
public interface Differentiable {

    /** The point at which the derivative is wanted. Not modified by callers. */
    double[] point();

    /** f(x). */
    double[] value(double[] x);

    /** The claimed gradient of &lt;c, f&gt; at x. */
    double[] pullback(double[] x, double[] c);
}
