package gradus.reference.plan;

import gradus.reference.net.UNetLevel;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;

/**
 * A level of a U-Net: the encoder gives (C, H, W), the inner net makes (D, H', W') of it, and the decoder gets (C + D, H', W'): what the
 * encoder gave, cropped to the middle, leads the channels. Counts add up, and the field is that of the inner way,
 * which sees all that the other does. Immutable.
 *
 * <p>Source: lecture 10 (U-Net).
 */
public record Skip(Stage encoder, Stage inner, Stage decoder) implements Stage {
    /** @throws ShapeException if the inner net does not give images of at most the encoder's size */
    @Override
    public Measure after(Measure before) {
        return decoder.after(joined(encoder.after(before)));
    }

    private Measure joined(Measure encoded) {
        Measure up = inner.after(encoded);
        Require.image("Skip", up);
        if (up.height() > encoded.height() || up.width() > encoded.width()) {
            throw new ShapeException("Skip: expected the inner net to give images of at most " + encoded.height()
                    + " × " + encoded.width() + " but got " + up.height() + " × " + up.width() + ".");
        }
        return up.to(encoded.channels() + up.channels(), up.height(), up.width());
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
