package gradus.vector;

import gradus.reference.kernel.Kernels;
import gradus.tensor.HomeBackend;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import gradus.tensor.Workers;

/** Numbers at home, loops on the Vector API of the JDK, and kernels of its own. */
public final class VectorBackend extends HomeBackend implements Kernels {
    VectorBackend(int threads) {
        super(new VectorLoops(), new Workers(threads));
    }

    private Convolution convolution(Window window, int samples, int groups, Tensor w, int height, int width) {
        return new Convolution(window, samples, groups, w.dim(1) * groups, w.dim(0), height, width, workers());
    }

    @Override
    public Tensor convolution(Tensor x, Tensor w, Tensor b, Window window, int groups) {
        double[] y =
                convolution(window, x.dim(0), groups, w, x.dim(2), x.dim(3)).forward(x.data(), w.data(), b.data());
        return windows(y, x.dim(0), w.dim(0), window, x.dim(2), x.dim(3));
    }

    /** Numbers of so many channels at the places of a window. */
    private static Tensor windows(double[] y, int samples, int channels, Window window, int height, int width) {
        return Tensor.wrap(Shape.of(samples, channels, window.outputHeight(height), window.outputWidth(width)), y);
    }

    @Override
    public Tensor convolutionInput(Tensor dy, Tensor w, Window window, int groups, int height, int width) {
        double[] dx = convolution(window, dy.dim(0), groups, w, height, width).input(dy.data(), w.data());
        return Tensor.wrap(Shape.of(dy.dim(0), w.dim(1) * groups, height, width), dx);
    }

    @Override
    public Tensor convolutionFilters(Tensor x, Tensor dy, Window window, int groups) {
        Convolution convolution =
                new Convolution(window, x.dim(0), groups, x.dim(1), dy.dim(1), x.dim(2), x.dim(3), workers());
        return Tensor.wrap(
                Shape.of(dy.dim(1), x.dim(1) / groups, window.height(), window.width()),
                convolution.filters(x.data(), dy.data()));
    }

    private Pooling pooling(Window window, Tensor x, int height, int width) {
        return new Pooling(window, x.dim(0) * x.dim(1), height, width, workers());
    }

    @Override
    public Maxima maxPool(Tensor x, Window window) {
        Pooling pooling = pooling(window, x, x.dim(2), x.dim(3));
        Tensor y = windows(x, window);
        int[] positions = new int[y.size()];
        pooling.max(x.data(), y.data(), positions);
        return new Maxima(y, IntTensor.of(y.shape(), positions));
    }

    private static Tensor windows(Tensor x, Window window) {
        return Tensor.zeros(x.dim(0), x.dim(1), window.outputHeight(x.dim(2)), window.outputWidth(x.dim(3)));
    }

    @Override
    public Tensor maxPoolBackward(Tensor dy, IntTensor positions, Window window, int height, int width) {
        Tensor dx = Tensor.zeros(dy.dim(0), dy.dim(1), height, width);
        pooling(window, dy, height, width).maxBackward(dy.data(), positions.toArray(), dx.data());
        return dx;
    }

    @Override
    public Tensor averagePool(Tensor x, Window window) {
        Tensor y = windows(x, window);
        pooling(window, x, x.dim(2), x.dim(3)).mean(x.data(), y.data());
        return y;
    }

    @Override
    public Tensor averagePoolBackward(Tensor dy, Window window, int height, int width) {
        Tensor dx = Tensor.zeros(dy.dim(0), dy.dim(1), height, width);
        pooling(window, dy, height, width).meanBackward(dy.data(), dx.data());
        return dx;
    }
}
