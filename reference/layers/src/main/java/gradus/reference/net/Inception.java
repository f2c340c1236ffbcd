package gradus.reference.net;

import gradus.reference.activation.Relu;
import gradus.reference.conv.Conv2d;
import gradus.reference.pool.MaxPool2d;
import gradus.tensor.Layer;
import gradus.tensor.Window;

/**
 * Inception blocks: 1×1, 3×3 and 5×5 convolutions and a 3×3 maximum side by side, all of the input's height and width,
 * their channels one after another. 1×1 convolutions make the input thinner before the large ones, and follow the
 * maximum. A ReLU follows every convolution.
 *
 * <p>Source: lecture 10 (GoogLeNet).
 */
public final class Inception {
    private Inception() {}

    /**
     * How many channels the parts have.
     *
     * @param one of the 1×1 branch
     * @param reduceThree before the 3×3
     * @param three of the 3×3 branch
     * @param reduceFive before the 5×5
     * @param five of the 5×5 branch
     * @param pooled after the maximum
     */
    public record Widths(int one, int reduceThree, int three, int reduceFive, int five, int pooled) {}

    /** A block for images of so many channels. */
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
