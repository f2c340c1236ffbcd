package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;

/**
 * Draws from a Gaussian so that its mean and variance can still learn: z = μ + σ ε, σ = exp(v / 2), with μ, v = ln σ² and
 * z of one shape and ε unit Gaussian noise. The chance lies in ε, which has no gradient.
 *
 * <p>Backward: dμ = dz; dv = dz σ ε / 2.
 *
 * <p>The first forward draws from the seed, each later one from the next. Arguments are not written to.
 *
 * <p>Source: the reparameterisation of Kingma and Welling (2013), Auto-encoding variational Bayes, 2.4.
 */
public final class GaussianSample {
    /** The gradients, each shaped like z. */
    public record Gradients(Tensor dmu, Tensor dlogVariance) {}

    private Seed seed;

    @Cached
    private Tensor deviation; // σ ε

    /** Makes the sample; the same seed draws the same noise. */
    public GaussianSample(Seed seed) {
        this.seed = seed;
    }

    /**
     * Returns z, drawn anew.
     *
     * @param mu the means
     * @param logVariance the natural logarithms of the variances, shaped like the means
     * @throws gradus.tensor.ShapeException if the shapes differ
     */
    public Tensor forward(Tensor mu, Tensor logVariance) {
        logVariance.require("GaussianSample.forward: logVariance", mu.shape().toArray());
        Tensor noise = Tensor.normal(mu.shape(), seed);
        seed = seed.next();
        deviation = logVariance.divide(2).exp().times(noise);
        return mu.plus(deviation);
    }

    /**
     * Returns the gradients by both inputs.
     *
     * @param dz the gradient of the loss with respect to z
     * @throws gradus.tensor.ShapeException if {@code dz} is not shaped like z
     */
    public Gradients backward(Tensor dz) {
        Forward.first("GaussianSample.backward", deviation);
        dz.require("GaussianSample.backward: dz", deviation.shape().toArray());
        return new Gradients(dz.copy(), dz.times(deviation).divide(2));
    }
}
