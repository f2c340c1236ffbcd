package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * How far Gaussians lie from the unit Gaussian, the part of a variational autoencoder's loss that keeps its codes
 * together: L = 1/N Σₙ Σⱼ (μ² + σ² - 1 - ln σ²) / 2, with the means μ (N, K) and v = ln σ² (N, K).
 *
 * <p>This is KL(N(μ, σ²) ‖ N(0, 1)), summed over the K coordinates and averaged over the samples; it is 0 only at μ = 0,
 * v = 0.
 *
 * <p>Backward: dμ = μ / N; dv = (exp(v) - 1) / (2 N).
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. The loss of an empty batch is NaN.
 *
 * <p>Source: Kingma and Welling (2013), Auto-encoding variational Bayes, appendix B; lectures on autoencoders name it.
 */
public final class KullbackLeibler {
    /** The gradients, each (N, K). */
    public record Gradients(Tensor dmu, Tensor dlogVariance) {}

    @Cached
    private Tensor mu; // (N, K)

    @Cached
    private Tensor excess; // exp(v) - 1, (N, K)

    /**
     * Returns the divergence in nats, the mean over the samples.
     *
     * @param mu (N, K)
     * @param logVariance the natural logarithm of the variance, (N, K)
     * @throws gradus.tensor.ShapeException if the shapes differ
     */
    public double forward(Tensor mu, Tensor logVariance) {
        mu.require("KullbackLeibler.forward: mu", Shape.ANY, Shape.ANY);
        logVariance.require("KullbackLeibler.forward: logVariance", mu.shape().toArray());
        this.mu = mu;
        excess = logVariance.divide(2).tanh().times(logVariance.exp().plus(1)); // keeps its digits near 0
        return excess.minus(logVariance).plus(mu.square()).sum() / (2.0 * mu.dim(0));
    }

    /** Returns the gradients by both inputs. */
    public Gradients backward() {
        Forward.first("KullbackLeibler.backward", excess);
        return new Gradients(mu.divide(mu.dim(0)), excess.divide(2.0 * mu.dim(0)));
    }
}
