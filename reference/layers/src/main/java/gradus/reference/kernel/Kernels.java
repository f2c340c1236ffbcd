package gradus.reference.kernel;

import gradus.tensor.Backend;
import gradus.tensor.HomeBackend;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * The work of layers that is worth a kernel of its own, composed here from the algebra, so that it runs on every backend. A backend that
 * knows better implements this interface beside {@link Backend} and overrides what it likes.
 *
 * <p>Images are (N, C, H, W), filters (F, C/G, KH, KW), answers (N, F, OH, OW) with OH = {@link Window#outputHeight} of H and OW likewise.
 * Filters are never turned round here, whatever {@link Window#flip} says: that is the layers' part. {@link Window#strict} counts as
 * {@link Window#outputHeight} says. Shapes have been checked; arguments are only read, and answers are new.
 */
public interface Kernels extends ConvolutionKernels, PoolingKernels {
    /** The maxima of windows, and which pixel of its window each is: 0 to KH·KW - 1, row-major; both (N, C, OH, OW). */
    record Maxima(Tensor values, IntTensor positions) {}

    record NormalizeGradients(Tensor dx, Tensor dgamma, Tensor dbeta) {}

    record LstmGradients(Tensor da, Tensor dc) {}

    /** The kernels of this thread's backend: its own, those for numbers at home, or the composed ones. */
    static Kernels current() {
        Backend backend = Backend.current();
        if (backend instanceof Kernels kernels) {
            return kernels;
        }
        return backend instanceof HomeBackend home ? new PlainKernels(home.workers()) : Composed.KERNELS;
    }

    /** Mean and biased variance of x over some axes, which keep the length 1: first the mean is taken away, then squared. */
    default Moments moments(Tensor x, int... axes) {
        Tensor mean = x.meanKeep(axes);
        return new Moments(mean, x.minus(mean).square().meanKeep(axes));
    }

    /** y = γ x̂ + β with x̂ = (x - mean) / √(variance + eps); all stretch to x. */
    default Tensor normalize(Tensor x, Moments moments, double eps, Tensor gamma, Tensor beta) {
        return moments.normalized(x, eps).times(gamma).plus(beta);
    }

    /**
     * The gradients of x, γ and β for dy, where the moments are those of x over some axes, or given, if over none. With g = γ dy and means
     * over the axes: dx = (g - mean(g) - x̂ mean(g x̂)) / √(variance + eps); without axes dx = g / √(variance + eps).
     */
    default NormalizeGradients normalizeBackward(
            Tensor dy, Tensor x, Moments moments, double eps, Tensor gamma, int... axes) {
        Tensor factor = moments.factor(eps);
        Tensor xhat = x.minus(moments.mean()).times(factor);
        Tensor g = dy.times(gamma);
        if (axes.length > 0) {
            g = g.minus(g.meanKeep(axes)).minus(xhat.times(g.times(xhat).meanKeep(axes)));
        }
        return new NormalizeGradients(g.times(factor), dy.times(xhat).sumTo(gamma.shape()), dy.sumTo(gamma.shape()));
    }

    /** p = exp(scale x) / Σ exp(scale x) over the last axis, each row less its maximum first: the same quotient, and no overflow. */
    default Tensor softmax(Tensor x, double scale) {
        Tensor e = x.minus(x.maxKeep(-1)).times(scale).exp();
        return e.times(e.sumKeep(-1).reciprocal());
    }

    /** dx = scale p (dp - Σ dp p) over the last axis. */
    default Tensor softmaxBackward(Tensor dp, Tensor p, double scale) {
        return p.times(scale).times(dp.minus(dp.times(p).sumKeep(-1)));
    }

    /** i, f, o = σ and g = tanh of the columns of a (N, 4H), in this order; c' = f c + i g, u = tanh(c'), h = o u; all others are (N, H). */
    default LstmStates lstm(Tensor a, Tensor c) {
        int units = c.dim(1);
        Tensor sigmoids = a.slice(1, 0, 3 * units).negate().exp().plus(1).reciprocal();
        Tensor g = a.slice(1, 3 * units, 4 * units).tanh();
        LstmStates.Gates gates = new LstmStates.Gates(Tensor.concat(1, sigmoids, g));
        Tensor cNext = gates.f().times(c).plus(gates.i().times(g));
        Tensor u = cNext.tanh();
        return new LstmStates(gates, cNext, u, gates.o().times(u));
    }

    /** The gradients of a and c, for those of h and of c' other than through h. */
    default LstmGradients lstmBackward(Tensor dh, Tensor dcNext, Tensor c, LstmStates states) {
        LstmStates.Gates gates = states.gates();
        Tensor dc = dcNext.plus(dh.times(gates.o()).times(states.u().square().oneMinus()));
        Tensor di = dc.times(gates.g()).times(slope(gates.i()));
        Tensor df = dc.times(c).times(slope(gates.f()));
        Tensor dO = dh.times(states.u()).times(slope(gates.o()));
        Tensor dg = dc.times(gates.i()).times(gates.g().square().oneMinus());
        return new LstmGradients(Tensor.concat(1, di, df, dO, dg), dc.times(gates.f()));
    }

    /** The slope of σ where it is s. */
    private static Tensor slope(Tensor s) {
        return s.times(s.oneMinus());
    }
}
