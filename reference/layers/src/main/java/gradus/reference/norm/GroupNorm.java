package gradus.reference.norm;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Normalises each group of neighbouring channels of each image, then scales and shifts each channel: y = γ (x - mean) /
 * √(var + eps) + β, with x and y (N, C, H, W), mean and var (biased) over the C / G channels of a group and their pixels,
 * (N, G), γ and β (C).
 *
 * <p>One group is layer norm over C, H and W; as many groups as channels are instance norm.
 *
 * <p>Backward: dγ += Σ dy x̂ and dβ += Σ dy, over N, H and W; with g = dy γ, dx = (g - mean(g) - x̂ mean(g x̂)) / √(var +
 * eps), the means over each group.
 *
 * <p>Arguments are not written to; a copy of x, and x̂, are kept until the next forward. With eps = 0 a constant group gives
 * 0 / 0, NaN.
 *
 * <p>Source: lecture 8, as a figure.
 */
public final class GroupNorm implements Layer {
    private final Parameter gamma, beta; // (C) each
    private final int groups;
    private final double eps;
    private final Shape perChannel; // (C, 1, 1)

    @Cached
    private Normalized normalized; // (N, G, C / G · H · W)

    @Cached
    private Tensor xhat; // (N, C, H, W)

    /** Makes the layer for C channels in G groups, which divide them, with γ = 1, β = 0; eps, 0 or more, is added to the variance. */
    public GroupNorm(int channels, int groups, double eps) {
        if (groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(
                    "GroupNorm: groups: expected a divisor of " + channels + " channels but got " + groups + ".");
        }
        gamma = new Parameter("gamma", Tensor.ones(channels));
        beta = new Parameter("beta", channels);
        this.groups = groups;
        this.eps = Normalized.requireEps("GroupNorm", eps);
        perChannel = Shape.of(channels, 1, 1);
    }

    /** Returns y (N, C, H, W) for x (N, C, H, W), which is refused in another shape with a {@link gradus.tensor.ShapeException}. */
    @Override
    public Tensor forward(Tensor x) {
        x.require("GroupNorm.forward: x", Shape.ANY, perChannel.dim(0), Shape.ANY, Shape.ANY);
        normalized = Normalized.over(grouped(x), eps, 2);
        xhat = normalized.xhat().reshape(x.shape());
        return xhat.times(gamma.value().reshape(perChannel)).plus(beta.value().reshape(perChannel));
    }

    /** Adds to the gradients of γ and β, and returns dx (N, C, H, W) for dy (N, C, H, W), which is refused in another shape, too. */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("GroupNorm.backward", xhat);
        dy.require("GroupNorm.backward: dy", xhat.shape().toArray());
        gamma.addGradient(dy.times(xhat).sum(0, 2, 3));
        beta.addGradient(dy.sum(0, 2, 3));
        Tensor g = dy.times(gamma.value().reshape(perChannel));
        return normalized.backward(grouped(g)).reshape(dy.shape());
    }

    private Tensor grouped(Tensor x) {
        return x.reshape(x.dim(0), groups, x.dim(1) / groups * x.dim(2) * x.dim(3));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }
}
