package gradus.reference.plan;

import gradus.reference.dense.Flatten;
import gradus.reference.net.Sequential;
import gradus.reference.pool.GlobalAveragePool;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/** The mean of every channel: (C, H, W) to (C). It sees all of the image, and learns nothing. Immutable. */
public record GlobalAverage() implements Stage {
    @Override
    public Measure after(Measure before) {
        Require.image("GlobalAverage", before);
        return before.seesAll().to(Shape.of(before.channels()));
    }

    @Override
    public Layer layer(Shape input) {
        return new Sequential(new GlobalAveragePool(), new Flatten());
    }
}
