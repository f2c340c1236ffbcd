package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
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
 * <p>With residual dropout, the answers of attention and feedForward are dropped in training, before they are added. Arguments are not
 * written to; x is kept by reference until the next forward. Another shape of x or dy is a {@link ShapeException}.
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
     * Makes a block over the width D, which the heads must divide; γ is 1, all other parameters are 0.
     *
     * @param hidden units of the feed-forward net
     * @param p the probability of dropping, from 0 to below 1
     * @param seed its children 0 and 1 seed the two {@link gradus.reference.norm.Dropout}
     */
    public TransformerEncoderBlock(int width, int heads, int hidden, NormPlacement placement, double p, Seed seed) {
        this.width = width;
        attention = new MultiHeadAttention(width, heads);
        first = new ResidualStep(width, placement, p, seed.child(0));
        feedForward = new FeedForward(width, hidden);
        second = new ResidualStep(width, placement, p, seed.child(1));
        parameters = Stream.concat(
                        first.parameters("attention", attention, "norm1"),
                        second.parameters("feedForward", feedForward, "norm2"))
                .toList();
    }

    /** Returns y (N, T, D), every position looking at every position. */
    @Override
    public Tensor forward(Tensor x) {
        return encode(x, null);
    }

    private Tensor encode(Tensor x, @Nullable Tensor mask) {
        x.require("TransformerEncoderBlock.forward: x", Shape.ANY, Shape.ANY, width);
        answer = x.shape();
        Tensor u = first.forward(x, at -> attention.attend(at, at, at, mask));
        return second.forward(u, feedForward::forward);
    }

    /** Adds to the gradients of the parameters, and returns dx (N, T, D) for dy (N, T, D). */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("TransformerEncoderBlock.backward", answer);
        dy.require("TransformerEncoderBlock.backward: dy", answer.toArray());
        Tensor du = second.backward(dy, feedForward::backward);
        return first.backward(du, d -> attention.backward(d).sum());
    }

    /**
     * Returns y (N, T, D), every position looking where the mask lets it.
     *
     * @param mask 1 where a position may look at another, else 0; stretches to (N, T, T)
     * @throws ShapeException if the shapes do not fit
     * @throws IllegalArgumentException if the mask leaves a position nothing to look at
     */
    public Tensor forward(Tensor x, Tensor mask) {
        return encode(x, mask);
    }

    /** Makes a block in which nothing is dropped. */
    public TransformerEncoderBlock(int width, int heads, int hidden, NormPlacement placement) {
        this(width, heads, hidden, placement, 0, new Seed(0));
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public void mode(Mode mode) {
        first.mode(mode);
        second.mode(mode);
    }
}
