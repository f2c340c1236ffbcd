package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a transformer's encoder: u = norm1(x + attention(x, x, x)), y = norm2(u + feedForward(u)), with x and y
 * (N, T, D). The norms are layer norms with eps 1e-5; with {@link NormPlacement#PRE} they come first: u = x +
 * attention(norm1(x)), y = u + feedForward(norm2(u)).
 *
 * <p>Backward: each step's own, in reverse; x went in three times and around, so four gradients add up in dx.
 *
 * <p>Nothing is dropped here; the lecture's residual dropout belongs behind each function. Arguments are not written to;
 * x is kept by reference until the next forward.
 *
 * <p>Source: lecture 11, transformers; the place of the norms is the paper's (Vaswani et al. 2017).
 */
public final class TransformerEncoderBlock implements Layer {
    private final int width;
    private final MultiHeadAttention attention;
    private final ResidualStep first;
    private final FeedForward feedForward;
    private final ResidualStep second;
    private final List<Parameter> parameters;

    @Cached
    private Shape answer; // (N, T, D)

    /**
     * Makes a block over the width D; norms change nothing but the scale yet, all other parameters are 0.
     *
     * @param hidden units of the feed-forward net
     * @throws IllegalArgumentException if the width does not divide into the heads
     */
    public TransformerEncoderBlock(int width, int heads, int hidden, NormPlacement placement) {
        this.width = width;
        attention = new MultiHeadAttention(width, heads);
        first = new ResidualStep(width, placement);
        feedForward = new FeedForward(width, hidden);
        second = new ResidualStep(width, placement);
        parameters = Stream.of(
                        Names.of("attention", attention.parameters()),
                        Names.of("norm1", first.parameters()),
                        Names.of("feedForward", feedForward.parameters()),
                        Names.of("norm2", second.parameters()))
                .flatMap(part -> part)
                .toList();
    }

    /**
     * Returns y (N, T, D), every position looking at every position.
     *
     * @param x (N, T, D)
     * @throws gradus.tensor.ShapeException if {@code x} does not have the width D
     */
    @Override
    public Tensor forward(Tensor x) {
        return encode(x, null);
    }

    /**
     * Returns y (N, T, D).
     *
     * @param x (N, T, D)
     * @param mask 1 where a position may look at another, else 0; stretches to (N, T, T)
     * @throws gradus.tensor.ShapeException if the shapes do not fit
     * @throws IllegalArgumentException if the mask leaves a position nothing to look at
     */
    public Tensor forward(Tensor x, Tensor mask) {
        return encode(x, mask);
    }

    private Tensor encode(Tensor x, @Nullable Tensor mask) {
        x.require("TransformerEncoderBlock.forward: x", Shape.ANY, Shape.ANY, width);
        answer = x.shape();
        Tensor u = first.forward(x, at -> attention.attend(at, at, at, mask));
        return second.forward(u, feedForward::forward);
    }

    /**
     * Adds to the gradients of the parameters, and returns dx (N, T, D).
     *
     * @param dy the gradient of the loss with respect to y, (N, T, D)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("TransformerEncoderBlock.backward", answer);
        dy.require("TransformerEncoderBlock.backward: dy", answer.toArray());
        Tensor du = second.backward(dy, feedForward::backward);
        return first.backward(du, d -> attention.backward(d).sum());
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }
}
