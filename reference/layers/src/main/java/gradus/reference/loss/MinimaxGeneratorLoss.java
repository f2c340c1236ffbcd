package gradus.reference.loss;

import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * What the generator of a GAN minimises in the game of two: J = ½ E ln(1 - D(G(z))), with D = sigmoid of the logits. It is
 * minus the {@link DiscriminatorLoss}, less the part about real samples, which the generator cannot change.
 *
 * <p>Its slope dies where the discriminator is sure, just when the generator has most to learn; see
 * {@link NonSaturatingGeneratorLoss}.
 *
 * <p>Backward: dfake = -D / (2 M), for M generated samples.
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. The loss of an empty batch is NaN.
 *
 * <p>Source: the summary's GAN losses, J_G = -J_D; Goodfellow and others (2014), Generative adversarial nets.
 */
public final class MinimaxGeneratorLoss {
    private final SigmoidCrossEntropy no = new SigmoidCrossEntropy(Reduction.MEAN_ALL);

    /**
     * Returns the loss, never positive.
     *
     * @param fake logits for generated samples, (M, …)
     */
    public double forward(Tensor fake) {
        return -no.forward(fake, Tensor.zeros(fake.shape())) / 2;
    }

    /** Returns dfake (M, …). */
    public Tensor backward() {
        return no.backward().divide(-2);
    }
}
