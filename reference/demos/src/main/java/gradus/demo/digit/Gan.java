package gradus.demo.digit;

import gradus.demo.Descent;
import gradus.demo.Weights;
import gradus.reference.activation.LeakyRelu;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.dense.Affine;
import gradus.reference.init.He;
import gradus.reference.loss.DiscriminatorLoss;
import gradus.reference.loss.NonSaturatingGeneratorLoss;
import gradus.reference.net.Sequential;
import gradus.reference.optim.Adam;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Two nets against each other: the generator makes images (N, 144) of noise (N, K), the discriminator gives logits (N, 1) that an image is
 * real. Each step first teaches the discriminator to tell, then the generator to deceive it.
 */
final class Gan {
    private static final int NOISE = 16;
    private static final int HIDDEN = 96;
    private static final double RATE = 1e-3;

    private final Layer generator;
    private final Layer discriminator;
    private final DiscriminatorLoss telling = new DiscriminatorLoss();
    private final NonSaturatingGeneratorLoss deceiving = new NonSaturatingGeneratorLoss();
    private final Descent generatorDescent;
    private final Descent discriminatorDescent;

    Gan(Seed seed) {
        generator =
                new Sequential(new Affine(NOISE, HIDDEN), new Relu(), new Affine(HIDDEN, Digits.PIXELS), new Sigmoid());
        discriminator = new Sequential(new Affine(Digits.PIXELS, HIDDEN), new LeakyRelu(0.2), new Affine(HIDDEN, 1));
        Weights.draw(generator, new He(), seed.named("generator"));
        Weights.draw(discriminator, new He(), seed.named("discriminator"));
        generatorDescent = new Descent(generator, () -> new Adam(0.5, 0.999, 1e-8), RATE);
        discriminatorDescent = new Descent(discriminator, () -> new Adam(0.5, 0.999, 1e-8), RATE);
    }

    /** One step of either; returns the discriminator's loss, which is ln 2 where it cannot tell. */
    double learn(Tensor real, Seed seed) {
        double loss = tell(real, images(real.dim(0), seed.child(0)));
        deceive(real.dim(0), seed.child(1));
        return loss;
    }

    private double tell(Tensor real, Tensor fake) {
        int n = real.dim(0);
        discriminatorDescent.clear();
        Tensor logits = discriminator.forward(Tensor.concat(0, real, fake));
        double loss = telling.forward(logits.slice(0, 0, n), logits.slice(0, n, 2 * n));
        DiscriminatorLoss.Gradients d = telling.backward();
        discriminator.backward(Tensor.concat(0, d.dreal(), d.dfake()));
        discriminatorDescent.step();
        return loss;
    }

    private void deceive(int number, Seed seed) {
        generatorDescent.clear();
        deceiving.forward(discriminator.forward(images(number, seed)));
        generator.backward(
                discriminator.backward(deceiving.backward())); // what this adds to the discriminator is cleared
        generatorDescent.step();
    }

    /** Images (N, 144) of so many draws. */
    Tensor images(int number, Seed seed) {
        return generator.forward(Tensor.normal(Shape.of(number, NOISE), seed));
    }
}
