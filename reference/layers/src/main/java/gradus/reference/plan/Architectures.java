package gradus.reference.plan;

import static gradus.reference.plan.Entrywise.RELU;
import static gradus.reference.plan.Entrywise.SIGMOID;
import static gradus.reference.plan.Entrywise.TANH;

import gradus.tensor.Window;
import java.util.stream.IntStream;

/** The nets that the course names, without the final softmax; {@link ExamNets} has those of its exams. */
public final class Architectures {
    private Architectures() {}

    /**
     * LeNet-5 for (1, 32, 32), with every second filter seeing all six maps.
     *
     * <p>Source: lecture 10; LeCun et al. (1998).
     */
    public static Chain leNet() {
        return small(5, TANH, Pooling.average(2));
    }

    /**
     * A small net with 3×3 filters for (1, 32, 32).
     *
     * <p>Source: the introductory slides, first PyTorch net.
     */
    public static Chain slides() {
        return small(3, RELU, Pooling.max(2));
    }

    private static Chain small(int size, Stage activation, Pooling pool) {
        return Stage.of(
                Convolution.of(6, Window.of(size)),
                activation,
                pool,
                Convolution.of(16, Window.of(size)),
                activation,
                pool,
                new Flattening(),
                new Connected(120),
                activation,
                new Connected(84),
                activation,
                new Connected(10));
    }

    /**
     * AlexNet for (3, 227, 227); with two groups as it was trained on two GPUs, with one group as if on one.
     *
     * <p>Source: lecture 10; Krizhevsky et al. (2012).
     */
    public static Chain alexNet(int groups) {
        Pooling pool = new Pooling(Pooling.Kind.MAX, Window.of(3).stride(2));
        return Stage.of(
                        rectified(96, Window.of(11).stride(4), 1),
                        pool,
                        rectified(256, Window.of(5).padding(2), groups),
                        pool,
                        rectified(384, Window.of(3).padding(1), 1),
                        rectified(384, Window.of(3).padding(1), groups),
                        rectified(256, Window.of(3).padding(1), groups),
                        pool)
                .then(thousandClasses());
    }

    /**
     * VGG for (3, 224, 224): blocks of 3×3 convolutions, so many in each, and a maximum after each block.
     *
     * @param convolutions in each of the five blocks: (1, 1, 2, 2, 2) is VGG-11, (2, 2, 3, 3, 3) VGG-16
     *     <p>Source: lecture 10; Simonyan and Zisserman (2015), configurations A, B, D and E.
     */
    public static Chain vgg(int... convolutions) {
        int[][] sizes = new int[convolutions.length][];
        for (int block = 0; block < convolutions.length; block++) {
            Require.positive("Architectures.vgg: convolutions", convolutions[block]);
            sizes[block] =
                    IntStream.generate(() -> 3).limit(convolutions[block]).toArray();
        }
        return vgg(sizes);
    }

    /**
     * VGG for (3, 224, 224) with a 1×1 convolution at the end of each of the last three blocks, where VGG-16 has one of 3×3.
     *
     * <p>Source: lecture 10; Simonyan and Zisserman (2015), configuration C.
     */
    public static Chain vggC() {
        return vgg(new int[][] {{3, 3}, {3, 3}, {3, 3, 1}, {3, 3, 1}, {3, 3, 1}});
    }

    private static Chain vgg(int[][] sizes) {
        Chain net = Stage.of();
        for (int block = 0; block < sizes.length; block++) {
            int filters = 64 << Math.min(block, 3);
            for (int size : sizes[block]) {
                net = net.then(rectified(filters, Window.of(size).padding(size / 2), 1));
            }
            net = net.then(Pooling.max(2));
        }
        return net.then(thousandClasses());
    }

    private static Chain rectified(int filters, Window window, int groups) {
        return Stage.of(Convolution.grouped(filters, window, groups), RELU);
    }

    private static Chain thousandClasses() {
        return Stage.of(new Flattening(), new Connected(4096), RELU, new Connected(4096), RELU, new Connected(1000));
    }

    /** Fully connected stages with sigmoids between them. */
    public static Chain perceptron(int... widths) {
        Chain net = Stage.of();
        for (int i = 0; i < widths.length; i++) {
            net = i == 0 ? net.then(new Connected(widths[i])) : net.then(SIGMOID, new Connected(widths[i]));
        }
        return net;
    }
}
