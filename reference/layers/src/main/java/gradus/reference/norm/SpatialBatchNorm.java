package gradus.reference.norm;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Normalises each channel over the batch and all its pixels, then scales and shifts it: y = γ (x - mean) / √(var + eps) +
 * β, with x and y (N, C, H, W), mean, var (both over N, H, W), γ and β (C).
 *
 * <p>It is {@link BatchNorm} with N H W samples of C features: 2 C numbers to learn and 2 C running ones, however large
 * the image. Training, use, momentum and eps are as there.
 *
 * <p>Backward: dγ += Σ dy x̂ and dβ += Σ dy, over N, H and W; with g = dy γ, in training dx = (g - mean(g) - x̂ mean(g
 * x̂)) / √(var + eps), in use dx = g / √(var + eps).
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward. With eps = 0 a constant channel gives 0 / 0, NaN.
 *
 * <p>Source: summary, batch normalisation for convolutions (which averages over N only: H and W are meant, too); winter
 * 2022, 4.3 and 4.5; endterm 2021, 2.13.
 */
public final class SpatialBatchNorm implements Layer {
    private final Parameter gamma, beta; // (C) each
    private final RunningStatistics running;
    private final double eps;
    private final Shape perChannel; // (C, 1, 1)
    private Mode mode = Mode.TRAIN;

    @Cached
    private Normalized normalized; // (N, C, H, W)

    /** Makes the layer for C channels, with γ = 1, β = 0; momentum is from 0 to 1, eps 0 or more. */
    public SpatialBatchNorm(int channels, double momentum, double eps) {
        gamma = new Parameter("gamma", Tensor.ones(channels));
        beta = new Parameter("beta", channels);
        running = new RunningStatistics("SpatialBatchNorm", channels, momentum);
        this.eps = Normalized.requireEps("SpatialBatchNorm", eps);
        perChannel = Shape.of(channels, 1, 1);
    }

    /**
     * Returns y (N, C, H, W) for x (N, C, H, W); in training, updates the running statistics.
     *
     * @throws gradus.tensor.ShapeException if x has another shape
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("SpatialBatchNorm.forward: x", Shape.ANY, perChannel.dim(0), Shape.ANY, Shape.ANY);
        if (mode == Mode.TRAIN) {
            normalized = Normalized.over(x, eps, 0, 2, 3);
            running.update(normalized);
        } else {
            normalized = running.normalize(x, eps, perChannel);
        }
        return normalized.scaled(gamma.value().reshape(perChannel), beta.value().reshape(perChannel));
    }

    /** Adds to the gradients of γ and β, and returns dx (N, C, H, W) for dy (N, C, H, W), which is refused in another shape, too. */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("SpatialBatchNorm.backward", normalized);
        dy.require("SpatialBatchNorm.backward: dy", normalized.shape().toArray());
        Kernels.NormalizeGradients d = normalized.backward(dy, gamma.value().reshape(perChannel));
        gamma.addGradient(d.dgamma().reshape(gamma.value().shape()));
        beta.addGradient(d.dbeta().reshape(beta.value().shape()));
        return d.dx();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    /** {@code runningMean} and {@code runningVar}, (C) each. */
    @Override
    public Map<String, Tensor> state() {
        return running.state();
    }

    @Override
    public void mode(Mode mode) {
        this.mode = mode;
    }
}
