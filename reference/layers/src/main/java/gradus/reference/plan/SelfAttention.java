package gradus.reference.plan;

import gradus.reference.attention.MultiHeadAttention;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/**
 * A sequence that attends to itself, with several heads: (T, D) to (T, D), with 4 D · D weights and 4 D biases. It takes as many
 * multiplications as weights at every one of T steps for queries, keys, values and answers, and 2 T · T · D for the scores of all pairs and
 * the means by them. Every step sees all of the sequence. Immutable.
 *
 * <p>Source: lecture 11, multi-head attention.
 */
public record SelfAttention(int heads) implements Stage {
    /** @throws IllegalArgumentException if there is no head */
    public SelfAttention {
        Require.positive("SelfAttention: heads", heads);
    }

    /** @throws gradus.tensor.ShapeException if it is no sequence, or its width does not divide into the heads */
    @Override
    public Measure after(Measure before) {
        Require.sequence("SelfAttention", before);
        Require.heads("SelfAttention", before.shape().dim(1), heads);
        long steps = before.shape().dim(0);
        long width = before.shape().dim(1);
        long weights = 4 * width * width;
        return before.learns(weights + 4 * width)
                .multiplies(weights * steps + 2 * steps * steps * width)
                .seesAll();
    }

    @Override
    public Layer layer(Shape input) {
        MultiHeadAttention attention = new MultiHeadAttention(input.dim(1), heads);
        return new OneInput(
                attention,
                x -> attention.forward(x, x, x),
                dy -> attention.backward(dy).sum());
    }
}
