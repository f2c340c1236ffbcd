package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.RELU;

import gradus.tensor.Window;

/**
 * Residual nets for (3, 224, 224): a 7×7 convolution, four stages of residual blocks whose width doubles and whose images halve, the
 * mean of every channel, and 1000 classes. A convolution before a normalisation has no bias: the mean would take it away again.
 *
 * <p>Source: lecture 10; He et al. (2016), with the stride of a bottleneck in its 3×3 convolution.
 */
public final class ResNet {
    private static final int STAGES = 4;
    private static final int WIDENING = 4; // of a bottleneck's last convolution

    private ResNet() {}

    /** Blocks of two 3×3 convolutions: (2, 2, 2, 2) is ResNet-18, (3, 4, 6, 3) ResNet-34. */
    public static Chain basic(int... blocks) {
        return net(blocks, false);
    }

    /** Blocks of 1×1, 3×3 and 1×1: (3, 4, 6, 3) is ResNet-50, (3, 8, 36, 3) ResNet-152. */
    public static Chain bottleneck(int... blocks) {
        return net(blocks, true);
    }

    private static Chain net(int[] blocks, boolean bottleneck) {
        if (blocks.length != STAGES) {
            throw new IllegalArgumentException(
                    "ResNet: blocks: expected " + STAGES + " numbers but got " + blocks.length + ".");
        }
        for (int count : blocks) {
            Require.positive("ResNet: blocks", count);
        }
        Window halving = new Window(3, 3, 2, 1, 1, false, false);
        Chain net =
                convolution(64, Window.of(7).stride(2).padding(3)).then(RELU, new Pooling(Pooling.Kind.MAX, halving));
        for (int stage = 0; stage < STAGES; stage++) {
            for (int block = 0; block < blocks[stage]; block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                net = net.then(block(64 << stage, stride, bottleneck, block == 0), RELU);
            }
        }
        return net.then(new GlobalAverage(), new Connected(1000));
    }

    private static Stage block(int width, int stride, boolean bottleneck, boolean first) {
        Window strided = Window.of(3).stride(stride).padding(1);
        int output = bottleneck ? WIDENING * width : width;
        Chain branch = bottleneck
                ? convolution(width, Window.of(1))
                        .then(RELU, convolution(width, strided), RELU, convolution(output, Window.of(1)))
                : convolution(width, strided)
                        .then(RELU, convolution(width, Window.of(3).padding(1)));
        boolean changes = first && (bottleneck || stride > 1);
        return changes ? new Sum(branch, convolution(output, Window.of(1).stride(stride))) : Sum.of(branch);
    }

    private static Chain convolution(int filters, Window window) {
        return Stage.of(Convolution.withoutBias(filters, window), new Normalization());
    }
}
