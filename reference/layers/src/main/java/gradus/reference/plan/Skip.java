package gradus.reference.plan;

import gradus.reference.net.UNetLevel;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/** A level of a U-Net: what the encoder gives skips the inner net, is cropped to its size, and leads the decoder's channels. */
public record Skip(Stage encoder, Stage inner, Stage decoder) implements Stage {
    @Override
    public Measure after(Measure before) {
        return decoder.after(joined(encoder.after(before)));
    }

    private Measure joined(Measure encoded) {
        Measure up = inner.after(encoded);
        Require.image("Skip", up);
        return up.to(up.shape().with(0, encoded.channels() + up.channels()));
    }

    @Override
    public Layer layer(Shape input) {
        Measure encoded = encoder.after(Measure.of(input));
        return new UNetLevel(
                encoder.layer(input),
                inner.layer(encoded.shape()),
                decoder.layer(joined(encoded).shape()));
    }
}
