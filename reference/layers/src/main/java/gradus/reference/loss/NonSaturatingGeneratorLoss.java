package gradus.reference.loss;

import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * What the generator of a GAN minimises in practice: J = -½ E ln D(G(z)), with D = sigmoid of the logits. It has the
 * optimum of {@link MinimaxGeneratorLoss} but is steep where the discriminator is sure that a sample is generated.
 *
 * <p>Backward: dfake = (D - 1) / (2 M), for M generated samples.
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. The loss of an empty batch is NaN.
 *
 * <p>Source: Goodfellow and others (2014), Generative adversarial nets, section 3; not in the course's slides.
 */
public final class NonSaturatingGeneratorLoss {
    private final SigmoidCrossEntropy yes = new SigmoidCrossEntropy(Reduction.MEAN_ALL);

    /**
     * Returns the loss, never negative.
     *
     * @param fake logits for generated samples, (M, …)
     */
    public double forward(Tensor fake) {
        return yes.forward(fake, Tensor.ones(fake.shape())) / 2;
    }

    /** Returns dfake (M, …). */
    public Tensor backward() {
        return yes.backward().divide(2);
    }
}
