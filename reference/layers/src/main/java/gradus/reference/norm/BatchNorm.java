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
 * Normalises each feature over the batch, then scales and shifts it: x̂ = (x - mean) / √(var + eps), y = γ x̂ + β, with x
 * and y (N, D), all else (D).
 *
 * <p>In training, mean and variance (biased) are those of the batch at hand, and are taken into the running ones: running
 * = momentum · running + (1 - momentum) · batch, from 0 and 1 on. In use, the running ones stand in their place and stay
 * as they are: a sample then no longer depends on the others.
 *
 * <p>Backward: dγ += Σₙ dy x̂; dβ += Σₙ dy; with g = dy γ, in training dx = (g - mean(g) - x̂ mean(g x̂)) / √(var + eps),
 * in use dx = g / √(var + eps), as the lines of {@link Kernels#normalizeBackward} have it. A bias just before this layer is taken away
 * with the mean: in training its gradient is 0.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward. A batch of one gives β in training. An empty one
 * leaves the running statistics alone. With eps = 0 a constant feature gives 0 / 0, NaN.
 *
 * <p>Source: lecture 8; endterm 2020, 3; endterm 2022, 7.1. The summary takes a momentum of 0.99.
 */
public final class BatchNorm implements Layer {
    private final Parameter gamma, beta; // (D) each
    private final RunningStatistics running;
    private final double eps;
    private Mode mode = Mode.TRAIN;

    @Cached
    private Normalized normalized; // (N, D)

    /** Makes the layer for D features, with γ = 1, β = 0; momentum is from 0 to 1, eps 0 or more. */
    public BatchNorm(int features, double momentum, double eps) {
        gamma = new Parameter("gamma", Tensor.ones(features));
        beta = new Parameter("beta", features);
        running = new RunningStatistics("BatchNorm", features, momentum);
        this.eps = Normalized.requireEps("BatchNorm", eps);
    }

    /**
     * Returns y (N, D) for x (N, D); in training, updates the running statistics.
     *
     * @throws gradus.tensor.ShapeException if x has another shape
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("BatchNorm.forward: x", Shape.ANY, gamma.value().size());
        if (mode == Mode.TRAIN) {
            normalized = Normalized.over(x, eps, 0);
            running.update(normalized);
        } else {
            normalized = running.normalize(x, eps, gamma.value().shape());
        }
        return normalized.scaled(gamma.value(), beta.value());
    }

    /** Adds to the gradients of γ and β, and returns dx (N, D) for dy (N, D), which is refused in another shape, too. */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("BatchNorm.backward", normalized);
        dy.require("BatchNorm.backward: dy", normalized.shape().toArray());
        Kernels.NormalizeGradients d = normalized.backward(dy, gamma.value());
        gamma.addGradient(d.dgamma());
        beta.addGradient(d.dbeta());
        return d.dx();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(gamma, beta);
    }

    /** {@code runningMean} and {@code runningVar}, (D) each. */
    @Override
    public Map<String, Tensor> state() {
        return running.state();
    }

    @Override
    public void mode(Mode mode) {
        this.mode = mode;
    }
}
