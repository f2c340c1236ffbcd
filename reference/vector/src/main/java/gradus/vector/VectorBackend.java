package gradus.vector;

import gradus.reference.kernel.LstmStates;
import gradus.reference.kernel.NormalizationKernels;
import gradus.reference.kernel.Stretch;
import gradus.tensor.HomeBackend;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import gradus.tensor.Workers;

/** Numbers at home, loops on the Vector API of the JDK, and kernels of its own. */
public final class VectorBackend extends HomeBackend implements NormalizationKernels {
    private static final Stretch STRETCH = new VectorStretch();

    VectorBackend(int threads) {
        super(new VectorLoops(), new Workers(threads));
    }

    private Convolution convolution(Window window, int samples, int groups, Tensor w, int height, int width) {
        return new Convolution(window, samples, groups, w.dim(1) * groups, w.dim(0), height, width, workers());
    }

    @Override
    public Tensor convolution(Tensor x, Tensor w, Tensor b, Window window, int groups) {
        double[] y = convolution(window, x.dim(0), groups, w, x.dim(2), x.dim(3))
                .forward(entries(x), entries(w), entries(b));
        return windows(y, x.dim(0), w.dim(0), window, x.dim(2), x.dim(3));
    }

    /** Numbers of so many channels at the places of a window. */
    private static Tensor windows(double[] y, int samples, int channels, Window window, int height, int width) {
        return tensor(Shape.of(samples, channels, window.outputHeight(height), window.outputWidth(width)), y);
    }

    @Override
    public Tensor convolutionInput(Tensor dy, Tensor w, Window window, int groups, int height, int width) {
        double[] dx = convolution(window, dy.dim(0), groups, w, height, width).input(entries(dy), entries(w));
        return tensor(Shape.of(dy.dim(0), w.dim(1) * groups, height, width), dx);
    }

    @Override
    public Tensor convolutionFilters(Tensor x, Tensor dy, Window window, int groups) {
        Convolution convolution =
                new Convolution(window, x.dim(0), groups, x.dim(1), dy.dim(1), x.dim(2), x.dim(3), workers());
        return tensor(
                Shape.of(dy.dim(1), x.dim(1) / groups, window.height(), window.width()),
                convolution.filters(entries(x), entries(dy)));
    }

    private Pooling pooling(Window window, Tensor x, int height, int width) {
        return new Pooling(window, x.dim(0) * x.dim(1), height, width, workers());
    }

    @Override
    public Maxima maxPool(Tensor x, Window window) {
        Shape answer = answer(x, window);
        double[] y = new double[answer.size()];
        int[] positions = new int[y.length];
        pooling(window, x, x.dim(2), x.dim(3)).max(entries(x), y, positions);
        return new Maxima(tensor(answer, y), IntTensor.of(answer, positions));
    }

    private static Shape answer(Tensor x, Window window) {
        return Shape.of(x.dim(0), x.dim(1), window.outputHeight(x.dim(2)), window.outputWidth(x.dim(3)));
    }

    @Override
    public Tensor maxPoolBackward(Tensor dy, IntTensor positions, Window window, int height, int width) {
        double[] dx = new double[dy.dim(0) * dy.dim(1) * height * width];
        pooling(window, dy, height, width).maxBackward(entries(dy), positions.toArray(), dx);
        return tensor(Shape.of(dy.dim(0), dy.dim(1), height, width), dx);
    }

    @Override
    public Tensor averagePool(Tensor x, Window window) {
        Shape answer = answer(x, window);
        double[] y = new double[answer.size()];
        pooling(window, x, x.dim(2), x.dim(3)).mean(entries(x), y);
        return tensor(answer, y);
    }

    @Override
    public Tensor averagePoolBackward(Tensor dy, Window window, int height, int width) {
        double[] dx = new double[dy.dim(0) * dy.dim(1) * height * width];
        pooling(window, dy, height, width).meanBackward(entries(dy), dx);
        return tensor(Shape.of(dy.dim(0), dy.dim(1), height, width), dx);
    }

    @Override
    public Stretch stretch() {
        return STRETCH;
    }

    private RowSoftmax softmaxLoops(Tensor x) {
        return new RowSoftmax(x.size() / x.dim(-1), x.dim(-1), workers());
    }

    @Override
    public Tensor softmax(Tensor x, double scale) {
        if (x.size() == 0) {
            return NormalizationKernels.super.softmax(x, scale);
        }
        double[] p = new double[x.size()];
        softmaxLoops(x).forward(entries(x), scale, p);
        return tensor(x.shape(), p);
    }

    @Override
    public Tensor softmaxBackward(Tensor dp, Tensor p, double scale) {
        if (p.size() == 0) {
            return NormalizationKernels.super.softmaxBackward(dp, p, scale);
        }
        double[] dx = new double[p.size()];
        softmaxLoops(p).backward(entries(dp), entries(p), scale, dx);
        return tensor(p.shape(), dx);
    }

    @Override
    public LstmStates lstm(Tensor a, Tensor c) {
        LstmLoops loops = new LstmLoops(c.dim(0), c.dim(1), workers());
        if (!loops.wide()) {
            return NormalizationKernels.super.lstm(a, c);
        }
        double[] gates = new double[a.size()];
        double[] cNext = new double[c.size()];
        double[] u = new double[c.size()];
        double[] h = new double[c.size()];
        loops.forward(entries(a), entries(c), gates, cNext, u, h);
        return new LstmStates(
                new LstmStates.Gates(tensor(a.shape(), gates)),
                tensor(c.shape(), cNext),
                tensor(c.shape(), u),
                tensor(c.shape(), h));
    }

    @Override
    public LstmGradients lstmBackward(Tensor dh, Tensor dcNext, Tensor c, LstmStates states) {
        LstmLoops loops = new LstmLoops(c.dim(0), c.dim(1), workers());
        if (!loops.wide()) {
            return NormalizationKernels.super.lstmBackward(dh, dcNext, c, states);
        }
        Tensor gates = states.gates().all();
        double[] da = new double[gates.size()];
        double[] dc = new double[c.size()];
        loops.backward(entries(dh), entries(dcNext), entries(c), entries(gates), entries(states.u()), da, dc);
        return new LstmGradients(tensor(gates.shape(), da), tensor(c.shape(), dc));
    }
}
