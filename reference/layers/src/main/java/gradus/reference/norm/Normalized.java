package gradus.reference.norm;

import gradus.reference.kernel.Kernels;
import gradus.reference.kernel.Moments;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * What all the normalising layers share: x̂ = (x - mean) / √(var + eps), and its backward. Immutable.
 *
 * <p>Where mean and variance come from x itself, they move with it. With g the gradient of x̂, and both means taken over
 * the entries that share one statistic: dx = (g - mean(g) - x̂ mean(g x̂)) / √(var + eps). Where they are given, x̂ is
 * affine in x: dx = g / √(var + eps).
 *
 * <p>The variance is biased, the mean of the squared distances. First the mean is taken away and then squared, because
 * E[x²] - E[x]² loses all digits where the mean is large. Of equal entries the variance is exactly 0, whatever they are.
 */
final class Normalized {
    private final Tensor x;
    private final Moments moments;
    private final double eps;
    private final int[] axes; // those that share one statistic; none if statistics are given

    private Normalized(Tensor x, Moments moments, double eps, int... axes) {
        this.x = x;
        this.moments = moments;
        this.eps = eps;
        this.axes = axes;
    }

    /** By the mean and the variance of x over some axes. */
    static Normalized over(Tensor x, double eps, int... axes) {
        return new Normalized(x, Kernels.current().moments(x, axes).refined(x, axes), eps, axes);
    }

    /** By a mean and a variance that do not depend on x. */
    static Normalized by(Tensor mean, Tensor variance, Tensor x, double eps) {
        return new Normalized(x, new Moments(mean, variance), eps);
    }

    /** γ x̂ + β. */
    Tensor scaled(Tensor gamma, Tensor beta) {
        return Kernels.current().normalize(x, moments, eps, gamma, beta);
    }

    /** Returns the gradients of x, γ and β. */
    Kernels.NormalizeGradients backward(Tensor dy, Tensor gamma) {
        return Kernels.current().normalizeBackward(dy, x, moments, eps, gamma, axes);
    }

    /** Returns dx for the gradient of x̂. */
    Tensor backward(Tensor g) {
        return backward(g, Tensor.ones(Shape.of())).dx();
    }

    Tensor xhat() {
        return moments.normalized(x, eps);
    }

    /** The mean, its axes kept with length 1. */
    Tensor mean() {
        return moments.mean();
    }

    /** The biased variance, its axes kept with length 1. */
    Tensor variance() {
        return moments.variance();
    }

    Shape shape() {
        return x.shape();
    }

    static double requireEps(String type, double eps) {
        if (!(eps >= 0)) {
            throw new IllegalArgumentException(type + ": eps: expected a number of 0 or more but got " + eps + ".");
        }
        return eps;
    }
}
