package gradus.reference.plan;

import gradus.reference.attention.Attention;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Trainable;

/**
 * A sequence that attends to itself as it is, queries, keys and values at once: (T, D) to (T, D), with nothing to learn and 2 T · T · D
 * multiplications. Every step sees all of the sequence. Immutable.
 *
 * <p>Source: lecture 11, scaled dot-product attention.
 */
public record DotProductAttention() implements Stage {
    /** @throws gradus.tensor.ShapeException if it is no sequence */
    @Override
    public Measure after(Measure before) {
        Require.sequence("DotProductAttention", before);
        long steps = before.shape().dim(0);
        return before.multiplies(2 * steps * before.shape().size()).seesAll();
    }

    @Override
    public Layer layer(Shape input) {
        Attention attention = new Attention();
        return new OneInput(new Trainable() {}, x -> attention.forward(x, x, x), dy -> {
            Attention.Gradients d = attention.backward(dy);
            return d.dq().plus(d.dk()).plus(d.dv());
        });
    }
}
