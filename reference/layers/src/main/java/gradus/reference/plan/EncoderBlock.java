package gradus.reference.plan;

import gradus.reference.attention.NormPlacement;
import gradus.reference.attention.TransformerEncoderBlock;
import gradus.tensor.Layer;
import gradus.tensor.Shape;

/**
 * A layer of a transformer's encoder: (T, D) to (T, D). {@link SelfAttention} and a {@link PositionwiseNet} are each the branch of a
 * {@link Sum}, with a normalisation of the layer for each, wherever they stand; counts are the sum of theirs. Immutable.
 *
 * <p>Source: lecture 11, transformers; Vaswani et al. (2017).
 */
public record EncoderBlock(int heads, int hidden, NormPlacement placement) implements Stage {
    /** @throws IllegalArgumentException if there is no head or no hidden unit */
    public EncoderBlock {
        Require.positive("EncoderBlock: heads", heads);
        Require.positive("EncoderBlock: hidden", hidden);
    }

    /** @throws gradus.tensor.ShapeException if it is no sequence, or its width does not divide into the heads */
    @Override
    public Measure after(Measure before) {
        Require.sequence("EncoderBlock", before);
        Stage norm = new Normalization(Normalization.Kind.LAYER);
        return Stage.of(Sum.of(new SelfAttention(heads)), norm, Sum.of(new PositionwiseNet(hidden)), norm)
                .after(before);
    }

    @Override
    public Layer layer(Shape input) {
        return new TransformerEncoderBlock(input.dim(1), heads, hidden, placement);
    }
}
