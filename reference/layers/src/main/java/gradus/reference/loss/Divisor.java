package gradus.reference.loss;

import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** What a sum over all entries is divided by. */
final class Divisor {
    private Divisor() {}

    static double of(Reduction reduction, Tensor entries) {
        return switch (reduction) {
            case SUM -> 1;
            case HALF_SUM -> 2;
            case MEAN_BATCH -> entries.dim(0);
            case MEAN_ALL -> entries.size();
        };
    }
}
