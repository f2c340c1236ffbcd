package gradus.reference.norm;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Divides each sample by the root of its mean square, then scales each feature: y = γ x̂, x̂ = x / √(mean(x²) + eps), with
 * x and y (…, D), the mean over the last axis, γ (D). Nothing is centred, and nothing shifted.
 *
 * <p>Backward: dγ += Σ dy x̂, over all leading axes; with g = dy γ, dx = (g - x̂ mean(g x̂)) / √(mean(x²) + eps).
 *
 * <p>Arguments are not written to; x̂ is kept until the next forward. With eps = 0 a sample of zeros gives 0 / 0, NaN.
 *
 * <p>Source: Zhang and Sennrich (2019), Root mean square layer normalization; a later relative of lecture 8's layers.
 */
public final class RmsNorm implements Layer {
    private final Parameter gamma; // (D)
    private final double eps;

    @Cached
    private Tensor xhat; // (…, D)

    @Cached
    private Tensor rms; // (…, 1)

    /**
     * Makes the layer for D features, with γ = 1.
     *
     * @param eps what is added to the mean square, 0 or more
     */
    public RmsNorm(int features, double eps) {
        gamma = new Parameter("gamma", Tensor.ones(features));
        this.eps = Normalized.requireEps("RmsNorm", eps);
    }

    /**
     * Returns y (…, D).
     *
     * @param x (…, D)
     * @throws gradus.tensor.ShapeException if the last axis of {@code x} does not have D entries
     */
    @Override
    public Tensor forward(Tensor x) {
        LastAxis.require("RmsNorm.forward: x", x, gamma.value().size());
        rms = x.square().meanKeep(-1).plus(eps).sqrt();
        xhat = x.divide(rms);
        return xhat.times(gamma.value());
    }

    /**
     * Adds to the gradient of γ, and returns dx (…, D).
     *
     * @param dy the gradient of the loss with respect to y, (…, D)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("RmsNorm.backward", rms);
        dy.require("RmsNorm.backward: dy", xhat.shape().toArray());
        gamma.addGradient(dy.times(xhat).sumTo(gamma.value().shape()));
        Tensor g = dy.times(gamma.value());
        return g.minus(xhat.times(g.times(xhat).meanKeep(-1))).divide(rms);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma);
    }
}
