package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.RELU;

import gradus.tensor.Window;

/**
 * U-Net: levels of two unpadded 3×3 convolutions; maxima of 2×2 lead down and double the channels, up-convolutions of 2×2 lead up and
 * halve them; what a level's encoder gives is cropped and put before what comes up; a 1×1 convolution gives each class's score.
 *
 * <p>Source: lecture 10; Ronneberger et al. (2015), for (1, 572, 572).
 */
public final class UNet {
    private UNet() {}

    /** As published: four times down, from 64 channels. */
    public static Chain published() {
        return of(4, 64, 2);
    }

    /**
     * So many times down, from so many channels.
     *
     * @throws IllegalArgumentException if the depth is negative, or there is no channel or class
     */
    public static Chain of(int depth, int channels, int classes) {
        if (depth < 0) {
            throw new IllegalArgumentException("UNet.of: depth: expected 0 or more but got " + depth + ".");
        }
        return Stage.of(level(depth, channels), Convolution.of(classes, Window.of(1)));
    }

    private static Stage level(int depth, int channels) {
        if (depth == 0) {
            return twice(channels);
        }
        Stage inner = Stage.of(
                Pooling.max(2),
                level(depth - 1, 2 * channels),
                new TransposedConvolution(channels, Window.of(2).stride(2)));
        return new Skip(twice(channels), inner, twice(channels));
    }

    private static Chain twice(int channels) {
        Convolution three = Convolution.of(channels, Window.of(3));
        return Stage.of(three, RELU, three, RELU);
    }
}
