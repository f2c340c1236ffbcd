package gradus.reference.kernel;

import gradus.tensor.Tensor;

/** Mean and biased variance of numbers, in shapes that stretch to theirs. */
public record Moments(Tensor mean, Tensor variance) {
    /**
     * These, or better ones of the same x over the same axes where a variance is so small that the rounding of the mean alone may make it.
     * What is left of equal numbers without their mean is equal, and its mean exact: then they have the variance 0.
     */
    public Moments refined(Tensor x, int... axes) {
        double rounding = Math.ulp(1.0) * x.size() / mean.size();
        if (!(variance.lessEqual(mean.square().times(rounding * rounding)).sum() > 0)) {
            return this;
        }
        Tensor better = mean.plus(x.minus(mean).meanKeep(axes));
        return new Moments(better, x.minus(better).square().meanKeep(axes));
    }

    /** √(variance + eps). */
    public Tensor deviation(double eps) {
        return variance.plus(eps).sqrt();
    }

    /** 1 / √(variance + eps): one quotient for each statistic, because a product for each entry is much cheaper. */
    public Tensor factor(double eps) {
        return deviation(eps).reciprocal();
    }

    /** x̂ = (x - mean) / √(variance + eps). */
    public Tensor normalized(Tensor x, double eps) {
        return x.minus(mean).divide(deviation(eps));
    }
}
