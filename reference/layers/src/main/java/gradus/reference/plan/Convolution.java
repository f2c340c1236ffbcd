package gradus.reference.plan;

import gradus.reference.conv.Conv2d;
import gradus.reference.net.Frozen;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Window;

/**
 * A convolution: (C, H, W) to (F, OH, OW), with F · C / G · KH · KW weights and F biases or none, and as many multiplications as weights at
 * every one of OH · OW places. With G = F = C it is depthwise, with a 1×1 window pointwise. Immutable.
 *
 * <p>Source: lecture 9; endterm 2022, 4.1.
 */
public record Convolution(int filters, Window window, int groups, boolean bias) implements Stage {
    /** @throws IllegalArgumentException if there are no filters */
    public Convolution {
        Require.positive("Convolution: filters", filters);
    }

    /** Of one group, with a bias. */
    public static Convolution of(int filters, Window window) {
        return grouped(filters, window, 1);
    }

    /** Of several groups, with a bias. */
    public static Convolution grouped(int filters, Window window, int groups) {
        return new Convolution(filters, window, groups, true);
    }

    /** Of one group, without a bias. */
    public static Convolution withoutBias(int filters, Window window) {
        return new Convolution(filters, window, 1, false);
    }

    /** Of size × size, stride 1 and so much padding that height and width stay, for odd sizes. */
    public static Convolution same(int filters, int size) {
        return of(filters, Window.of(size).padding(size / 2));
    }

    /** @throws gradus.tensor.ShapeException if there is no image, a smaller one than the window, or groups do not divide the channels */
    @Override
    public Measure after(Measure before) {
        Require.image("Convolution", before);
        Require.groups("Convolution", before, filters, groups);
        Shape output = Shape.of(filters, window.outputHeight(before.height()), window.outputWidth(before.width()));
        long weights = (long) filters * (before.channels() / groups) * window.height() * window.width();
        return before.learns(bias ? weights + filters : weights)
                .multiplies(weights * output.dim(1) * output.dim(2))
                .sees(before.field().after(window))
                .to(output);
    }

    @Override
    public Layer layer(Shape input) {
        Layer convolution = new Conv2d(input.dim(0), filters, window, groups);
        return bias ? convolution : new Frozen(convolution, "b");
    }
}
