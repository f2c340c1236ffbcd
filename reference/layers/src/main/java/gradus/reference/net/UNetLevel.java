package gradus.reference.net;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/**
 * One level of a U-Net: e = encoder(x), u = inner(e), y = decoder([crop(e), u]). The inner net goes down, through the
 * next level, and up again; e skips it, cropped to the middle where u is smaller, and comes first among the channels.
 *
 * <p>Backward: the decoder's gradient is cut between the channels; the skipped part, padded with zeros where it was
 * cropped, and what comes back through the inner net add up at e.
 *
 * <p>Parameters are led by {@code encoder.}, {@code inner.} and {@code decoder.}.
 *
 * <p>Source: lecture 10 (U-Net; unpadded convolutions, hence the crop).
 */
public final class UNetLevel extends Composed {
    private static final int CHANNELS = 1;

    private final Layer encoder;
    private final Layer inner;
    private final Layer decoder;

    @Cached
    private Tensor e; // (N, C, H, W)

    /** @throws IllegalArgumentException if two of them are one layer */
    public UNetLevel(Layer encoder, Layer inner, Layer decoder) {
        super(new Parts("UNetLevel")
                .with("encoder", encoder)
                .with("inner", inner)
                .with("decoder", decoder));
        this.encoder = encoder;
        this.inner = inner;
        this.decoder = decoder;
    }

    /**
     * Returns decoder([crop(e), u]).
     *
     * @param x (N, C, H, W)
     * @throws ShapeException if u is larger than e
     */
    @Override
    public Tensor forward(Tensor x) {
        e = encoder.forward(x);
        Tensor u = inner.forward(e);
        if (u.dim(2) > e.dim(2) || u.dim(3) > e.dim(3)) {
            throw new ShapeException("UNetLevel.forward: expected the inner net to give images of at most " + e.dim(2)
                    + " × " + e.dim(3) + " but got " + u.dim(2) + " × " + u.dim(3) + ".");
        }
        return returned(decoder.forward(Tensor.concat(CHANNELS, Crop.of(e, u), u)));
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor d = decoder.backward(required(dy));
        Tensor skipped = d.slice(CHANNELS, 0, e.dim(CHANNELS));
        Tensor through = d.slice(CHANNELS, e.dim(CHANNELS), d.dim(CHANNELS));
        return encoder.backward(Crop.back(skipped, e).plus(inner.backward(through)));
    }
}
