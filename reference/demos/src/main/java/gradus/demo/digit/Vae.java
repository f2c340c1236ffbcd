package gradus.demo.digit;

import gradus.demo.Weights;
import gradus.reference.activation.Relu;
import gradus.reference.dense.Affine;
import gradus.reference.init.He;
import gradus.reference.loss.GaussianSample;
import gradus.reference.loss.KullbackLeibler;
import gradus.reference.loss.SigmoidCrossEntropy;
import gradus.reference.net.Sequential;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A variational autoencoder: the encoder gives (μ, ln σ²) (N, 2K) for images (N, 144), a code z (N, K) is drawn from that Gaussian, the
 * decoder gives logits of the pixels. Its loss is the cross-entropy of the pixels plus the divergence of the Gaussians from the unit one.
 */
final class Vae implements Trainable {
    /** The two parts of the loss, each a mean over the images. */
    record Loss(double pixels, double divergence) {}

    private final int code;
    private final Layer encoder;
    private final Layer decoder;
    private final GaussianSample sample;
    private final SigmoidCrossEntropy pixels = new SigmoidCrossEntropy(Reduction.MEAN_BATCH);
    private final KullbackLeibler divergence = new KullbackLeibler();

    Vae(int code, int hidden, Seed seed) {
        this.code = code;
        sample = new GaussianSample(seed.named("codes"));
        encoder = new Sequential(new Affine(Digits.PIXELS, hidden), new Relu(), new Affine(hidden, 2 * code));
        decoder = new Sequential(new Affine(code, hidden), new Relu(), new Affine(hidden, Digits.PIXELS));
        Weights.draw(this, new He(), seed);
    }

    /** Adds to the gradients of all parameters, and returns the loss. */
    Loss learn(Tensor images) {
        Tensor gaussian = encoder.forward(images);
        Tensor mu = gaussian.slice(1, 0, code);
        Tensor logVariance = gaussian.slice(1, code, 2 * code);
        Tensor z = sample.forward(mu, logVariance);
        Loss loss = new Loss(pixels.forward(decoder.forward(z), images), divergence.forward(mu, logVariance));
        GaussianSample.Gradients d = sample.backward(decoder.backward(pixels.backward()));
        KullbackLeibler.Gradients prior = divergence.backward();
        encoder.backward(
                Tensor.concat(1, d.dmu().plus(prior.dmu()), d.dlogVariance().plus(prior.dlogVariance())));
        return loss;
    }

    /** The middle of the codes of images. */
    Tensor codes(Tensor images) {
        return encoder.forward(images).slice(1, 0, code);
    }

    /** The images of codes: each pixel's probability of ink. */
    Tensor images(Tensor codes) {
        return decoder.forward(codes).negate().exp().plus(1).reciprocal();
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(encoder.parameters().stream(), decoder.parameters().stream())
                .toList();
    }
}
