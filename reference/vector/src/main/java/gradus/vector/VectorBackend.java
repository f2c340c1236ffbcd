package gradus.vector;

import gradus.reference.kernel.Kernels;
import gradus.reference.kernel.LstmStates;
import gradus.reference.kernel.Moments;
import gradus.tensor.HomeBackend;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import gradus.tensor.Workers;
import java.util.Arrays;

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

    private static boolean overChannels(Tensor x, int... axes) {
        return x.rank() == 4 && x.size() > 0 && Arrays.equals(axes, new int[] {0, 2, 3});
    }

    private static boolean overRows(Tensor x, int... axes) {
        return x.rank() > 0 && x.size() > 0 && axes.length == 1 && (axes[0] == -1 || axes[0] == x.rank() - 1);
    }

    private ChannelNormalization channels(Tensor x) {
        return new ChannelNormalization(x.dim(0), x.dim(1), x.dim(2) * x.dim(3), workers());
    }

    private RowNormalization rows(Tensor x) {
        return new RowNormalization(x.size() / x.dim(-1), x.dim(-1), workers());
    }

    @Override
    public Moments moments(Tensor x, int... axes) {
        if (overChannels(x, axes)) {
            Moments moments = new Moments(Tensor.zeros(1, x.dim(1), 1, 1), Tensor.zeros(1, x.dim(1), 1, 1));
            channels(x)
                    .moments(x.data(), moments.mean().data(), moments.variance().data());
            return moments;
        }
        if (overRows(x, axes)) {
            Shape kept = x.shape().with(x.rank() - 1, 1);
            Moments moments = new Moments(Tensor.zeros(kept), Tensor.zeros(kept));
            rows(x).moments(x.data(), moments.mean().data(), moments.variance().data());
            return moments;
        }
        return Kernels.super.moments(x, axes);
    }

    /** Whether there is one of the moments, and of γ and β, for every channel of images x. */
    private static boolean byChannel(Tensor x, Moments moments, Tensor gamma) {
        Shape one = x.rank() == 4 ? Shape.of(1, x.dim(1), 1, 1) : x.shape();
        return x.rank() == 4
                && x.size() > 0
                && moments.mean().shape().equals(one)
                && gamma.shape().equals(Shape.of(x.dim(1), 1, 1));
    }

    /** Whether there is one of the moments for every row of x, and one of γ and β for every column. */
    private static boolean byRow(Tensor x, Moments moments, Tensor gamma) {
        return x.rank() > 0
                && x.size() > 0
                && moments.mean().shape().equals(x.shape().with(x.rank() - 1, 1))
                && gamma.shape().equals(Shape.of(x.dim(-1)));
    }

    @Override
    public Tensor normalize(Tensor x, Moments moments, double eps, Tensor gamma, Tensor beta) {
        double[] mean = moments.mean().data();
        double[] deviation = moments.deviation(eps).data();
        if (byChannel(x, moments, gamma)) {
            Tensor y = Tensor.zeros(x.shape());
            channels(x).forward(x.data(), mean, deviation, gamma.data(), beta.data(), y.data());
            return y;
        }
        if (byRow(x, moments, gamma)) {
            Tensor y = Tensor.zeros(x.shape());
            rows(x).forward(x.data(), mean, deviation, gamma.data(), beta.data(), y.data());
            return y;
        }
        return Kernels.super.normalize(x, moments, eps, gamma, beta);
    }

    @Override
    public NormalizeGradients normalizeBackward(
            Tensor dy, Tensor x, Moments moments, double eps, Tensor gamma, int... axes) {
        boolean channels = overChannels(x, axes) && byChannel(x, moments, gamma);
        if (!channels && !(overRows(x, axes) && byRow(x, moments, gamma))) {
            return Kernels.super.normalizeBackward(dy, x, moments, eps, gamma, axes);
        }
        NormalizeGradients d = new NormalizeGradients(
                Tensor.zeros(x.shape()), Tensor.zeros(gamma.shape()), Tensor.zeros(gamma.shape()));
        double[] mean = moments.mean().data();
        double[] deviation = moments.deviation(eps).data();
        double[] dx = d.dx().data();
        double[] dgamma = d.dgamma().data();
        double[] dbeta = d.dbeta().data();
        if (channels) {
            channels(x).backward(dy.data(), x.data(), mean, deviation, gamma.data(), dx, dgamma, dbeta);
        } else {
            rows(x).backward(dy.data(), x.data(), mean, deviation, gamma.data(), dx, dgamma, dbeta);
        }
        return d;
    }

    @Override
    public Tensor softmax(Tensor x) {
        if (x.size() == 0) {
            return Kernels.super.softmax(x);
        }
        Tensor p = Tensor.zeros(x.shape());
        rows(x).softmax(x.data(), p.data());
        return p;
    }

    @Override
    public Tensor softmaxBackward(Tensor dp, Tensor p) {
        if (p.size() == 0) {
            return Kernels.super.softmaxBackward(dp, p);
        }
        Tensor dx = Tensor.zeros(p.shape());
        rows(p).softmaxBackward(dp.data(), p.data(), dx.data());
        return dx;
    }

    @Override
    public LstmStates lstm(Tensor a, Tensor c) {
        LstmLoops loops = new LstmLoops(c.dim(0), c.dim(1), workers());
        if (!loops.wide()) {
            return Kernels.super.lstm(a, c);
        }
        LstmStates states = new LstmStates(
                new LstmStates.Gates(Tensor.zeros(a.shape())),
                Tensor.zeros(c.shape()),
                Tensor.zeros(c.shape()),
                Tensor.zeros(c.shape()));
        loops.forward(
                a.data(),
                c.data(),
                states.gates().all().data(),
                states.cNext().data(),
                states.u().data(),
                states.h().data());
        return states;
    }

    @Override
    public LstmGradients lstmBackward(Tensor dh, Tensor dcNext, Tensor c, LstmStates states) {
        LstmLoops loops = new LstmLoops(c.dim(0), c.dim(1), workers());
        if (!loops.wide()) {
            return Kernels.super.lstmBackward(dh, dcNext, c, states);
        }
        Tensor gates = states.gates().all();
        LstmGradients d = new LstmGradients(Tensor.zeros(gates.shape()), Tensor.zeros(c.shape()));
        loops.backward(
                dh.data(), dcNext.data(), c.data(), gates.data(), states.u().data(), d.da().data(), d.dc().data());
        return d;
    }
}
