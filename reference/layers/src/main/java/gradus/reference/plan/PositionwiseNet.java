package gradus.reference.plan;

import gradus.reference.attention.FeedForward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/**
 * The same net of two layers at every step: (T, D) to (T, D) over F hidden units, with 2 D · F weights, F + D biases, and as many
 * multiplications as weights at every one of T steps. A step sees itself. Immutable.
 *
 * <p>Source: lecture 11, the transformer's fully connected layers.
 */
public record PositionwiseNet(int hidden) implements Stage {
    /** @throws IllegalArgumentException if there are no hidden units */
    public PositionwiseNet {
        Require.positive("PositionwiseNet: hidden", hidden);
    }

    /** @throws gradus.tensor.ShapeException if it is no sequence */
    @Override
    public Measure after(Measure before) {
        Require.sequence("PositionwiseNet", before);
        int width = before.shape().dim(1);
        long weights = 2L * width * hidden;
        return before.learns(weights + hidden + width)
                .multiplies(weights * before.shape().dim(0));
    }

    @Override
    public Layer layer(Shape input) {
        return new FeedForward(input.dim(1), hidden);
    }
}
