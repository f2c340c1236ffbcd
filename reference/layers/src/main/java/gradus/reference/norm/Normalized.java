package gradus.reference.norm;

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
 * E[x²] - E[x]² loses all digits where the mean is large.
 */
final class Normalized {
    private final Tensor xhat;
    private final Tensor mean;
    private final Tensor variance;
    private final Tensor deviation; // √(var + eps)
    private final int[] axes; // those that share one statistic; none if statistics are given

    private Normalized(Tensor centred, Tensor mean, Tensor variance, double eps, int... axes) {
        this.mean = mean;
        this.variance = variance;
        this.deviation = variance.plus(eps).sqrt();
        this.xhat = centred.divide(deviation);
        this.axes = axes;
    }

    /** By the mean and the variance of x over some axes. */
    static Normalized over(Tensor x, double eps, int... axes) {
        Tensor mean = x.meanKeep(axes);
        Tensor centred = x.minus(mean);
        return new Normalized(centred, mean, centred.square().meanKeep(axes), eps, axes);
    }

    /** By a mean and a variance that do not depend on x. */
    static Normalized by(Tensor mean, Tensor variance, Tensor x, double eps) {
        return new Normalized(x.minus(mean), mean, variance, eps);
    }

    /** Returns dx for the gradient of x̂. */
    Tensor backward(Tensor g) {
        if (axes.length == 0) {
            return g.divide(deviation);
        }
        Tensor throughMean = g.meanKeep(axes);
        Tensor throughVariance = xhat.times(g.times(xhat).meanKeep(axes));
        return g.minus(throughMean).minus(throughVariance).divide(deviation);
    }

    Tensor xhat() {
        return xhat;
    }

    /** The mean, its axes kept with length 1. */
    Tensor mean() {
        return mean;
    }

    /** The biased variance, its axes kept with length 1. */
    Tensor variance() {
        return variance;
    }

    Shape shape() {
        return xhat.shape();
    }

    static double requireEps(String type, double eps) {
        if (!(eps >= 0)) {
            throw new IllegalArgumentException(type + ": eps: expected a number of 0 or more but got " + eps + ".");
        }
        return eps;
    }
}
