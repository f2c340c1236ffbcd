package gradus.reference.loss;

import gradus.tensor.Reduction;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/** What a sum over all entries is divided by. */
final class Divisor {
    private Divisor() {}

    /** What a batch weighs: sums are added up, means are averaged. */
    static double weight(Reduction reduction, int samples) {
        return reduction == Reduction.SUM || reduction == Reduction.HALF_SUM ? 1 : samples;
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
