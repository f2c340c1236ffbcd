package gradus.reference.kernel;

import gradus.tensor.Tensor;

/** Mean and biased variance of numbers, in shapes that stretch to theirs. */
public record Moments(Tensor mean, Tensor variance) {
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
