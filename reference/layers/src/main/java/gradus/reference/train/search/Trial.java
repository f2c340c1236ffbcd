package gradus.reference.train.search;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A setting that was tried, and the error or loss on the validation set that it led to.
 *
 * <p>Never the test set's: what chooses between settings is part of the training.
 */
public record Trial(Setting setting, double error) {
    private static final Comparator<Trial> BY_ERROR = Comparator.comparingDouble(Trial::error); // NaN last

    /** Tries settings one after another, and returns them in ascending order of error, NaN last. */
    public static List<Trial> all(List<Setting> settings, ToDoubleFunction<Setting> error) {
        return settings.stream()
                .map(s -> new Trial(s, error.applyAsDouble(s)))
                .sorted(BY_ERROR)
                .toList();
    }
}
