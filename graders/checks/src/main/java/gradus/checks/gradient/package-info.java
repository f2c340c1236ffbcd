/**
 * The gradient check: is a claimed gradient the derivative of the forward pass that goes with it?
 *
 * <p>With random signed c and d, phi(t) = &lt;c, f(x + t d)&gt; has the slope &lt;gradient, d&gt; at 0. The slope is estimated from differences
 * over a ladder of steps by Richardson extrapolation, whose own error bar sets the tolerance; kinks are recognised and moved away from;
 * nothing is called wrong before two independent points agree that it is, by mismatches that do not depend on the step.
 */
package gradus.checks.gradient;
