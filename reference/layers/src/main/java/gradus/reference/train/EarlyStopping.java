package gradus.reference.train;

import java.util.List;

/**
 * Stops a training when the validation loss no longer falls. The course says it in two ways, which differ on a bumpy
 * curve:
 *
 * <ul>
 *   <li>{@link Reading#RISES}: after {@code patience} rises in a row, each loss above the one before
 *   <li>{@link Reading#NO_IMPROVEMENT}: after {@code patience} epochs in a row without a new minimum
 * </ul>
 *
 * <p>The losses 5, 4, 6, 5.5, 6.5 stop the second with patience 3, and not the first. Whoever stops goes back to the
 * parameters of the least loss. NaN is a rise and never a minimum. Immutable.
 *
 * <p>Source: lecture 8 (stop where the validation error stops falling); the summary (impatience 3: three rises in a
 * row).
 */
public record EarlyStopping(int patience, Reading reading) {
    /** What counts against patience. */
    public enum Reading {
        RISES,
        NO_IMPROVEMENT
    }

    /** @throws IllegalArgumentException if the patience is below 1 */
    public EarlyStopping {
        if (patience < 1) {
            throw new IllegalArgumentException("EarlyStopping: patience: expected 1 or more but got " + patience + ".");
        }
    }

    /** Whether to stop after these validation losses, one an epoch. */
    public boolean stops(List<Double> losses) {
        return (reading == Reading.RISES ? rises(losses) : losses.size() - 1 - best(losses)) >= patience;
    }

    private static int rises(List<Double> losses) {
        int last = losses.size() - 1;
        int i = last;
        while (i > 0 && !(losses.get(i) <= losses.get(i - 1))) {
            i--;
        }
        return last - i;
    }

    /** The number of the first epoch with the least loss; -1 if all are NaN or there is none. */
    public static int best(List<Double> losses) {
        int best = -1;
        for (int i = 0; i < losses.size(); i++) {
            boolean less = best < 0 ? !Double.isNaN(losses.get(i)) : losses.get(i) < losses.get(best);
            best = less ? i : best;
        }
        return best;
    }
}
