package gradus.reference.train.data;

import gradus.reference.calculus.Mean;
import gradus.reference.calculus.Norm;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Makes inputs have mean 0, and deviation 1 if wanted: z = (x - mean) / deviation, both fitted on the training inputs
 * alone and used as they are on all others. The deviation is the biased one; where it is 0, or no more than rounding (1e-15 of the mean),
 * x is only centred.
 *
 * <p>Immutable. Inputs are (N, …), for {@link #perChannel} and {@link #channelMeans} images (N, C, H, W).
 *
 * <p>Source: lecture 7 (inputs that are all positive make zig-zags); lecture 8 (mean image: AlexNet; mean of each
 * channel: VGG).
 *
 * @param mean stretches to one input
 * @param deviation stretches to one input, with no zeros
 */
public record Scaling(Tensor mean, Tensor deviation) {
    private static final double ROUNDING = 1e-15; // some units in the last place of the mean

    /** Every feature by itself: mean and deviation over the samples. */
    public static Scaling perFeature(Tensor x) {
        return fitted(x, 0);
    }

    /** Every channel by itself: mean and deviation over samples and pixels. */
    public static Scaling perChannel(Tensor x) {
        x.require("Scaling.perChannel: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        return fitted(x, 0, 2, 3);
    }

    /** Only centres, by the mean of all inputs, such as the mean image (C, H, W). */
    public static Scaling meanImage(Tensor x) {
        return perFeature(x).centring();
    }

    /** Only centres, by the mean of each channel, (C, 1, 1). */
    public static Scaling channelMeans(Tensor x) {
        return perChannel(x).centring();
    }

    private static Scaling fitted(Tensor x, int... axes) {
        if (x.size() == 0) {
            throw new ShapeException("Scaling: x: expected samples but got " + x.shape() + ".");
        }
        Tensor mean = Mean.keep(x, axes);
        double count = (double) x.size() / mean.size();
        Tensor deviation = Norm.lengths(x.minus(mean), axes).divide(Math.sqrt(count)); // no square is too large
        Tensor varies = deviation.greater(mean.abs().times(ROUNDING));
        return new Scaling(ofOne(mean), ofOne(varies.where(deviation, 1)));
    }

    /** Without the axis of the samples. */
    private static Tensor ofOne(Tensor statistics) {
        return statistics.select(0, 0);
    }

    private Scaling centring() {
        return new Scaling(mean, Tensor.ones(deviation.shape()));
    }

    /** Returns z (N, …) for x (N, …). */
    public Tensor apply(Tensor x) {
        return like(x).minus(mean).divide(deviation);
    }

    /** Returns x (N, …) for z (N, …). */
    public Tensor undo(Tensor z) {
        return like(z).times(deviation).plus(mean);
    }

    /** Has one axis more than what was fitted on, so that nothing is stretched by mistake. */
    private Tensor like(Tensor x) {
        int[] one = mean.shape().toArray();
        int[] whole = IntStream.concat(
                        IntStream.of(Shape.ANY), IntStream.of(one).map(d -> d == 1 ? Shape.ANY : d))
                .toArray();
        return x.require("Scaling: x", whole);
    }
}
