package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.RELU;

import gradus.reference.activation.LeakyRelu;
import gradus.tensor.Window;

/** The nets of the course's exams, without the final softmax. */
public final class ExamNets {
    private ExamNets() {}

    /**
     * Two conv-pool-norm blocks for a pair of digits, (2, 28, 28), whose sum is one of 19.
     *
     * <p>Source: endterm 2022, 4.
     */
    public static Chain digitSum() {
        return blocks(8, 16).then(new Flattening(), new Connected(19));
    }

    /**
     * Three conv-pool-norm blocks for (3, H, W), and four classes.
     *
     * <p>Source: winter 2021, 4.
     */
    public static Chain fourClasses() {
        return blocks(8, 16, 32).then(new Flattening(), new Connected(4));
    }

    /** 3×3 convolutions of so many filters, each with a maximum, a normalisation and a ReLU. */
    private static Chain blocks(int... filters) {
        Chain net = Stage.of();
        for (int count : filters) {
            net = net.then(Convolution.same(count, 3), Pooling.max(2), new Normalization(), RELU);
        }
        return net;
    }

    /**
     * The net of 2-3-2 with leaky ReLUs of slope 1/2 between.
     *
     * <p>Source: endterm 2022, 6.
     */
    public static Chain leaky() {
        return Stage.of(new Connected(3), Entrywise.of(() -> new LeakyRelu(0.5)), new Connected(2));
    }

    /**
     * The encoder of the segmentation net for (3, 64, 64), as far as the exam gives it: two convolutions of 4×4 in strides of 2, each
     * with a maximum, to 1600 numbers, and one layer of 640. The first width was lost with the figure; 50 stands for it.
     *
     * <p>Source: endterm 2021, 3.
     */
    public static Chain segmentationEncoder() {
        Window halving = Window.of(4).stride(2).padding(1);
        return Stage.of(
                Convolution.of(50, halving),
                RELU,
                Pooling.max(2),
                Convolution.of(100, halving),
                RELU,
                Pooling.max(2),
                new Flattening(),
                new Connected(640));
    }

    /** The decoder of the segmentation net: four up-convolutions of 4×4 from (40, 4, 4) to (5, 64, 64), a score for each class. */
    public static Chain segmentationDecoder() {
        Window doubling = Window.of(4).stride(2).padding(1);
        return Stage.of(
                new TransposedConvolution(32, doubling),
                RELU,
                new TransposedConvolution(16, doubling),
                RELU,
                new TransposedConvolution(8, doubling),
                RELU,
                new TransposedConvolution(5, doubling));
    }
}
