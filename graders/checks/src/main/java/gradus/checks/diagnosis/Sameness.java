package gradus.checks.diagnosis;

import gradus.checks.Case;
import gradus.checks.Comparison;
import gradus.checks.Outcome;
import gradus.checks.Row;
import gradus.subject.Failure;
import gradus.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether two runs of one case did the same as far as one row can tell. */
final class Sameness {
    private final Case experiment;
    private final Row row;

    Sameness(Case experiment, Row row) {
        this.experiment = experiment;
        this.row = row;
    }

    /** The outcome that a right answer has on this case. */
    static Outcome right(Map<String, Tensor> expected) {
        return new Outcome(expected, expected, Set.of(), null);
    }

    /** True if nothing that the row shows tells one outcome from the other. */
    boolean holds(Outcome one, Outcome other) {
        return same(one.values().get(row.id()), other.values().get(row.id()))
                && (row.isForward()
                        || same(one.again().get(row.id()), other.again().get(row.id())))
                && changed(one).equals(changed(other))
                && (reached(one) || sameFailure(one.failure(), other.failure()));
    }

    /** True if both ended early before this row had a value, for whatever reason: neither for nor against. */
    boolean bothFailed(Outcome one, Outcome other) {
        return !reached(one) && !reached(other);
    }

    private boolean reached(Outcome outcome) {
        return outcome.values().containsKey(row.id());
    }

    private Set<String> changed(Outcome outcome) {
        return outcome.changed().stream()
                .filter(what -> row.isForward() == what.endsWith("of forward"))
                .collect(Collectors.toSet());
    }

    private boolean same(@Nullable Tensor one, @Nullable Tensor other) {
        if (one == null || other == null) return one == other;
        return one.shape().equals(other.shape()) && sameEntries(one.toArray(), other.toArray(), tolerance(one));
    }

    private double tolerance(Tensor tensor) {
        double magnitude = experiment.isLoss() || row.isForward()
                ? Comparison.largest(experiment.x())
                : Comparison.largest(experiment.dy());
        return Comparison.TOLERANCE * Comparison.largest(tensor) + 1e-12 * magnitude;
    }

    private static boolean sameEntries(double[] one, double[] other, double tolerance) {
        for (int i = 0; i < one.length; i++) {
            boolean equal = Double.compare(one[i], other[i]) == 0 || Math.abs(one[i] - other[i]) <= tolerance;
            if (!equal) return false;
        }
        return true;
    }

    private static boolean sameFailure(@Nullable Failure one, @Nullable Failure other) {
        return one != null
                && other != null
                && one.code() == other.code()
                && String.valueOf(one.getMessage()).equals(other.getMessage());
    }
}
