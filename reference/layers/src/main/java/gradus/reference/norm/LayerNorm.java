package gradus.reference.norm;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Normalises each sample over its features, then scales and shifts each feature: y = γ (x - mean) / √(var + eps) + β, with
 * x and y (…, D), mean and var (biased) over the last axis, γ and β (D).
 *
 * <p>Backward: dγ += Σ dy x̂ and dβ += Σ dy, over all leading axes; with g = dy γ, dx = (g - mean(g) - x̂ mean(g x̂)) /
 * √(var + eps), the means over the last axis, as the lines of {@link Kernels#normalizeBackward} have it.
 *
 * <p>No sample sees another, so there is nothing to run, training and use are the same, and small batches fare no worse.
 * Arguments are not written to; x is kept by reference until the next forward. With eps = 0 a constant sample gives 0 / 0, NaN.
 *
 * <p>Source: lecture 8, as a figure; the transformer blocks of lecture 11 need it.
 */
public final class LayerNorm implements Layer {
    private final Parameter gamma, beta; // (D) each
    private final double eps;

    @Cached
    private Normalized normalized; // (…, D)

    /** Makes the layer for D features, with γ = 1, β = 0; eps, 0 or more, is added to the variance. */
    public LayerNorm(int features, double eps) {
        gamma = new Parameter("gamma", Tensor.ones(features));
        beta = new Parameter("beta", features);
        this.eps = Normalized.requireEps("LayerNorm", eps);
    }

    /** Returns y (…, D) for x (…, D), which is refused in another shape with a {@link gradus.tensor.ShapeException}. */
    @Override
    public Tensor forward(Tensor x) {
        LastAxis.require("LayerNorm.forward: x", x, gamma.value().size());
        normalized = Normalized.over(x, eps, -1);
        return normalized.scaled(gamma.value(), beta.value());
    }

    /** Adds to the gradients of γ and β, and returns dx (…, D) for dy (…, D), which is refused in another shape, too. */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("LayerNorm.backward", normalized);
        dy.require("LayerNorm.backward: dy", normalized.shape().toArray());
        Kernels.NormalizeGradients d = normalized.backward(dy, gamma.value());
        gamma.addGradient(d.dgamma());
        beta.addGradient(d.dbeta());
        return d.dx();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }
}
