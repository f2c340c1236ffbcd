package gradus.reference.train;

import gradus.reference.net.Frozen;
import gradus.reference.net.Sequential;
import gradus.reference.train.data.Samples;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Learning from many inputs of which few are labelled, in two trainings: first an autoencoder, decoder(encoder(x)) ≈
 * x, on all inputs; then, without the decoder, a small head on the encoder's code, on the labelled ones.
 *
 * <p>In the second training the encoder is frozen, or learns on, which wants a small learning rate.
 *
 * <p>Source: the summary (autoencoders, exercise 8); summer 2022, 3.4; summer 2020, 4.
 */
public record Pretraining(Layer encoder, Layer decoder) {
    /** The net of the first training. */
    public Layer autoencoder() {
        return new Sequential(encoder, decoder);
    }

    /** Inputs that are their own targets. */
    public static Samples<Tensor> targets(Tensor x) {
        return Samples.of(x, x);
    }

    /** The net of the second training, whose encoder stays as it is. */
    public Layer frozen(Layer head) {
        return new Sequential(new Frozen(encoder), head);
    }

    /** The net of the second training, whose encoder learns on. */
    public Layer fineTuned(Layer head) {
        return new Sequential(encoder, head);
    }
}
