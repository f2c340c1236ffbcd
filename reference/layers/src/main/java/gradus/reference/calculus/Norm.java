package gradus.reference.calculus;

import gradus.tensor.Tensor;

/**
 * Lengths of vectors and sizes of matrices. Nothing overflows that need not: entries are measured in units of the
 * largest. The norms of nothing are 0; NaN gives NaN.
 *
 * <p>Source: lecture 5 (convexity, the distance to the optimum); the summary.
 */
public final class Norm {
    private Norm() {}

    /** Σ |xᵢ|. */
    public static double sum(Tensor x) {
        return x.abs().sum();
    }

    /** √(Σ xᵢ²); of a matrix, the Frobenius norm. */
    public static double euclidean(Tensor x) {
        double largest = maximum(x);
        return largest == 0 || !Double.isFinite(largest)
                ? largest
                : largest * Math.sqrt(x.divide(largest).square().sum());
    }

    /** √(Σ xᵢ²) along axes, which stay with length 1: a length for each vector, each measured in a power of two of its own. */
    public static Tensor lengths(Tensor x, int... axes) {
        if (x.size() == 0) {
            return x.sumKeep(axes);
        }
        Tensor units = x.abs().maxKeep(axes).map(Norm::unit);
        return x.divide(units).square().sumKeep(axes).sqrt().times(units);
    }

    /** The greatest power of two in a number, so that division by it rounds nothing; 1 in 0 and in what is not finite. */
    private static double unit(double largest) {
        return largest > 0 && Double.isFinite(largest) ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
    }

    /** max |xᵢ|. */
    public static double maximum(Tensor x) {
        return x.size() == 0 ? 0 : x.abs().max();
    }

    /** (Σ |xᵢ|ᵖ)^(1/p) for p ≥ 1. */
    public static double p(Tensor x, double p) {
        if (!(p >= 1 && p < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Norm.p: p: expected a finite number of 1 or more but got " + p + ".");
        }
        double largest = maximum(x);
        return largest == 0 || !Double.isFinite(largest)
                ? largest
                : largest * Math.pow(x.abs().divide(largest).power(p).sum(), 1 / p);
    }
}
