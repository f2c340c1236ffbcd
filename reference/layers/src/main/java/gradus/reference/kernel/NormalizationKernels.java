package gradus.reference.kernel;

import static gradus.tensor.HomeBackend.entries;
import static gradus.tensor.HomeBackend.tensor;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Workers;
import java.util.Arrays;

/** Kernels with loops of their own for images by channels and for rows of the last axis; other layouts are composed from the algebra. */
public interface NormalizationKernels extends Kernels {
    /** The innermost loops. */
    Stretch stretch();

    /** The threads that share the work. */
    Workers workers();

    private Normalization channels(Tensor x) {
        return new ChannelNormalization(stretch(), x.dim(0), x.dim(1), x.dim(2) * x.dim(3), workers());
    }

    private Normalization rows(Tensor x) {
        return new RowNormalization(stretch(), x.size() / x.dim(-1), x.dim(-1), workers());
    }

    private static boolean overChannels(Tensor x, int... axes) {
        return x.rank() == 4 && x.size() > 0 && Arrays.equals(axes, new int[] {0, 2, 3});
    }

    private static boolean overRows(Tensor x, int... axes) {
        return x.rank() > 0 && x.size() > 0 && axes.length == 1 && (axes[0] == -1 || axes[0] == x.rank() - 1);
    }

    /** Whether there is one of the moments, and of γ and β, for every channel of images x. */
    private static boolean byChannel(Tensor x, Moments moments, Tensor gamma) {
        return x.rank() == 4
                && x.size() > 0
                && moments.mean().shape().equals(Shape.of(1, x.dim(1), 1, 1))
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
    default Moments moments(Tensor x, int... axes) {
        if (overChannels(x, axes)) {
            return moments(channels(x), x, Shape.of(1, x.dim(1), 1, 1));
        }
        if (overRows(x, axes)) {
            return moments(rows(x), x, x.shape().with(x.rank() - 1, 1));
        }
        return Kernels.super.moments(x, axes);
    }

    private static Moments moments(Normalization loops, Tensor x, Shape kept) {
        double[] mean = new double[kept.size()];
        double[] variance = new double[kept.size()];
        loops.moments(entries(x), mean, variance);
        return new Moments(tensor(kept, mean), tensor(kept, variance));
    }

    @Override
    default Tensor normalize(Tensor x, Moments moments, double eps, Tensor gamma, Tensor beta) {
        boolean channels = byChannel(x, moments, gamma);
        if (!channels && !byRow(x, moments, gamma)) {
            return Kernels.super.normalize(x, moments, eps, gamma, beta);
        }
        double[] y = new double[x.size()];
        Normalization loops = channels ? channels(x) : rows(x);
        double[] deviation = entries(moments.deviation(eps));
        loops.forward(entries(x), entries(moments.mean()), deviation, entries(gamma), entries(beta), y);
        return tensor(x.shape(), y);
    }

    @Override
    default NormalizeGradients normalizeBackward(
            Tensor dy, Tensor x, Moments moments, double eps, Tensor gamma, int... axes) {
        boolean channels = overChannels(x, axes) && byChannel(x, moments, gamma);
        if (!channels && !(overRows(x, axes) && byRow(x, moments, gamma))) {
            return Kernels.super.normalizeBackward(dy, x, moments, eps, gamma, axes);
        }
        double[] dx = new double[x.size()];
        double[] dgamma = new double[gamma.size()];
        double[] dbeta = new double[gamma.size()];
        Normalization loops = channels ? channels(x) : rows(x);
        double[] mean = entries(moments.mean());
        double[] deviation = entries(moments.deviation(eps));
        loops.backward(entries(dy), entries(x), mean, deviation, entries(gamma), dx, dgamma, dbeta);
        return new NormalizeGradients(
                tensor(x.shape(), dx), tensor(gamma.shape(), dgamma), tensor(gamma.shape(), dbeta));
    }
}
