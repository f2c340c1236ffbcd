package gradus.reference.net;

import gradus.reference.activation.Relu;
import gradus.reference.conv.Conv2d;
import gradus.reference.pool.MaxPool2d;
import gradus.tensor.Layer;
import gradus.tensor.Window;

/**
 * Inception blocks: y = [c₁(x), c₃(c₁(x)), c₅(c₁(x)), c₁(max₃(x))] along axis 1, with x (N, C, H, W), y (N, M, H, W), M the sum of the four
 * branches' filters. cₖ is a k×k convolution of its own and the ReLU of it, max₃ the maximum of 3×3; padding keeps height and width. The 1×1
 * convolutions make the input thinner before the large ones, and follow the maximum.
 *
 * <p>Backward is {@link Concatenation}'s: dy is cut in four, and dx is the sum of what the branches return. So is what it keeps and refuses.
 *
 * <p>Source: lecture 10 (GoogLeNet).
 */
public final class Inception {
    private Inception() {}

    /**
     * How many filters the convolutions have; M = one + three + five + pooled.
     *
     * @param one of the 1×1 branch
     * @param reduceThree before the 3×3
     * @param three of the 3×3 branch
     * @param reduceFive before the 5×5
     * @param five of the 5×5 branch
     * @param pooled after the maximum
     */
    public record Widths(int one, int reduceThree, int three, int reduceFive, int five, int pooled) {}

    /** Makes a block for images of C channels, all parameters 0. */
    public static Concatenation block(int inputs, Widths widths) {
        return new Concatenation(
                convolution(inputs, widths.one(), 1),
                new Sequential(
                        convolution(inputs, widths.reduceThree(), 1),
                        convolution(widths.reduceThree(), widths.three(), 3)),
                new Sequential(
                        convolution(inputs, widths.reduceFive(), 1),
                        convolution(widths.reduceFive(), widths.five(), 5)),
                new Sequential(new MaxPool2d(Window.of(3).padding(1)), convolution(inputs, widths.pooled(), 1)));
    }

    private static Layer convolution(int inputs, int filters, int size) {
        Window same = Window.of(size).padding(size / 2);
        return new Sequential(new Conv2d(inputs, filters, same, 1), new Relu());
    }
}
