package gradus.reference.loss;

import gradus.tensor.Reduction;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/** What a sum over all entries is divided by. */
final class Divisor {
    private Divisor() {}

    /** Refuses a single number where the samples are to be counted. */
    static void require(String where, Reduction reduction, Tensor entries) {
        if (reduction == Reduction.MEAN_BATCH && entries.rank() == 0) {
            throw new ShapeException(where + ": expected samples along axis 0 but got a single number.");
        }
    }

    /** What a batch weighs: sums are added up, means are averaged. */
    static double weight(Reduction reduction, int samples) {
        return switch (reduction) {
            case SUM, HALF_SUM -> 1;
            case MEAN_BATCH, MEAN_ALL -> samples;
        };
    }

    static double of(Reduction reduction, Tensor entries) {
        return switch (reduction) {
            case SUM -> 1;
            case HALF_SUM -> 2;
            case MEAN_BATCH -> entries.dim(0);
            case MEAN_ALL -> entries.size();
        };
    }
}
