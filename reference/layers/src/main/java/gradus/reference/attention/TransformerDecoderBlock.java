package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a transformer's decoder: u = norm1(x + attention(x, x, x)) with the {@linkplain CausalMask causal mask},
 * v = norm2(u + crossAttention(u, memory, memory)), y = norm3(v + feedForward(v)), with x and y (N, T, D) and the
 * encoder's answer memory (N, S, D). With {@link NormPlacement#PRE} each norm comes before its function.
 *
 * <p>Backward: each step's own, in reverse. The memory was key and value: two gradients add up in dmemory.
 *
 * <p>Padding at the end of x needs no mask, as no word looks ahead; padding in the memory does. With residual dropout, the answers of the
 * three functions are dropped in training, before they are added. Arguments are not written to; they are kept by reference until the next
 * forward. Other shapes are refused with a {@link ShapeException}.
 *
 * <p>Source: lecture 11, transformers; endterm 2022, 9.4; the place of the norms is the paper's (Vaswani et al. 2017).
 */
public final class TransformerDecoderBlock implements Trainable {
    private final int width;
    private final MultiHeadAttention attention;
    private final CrossAttention crossAttention;
    private final FeedForward feedForward;
    private final ResidualStep first;
    private final ResidualStep second;
    private final ResidualStep third;
    private final List<Parameter> parameters;

    @Cached
    private Shape answer; // (N, T, D)

    /**
     * Makes a block over the width D, which the heads must divide; γ is 1, all other parameters are 0.
     *
     * @param hidden units of the feed-forward net
     * @param p the probability of dropping, from 0 to below 1
     * @param seed its children 0 to 2 seed the three {@link gradus.reference.norm.Dropout}
     */
    public TransformerDecoderBlock(int width, int heads, int hidden, NormPlacement placement, double p, Seed seed) {
        this.width = width;
        attention = new MultiHeadAttention(width, heads);
        crossAttention = new CrossAttention(width, heads);
        feedForward = new FeedForward(width, hidden);
        first = new ResidualStep(width, placement, p, seed.child(0));
        second = new ResidualStep(width, placement, p, seed.child(1));
        third = new ResidualStep(width, placement, p, seed.child(2));
        parameters = named().flatMap(part -> part).toList();
    }

    /** Returns y (N, T, D), every position looking at the whole memory. */
    public Tensor forward(Tensor x, Tensor memory) {
        return decode(x, memory, null);
    }

    private Tensor decode(Tensor x, Tensor memory, @Nullable Tensor memoryMask) {
        x.require("TransformerDecoderBlock.forward: x", Shape.ANY, Shape.ANY, width);
        memory.require("TransformerDecoderBlock.forward: memory", x.dim(0), Shape.ANY, width);
        answer = x.shape();
        Tensor past = CausalMask.of(x.dim(1));
        Tensor u = first.forward(x, at -> attention.attend(at, at, at, past));
        Tensor v = second.forward(u, at -> crossAttention.forward(at, memory, memoryMask));
        return third.forward(v, feedForward::forward);
    }

    /** Adds to the gradients of the parameters, and returns those of x and the memory for dy (N, T, D). */
    public Gradients backward(Tensor dy) {
        Forward.first("TransformerDecoderBlock.backward", answer);
        dy.require("TransformerDecoderBlock.backward: dy", answer.toArray());
        Tensor dv = third.backward(dy, feedForward::backward);
        Tensor du = second.backward(dv, crossAttention::backward);
        Tensor dx = first.backward(du, d -> attention.backward(d).sum());
        return new Gradients(dx, crossAttention.dmemory());
    }

    /**
     * Returns y (N, T, D), every position looking into the memory where the mask lets it.
     *
     * @param memoryMask 1 where a position may look into the memory, else 0; stretches to (N, T, S)
     * @throws ShapeException if the shapes do not fit
     * @throws IllegalArgumentException if the mask leaves a position nothing to look at
     */
    public Tensor forward(Tensor x, Tensor memory, Tensor memoryMask) {
        return decode(x, memory, memoryMask);
    }

    /** Makes a block in which nothing is dropped. */
    public TransformerDecoderBlock(int width, int heads, int hidden, NormPlacement placement) {
        this(width, heads, hidden, placement, 0, new Seed(0));
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public void mode(Mode mode) {
        Stream.of(first, second, third).forEach(step -> step.mode(mode));
    }

    private Stream<Stream<Parameter>> named() {
        return Stream.of(
                first.parameters("attention", attention, "norm1"),
                second.parameters("crossAttention", crossAttention, "norm2"),
                third.parameters("feedForward", feedForward, "norm3"));
    }

    /** The gradients of x (N, T, D) and memory (N, S, D). */
    public record Gradients(Tensor dx, Tensor dmemory) {}
}
