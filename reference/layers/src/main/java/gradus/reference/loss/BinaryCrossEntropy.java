package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * The surprise at yes or no: L = -Σ (y ln p + (1 - y) ln(1 - p)) / k, with p the probability of yes and the target y
 * from 0 (no) to 1 (yes), tensors of one shape, the samples along axis 0.
 *
 * <p>The reduction says what k is, as in {@link MeanSquaredError}; {@code MEAN_ALL} is the mean over all pixels of a
 * mask.
 *
 * <p>Backward: dp = ((1 - y) / (1 - p) - y / p) / k = (p - y) / (p (1 - p) k).
 *
 * <p>0 ln 0 is 0, so a sure and right answer costs nothing. A sure and wrong one (p = 0 at y = 1, or p = 1 at y = 0)
 * costs infinitely much, with an infinite gradient: nothing is clipped. From logits, {@link SigmoidCrossEntropy} is
 * finite where p itself has long become 0 or 1.
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. The means over an empty batch are
 * NaN.
 *
 * <p>Source: lectures 2 and 3, both without the minus of a loss in places; lecture 4; the summary's losses in code.
 */
public final class BinaryCrossEntropy implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor p; // (N, …)

    @Cached
    private Tensor y; // (N, …)

    /** Makes the loss with the given reduction; the course's usual one is {@link Reduction#MEAN_BATCH}. */
    public BinaryCrossEntropy(Reduction reduction) {
        this.reduction = reduction;
    }

    /**
     * Returns the loss in nats, never negative.
     *
     * @param p probabilities of yes, (N, …)
     * @param y targets from 0 to 1, (N, …), shaped like p
     * @throws gradus.tensor.ShapeException if the shapes differ, or a single number is to be averaged over samples
     * @throws IllegalArgumentException if an entry of either is no probability
     */
    @Override
    public double forward(Tensor p, Tensor y) {
        y.require("BinaryCrossEntropy.forward: y", p.shape().toArray());
        Divisor.require("BinaryCrossEntropy.forward: p", reduction, p);
        Probabilities.require("BinaryCrossEntropy.forward: p", p);
        Probabilities.require("BinaryCrossEntropy.forward: y", y);
        this.p = p;
        this.y = y;
        Tensor yes = y.greater(0).where(y.times(p.log()), 0); // 0 ln 0 is 0, not NaN
        Tensor no = y.less(1).where(y.oneMinus().times(p.negate().log1p()), 0);
        return yes.plus(no).negate().sum() / Divisor.of(reduction, p);
    }

    /** Returns dp (N, …). */
    @Override
    public Tensor backward() {
        Forward.first("BinaryCrossEntropy.backward", y);
        Tensor yes = y.greater(0).where(y.divide(p), 0); // as above: 0 / 0 is 0
        Tensor no = y.less(1).where(y.oneMinus().divide(p.oneMinus()), 0);
        return no.minus(yes).divide(Divisor.of(reduction, p));
    }

    @Override
    public double weight(int samples, Tensor target) {
        return Divisor.weight(reduction, samples);
    }
}
