package gradus.demo.digit;

import gradus.demo.Setup;
import gradus.demo.Weights;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.dense.Affine;
import gradus.reference.init.He;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.net.Sequential;
import gradus.reference.optim.Adam;
import gradus.reference.train.Training;
import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;

/** A net 144-64-K-64-144: the encoder makes a code (N, K) of images (N, 144), the decoder images of codes; by the squared error. */
record Autoencoder(Layer encoder, Layer decoder) {
    private static final int HIDDEN = 64;
    private static final int EPOCHS = 15;

    static Autoencoder trained(int code, Samples<Tensor> images, Setup setup) {
        Seed seed = setup.seed().named("autoencoder").child(code);
        Layer encoder = new Sequential(new Affine(Digits.PIXELS, HIDDEN), new Relu(), new Affine(HIDDEN, code));
        Layer decoder =
                new Sequential(new Affine(code, HIDDEN), new Relu(), new Affine(HIDDEN, Digits.PIXELS), new Sigmoid());
        Layer net = Weights.draw(new Sequential(encoder, decoder), new He(), seed);
        Training.with(Adam::new)
                .rate(3e-3)
                .epochs(setup.iterations(EPOCHS))
                .seed(seed)
                .fit(net, new MeanSquaredError(Reduction.MEAN_BATCH), images);
        return new Autoencoder(encoder, decoder);
    }

    Tensor rebuilt(Tensor images) {
        return decoder.forward(encoder.forward(images));
    }
}
