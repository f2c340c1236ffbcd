package gradus.reference.train.diagnosis;

import gradus.reference.train.History;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * Reads the curves of training and validation loss, one value an epoch. Only the last third counts: a curve falls
 * (rises) there if its last value is below (above) its first by more than {@code tolerance} times the range of both
 * curves together.
 *
 * <p>Thresholds are a matter of judgement; the course judges by eye. Smooth jittery curves first, by {@link Smoothing}.
 *
 * <p>Source: lecture 6; the summary; winter 2021, 7; endterm 2021, 7.1-7.2.
 */
public record Curves(List<Double> training, List<Double> validation, double tolerance) {
    /** What curves tell. */
    public enum Finding {
        /** Both still fall at the end: train longer, with a higher rate or a larger model. */
        UNDERFITTING,
        /** Training falls, validation rises: regularise, augment, stop early. */
        OVERFITTING,
        /** Both have come down, stay there, and are close together. */
        IDEAL,
        /** From first to last: a bug, or a wrong rate. */
        TRAINING_DOES_NOT_FALL,
        /** From first to last: nothing is learned that generalises. */
        VALIDATION_DOES_NOT_FALL,
        /** Validation ends below training: its set is easier, training data leaked into it, or only training has dropout. */
        VALIDATION_BELOW_TRAINING,
        /** Not a number, or infinite. */
        NOT_FINITE
    }

    /** @throws IllegalArgumentException if the curves are not of one length of 2 or more, or the tolerance is negative */
    public Curves {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        if (training.size() < 2 || validation.size() != training.size() || !(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "Curves: expected two curves of one length of 2 or more and a tolerance of 0 or more but got "
                            + training.size() + ", " + validation.size() + " and " + tolerance + ".");
        }
    }

    /** The curves of a training, with a tolerance of 5 %. */
    public static Curves of(History history) {
        return new Curves(history.trainLosses(), history.validationLosses(), 0.05);
    }

    public Set<Finding> findings() {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (!Double.isFinite(range())) {
            findings.add(Finding.NOT_FINITE);
            return findings;
        }
        int late = training.size() - 1 - Math.max(1, training.size() / 3);
        add(findings, Finding.TRAINING_DOES_NOT_FALL, !falls(training, 0));
        add(findings, Finding.VALIDATION_DOES_NOT_FALL, !falls(validation, 0));
        add(findings, Finding.UNDERFITTING, falls(training, late) && falls(validation, late));
        add(findings, Finding.OVERFITTING, change(training, late) < 0 && change(validation, late) > margin());
        add(findings, Finding.VALIDATION_BELOW_TRAINING, gap() < -margin());
        add(findings, Finding.IDEAL, findings.isEmpty() && gap() <= 2 * margin());
        return findings;
    }

    private static void add(Set<Finding> findings, Finding finding, boolean found) {
        if (found) {
            findings.add(finding);
        }
    }

    private boolean falls(List<Double> curve, int from) {
        return change(curve, from) < -margin();
    }

    private static double change(List<Double> curve, int from) {
        return last(curve) - curve.get(from);
    }

    /** How far validation ends above training. */
    private double gap() {
        return last(validation) - last(training);
    }

    private static double last(List<Double> curve) {
        return curve.get(curve.size() - 1);
    }

    private double margin() {
        return tolerance * range();
    }

    private double range() {
        double high = Math.max(reduced(training, Math::max), reduced(validation, Math::max));
        double low = Math.min(reduced(training, Math::min), reduced(validation, Math::min));
        return high - low;
    }

    private static double reduced(List<Double> curve, DoubleBinaryOperator extreme) {
        return curve.stream().mapToDouble(v -> v).reduce(curve.get(0), extreme);
    }
}
