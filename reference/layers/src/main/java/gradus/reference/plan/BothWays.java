package gradus.reference.plan;

import gradus.reference.recurrent.Bidirectional;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;

/**
 * A sequence read from its first step and from its last by two stages, their answers side by side: (T, D) to (T, H + K). Counts add up.
 * Immutable.
 *
 * <p>Source: Schuster and Paliwal (1997), Bidirectional recurrent neural networks.
 */
public record BothWays(Stage ahead, Stage back) implements Stage {
    /** @throws ShapeException if it is no sequence, or the stages do not give sequences of one length */
    @Override
    public Measure after(Measure before) {
        Require.sequence("BothWays", before);
        Measure one = ahead.after(before);
        Measure other = back.after(before);
        if (!other.shape().fits(one.shape().dim(0), Shape.ANY) || one.shape().rank() != 2) {
            throw new ShapeException("BothWays: expected sequences of one length but got " + one.shape() + " and "
                    + other.shape() + ".");
        }
        return one.beside(other, before)
                .to(one.shape().dim(0), one.shape().dim(1) + other.shape().dim(1));
    }

    @Override
    public Layer layer(Shape input) {
        return new Bidirectional(ahead.layer(input), back.layer(input));
    }
}
