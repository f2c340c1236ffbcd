package gradus.reference.norm;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Map;

/**
 * Mean and variance of the batches seen, the recent ones weighing most: running = momentum · running + (1 - momentum) ·
 * batch. Momentum weighs the old value; PyTorch's weighs the new one, and is 1 less ours.
 *
 * <p>They start with 0 and 1, so that normalising by them changes next to nothing. The variance is the biased one here,
 * too.
 */
final class RunningStatistics {
    private final double momentum;
    private final Tensor mean; // (C)
    private final Tensor variance; // (C)

    RunningStatistics(String type, int features, double momentum) {
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException(
                    type + ": momentum: expected a share from 0 to 1 but got " + momentum + ".");
        }
        this.momentum = momentum;
        mean = Tensor.zeros(features);
        variance = Tensor.ones(features);
    }

    /** Takes in the statistics of a batch; one without entries has none. */
    void update(Normalized batch) {
        if (batch.shape().size() > 0) {
            mean.assign(blend(mean, batch.mean()));
            variance.assign(blend(variance, batch.variance()));
        }
    }

    private Tensor blend(Tensor old, Tensor batch) {
        return old.times(momentum).plus(batch.reshape(old.shape()).times(1 - momentum));
    }

    /** Normalises x by what runs, shaped such that it stretches to x. */
    Normalized normalize(Tensor x, double eps, Shape stretching) {
        return Normalized.by(mean.reshape(stretching), variance.reshape(stretching), x, eps);
    }

    /** Both tensors, live. */
    Map<String, Tensor> state() {
        return Map.of("runningMean", mean, "runningVar", variance);
    }
}
