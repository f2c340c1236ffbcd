package gradus.reference.loss;

import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * What the discriminator of a GAN minimises: J = -½ E ln D(x) - ½ E ln(1 - D(G(z))), with D = sigmoid of the logits for
 * real samples x and generated ones G(z). A discriminator that cannot tell, D = ½ everywhere, pays ln 2.
 *
 * <p>From the logits, so that a sure discriminator stays finite: half the {@link SigmoidCrossEntropy} of the real ones
 * against yes and half that of the generated ones against no, each a mean over all its entries.
 *
 * <p>Backward: dreal = (D - 1) / (2 N); dfake = D / (2 M), for N real and M generated ones.
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. The loss is NaN where one kind is
 * missing.
 *
 * <p>Source: the summary's GAN losses, J_D; Goodfellow and others (2014), Generative adversarial nets.
 */
public final class DiscriminatorLoss {
    /** The gradients, each shaped like its logits. */
    public record Gradients(Tensor dreal, Tensor dfake) {}

    private final SigmoidCrossEntropy yes = new SigmoidCrossEntropy(Reduction.MEAN_ALL);
    private final SigmoidCrossEntropy no = new SigmoidCrossEntropy(Reduction.MEAN_ALL);

    /**
     * Returns the loss.
     *
     * @param real logits for real samples, (N, …)
     * @param fake logits for generated samples, (M, …)
     */
    public double forward(Tensor real, Tensor fake) {
        double missed = yes.forward(real, Tensor.ones(real.shape()));
        double fooled = no.forward(fake, Tensor.zeros(fake.shape()));
        return (missed + fooled) / 2;
    }

    /** Returns the gradients by both kinds of logits. */
    public Gradients backward() {
        return new Gradients(yes.backward().divide(2), no.backward().divide(2));
    }
}
