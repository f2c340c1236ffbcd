package gradus.reference.norm;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Normalises each channel of each image over its pixels, then scales and shifts each channel: y = γ (x - mean) / √(var +
 * eps) + β, with x and y (N, C, H, W), mean and var (biased) over H and W, (N, C), γ and β (C).
 *
 * <p>Backward: dγ += Σ dy x̂ and dβ += Σ dy, over N, H and W; with g = dy γ, dx = (g - mean(g) - x̂ mean(g x̂)) / √(var +
 * eps), the means over H and W.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward. A single pixel gives β. With eps = 0 a constant
 * channel gives 0 / 0, NaN.
 *
 * <p>Source: lecture 8, as a figure.
 */
public final class InstanceNorm implements Layer {
    private final Parameter gamma, beta; // (C) each
    private final double eps;
    private final Shape perChannel; // (C, 1, 1)

    @Cached
    private Normalized normalized; // (N, C, H, W)

    /** Makes the layer for C channels, with γ = 1, β = 0; eps, 0 or more, is added to the variance. */
    public InstanceNorm(int channels, double eps) {
        gamma = new Parameter("gamma", Tensor.ones(channels));
        beta = new Parameter("beta", channels);
        this.eps = Normalized.requireEps("InstanceNorm", eps);
        perChannel = Shape.of(channels, 1, 1);
    }

    /** Returns y (N, C, H, W) for x (N, C, H, W), which is refused in another shape with a {@link gradus.tensor.ShapeException}. */
    @Override
    public Tensor forward(Tensor x) {
        x.require("InstanceNorm.forward: x", Shape.ANY, perChannel.dim(0), Shape.ANY, Shape.ANY);
        normalized = Normalized.over(x, eps, 2, 3);
        return normalized
                .xhat()
                .times(gamma.value().reshape(perChannel))
                .plus(beta.value().reshape(perChannel));
    }

    /** Adds to the gradients of γ and β, and returns dx (N, C, H, W) for dy (N, C, H, W), which is refused in another shape, too. */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("InstanceNorm.backward", normalized);
        dy.require("InstanceNorm.backward: dy", normalized.shape().toArray());
        gamma.addGradient(dy.times(normalized.xhat()).sum(0, 2, 3));
        beta.addGradient(dy.sum(0, 2, 3));
        return normalized.backward(dy.times(gamma.value().reshape(perChannel)));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }
}
