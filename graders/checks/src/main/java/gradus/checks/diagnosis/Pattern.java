package gradus.checks.diagnosis;

import gradus.checks.Case;
import gradus.checks.Comparison;
import gradus.checks.Diagnosis;
import gradus.checks.Examination.Observation;
import gradus.checks.Row;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A relation between a wrong result and the right one that tells what went wrong, whoever made the mistake.
 *
 * @param likeness what the wrong result would be
 */
record Pattern(Diagnosis diagnosis, Likeness likeness) {

    /** What the pattern makes of a case; null where it says nothing about it. */
    @FunctionalInterface
    interface Likeness {
        @Nullable
        Tensor of(Row row, Case experiment, Tensor expected, Tensor actual);
    }

    /** Some roundings to 24 bits. */
    private static final double FLOAT = 16 * 0x1p-24;

    private static final List<Pattern> ALL = List.of(
            pattern(
                    "zero",
                    "Every entry is zero.",
                    "Is it computed at all, and added where it belongs? In Java, 1/5 of two ints is 0.",
                    (row, c, e, a) -> e.times(0)),
            factor(
                    "sign",
                    "It is the right one with the opposite sign.",
                    "Follow the signs through once more.",
                    c -> -1),
            factor(
                    "sign-and-factor-1/N",
                    "It is the right one with the opposite sign, divided by the number of rows.",
                    "Two things at once: follow the signs, and ask who divides by N.",
                    c -> -1 / rows(c)),
            factor(
                    "sign-and-factor-N",
                    "It is the right one with the opposite sign, times the number of rows.",
                    "Two things at once: follow the signs, and ask who divides by N.",
                    c -> -rows(c)),
            factor("factor-2", "It is twice the right one.", "Where does a factor two come from?", c -> 2),
            factor(
                    "factor-1/2",
                    "It is half the right one.",
                    "A factor of one half is in one pass only, or in too many.",
                    c -> 0.5),
            factor(
                    "factor-1/N",
                    "It is the right one divided by the number of rows.",
                    "Layers sum over the batch; only a loss divides by N, and only once.",
                    c -> 1 / rows(c)),
            factor(
                    "factor-N",
                    "It is the right one times the number of rows.",
                    "The loss is a mean: who divides by N on the way back?",
                    Pattern::rows),
            factor(
                    "factor-1/C",
                    "It is the right one divided by the number of columns.",
                    "Over what is the mean taken?",
                    c -> 1 / columns(c)),
            factor(
                    "factor-C",
                    "It is the right one times the number of columns.",
                    "Over what is the mean taken?",
                    Pattern::columns),
            pattern(
                    "transposed",
                    "It is the transpose of the right one.",
                    "Compare its shape with that of the variable, then the entry [0, 1].",
                    (row, c, e, a) -> e.rank() == 2 ? e.transpose() : null),
            pattern(
                    "upstream",
                    "It equals the upstream gradient.",
                    "The chain rule multiplies the upstream gradient by the layer's own derivative.",
                    (row, c, e, a) -> c.isLoss() || row.isForward() ? null : c.dy()),
            pattern(
                    "input",
                    "It equals the input.",
                    "Nothing was computed from the input yet.",
                    (row, c, e, a) -> c.x()),
            pattern(
                    "wrong-axis",
                    "It is summed over the other axis.",
                    "Which axis has the length of the variable?",
                    (row, c, e, a) ->
                            row.part() == Row.Part.PARAMETER && e.rank() == 1 && !c.isLoss() ? c.dy().sum(1) : null),
            pattern(
                    "float",
                    "It is right to about seven digits only.",
                    "A float has crept in somewhere: every number here is a double.",
                    (row, c, e, a) -> isRounded(e, a) ? a : e));

    static List<Pattern> all() {
        return ALL;
    }

    /** True if every wrong result has the likeness, every right one could have it, and there is a wrong one. */
    boolean explains(Row row, List<Observation> observations) {
        boolean evidence = false;
        for (Observation seen : observations) {
            Tensor expected = seen.expected().get(row.id());
            Tensor actual = seen.outcome().values().get(row.id());
            if (expected == null || actual == null) continue;
            Tensor likely = likeness.of(row, seen.experiment(), expected, actual);
            if (likely == null) continue;
            double magnitude = magnitude(row, seen.experiment(), expected);
            if (!near(likely, actual, magnitude)) return false;
            evidence |= !near(expected, actual, magnitude);
        }
        return evidence;
    }

    private static double magnitude(Row row, Case experiment, Tensor expected) {
        double in = row.isForward() || experiment.isLoss()
                ? Comparison.largest(experiment.x())
                : Comparison.largest(experiment.dy());
        return Math.max(in, Comparison.largest(expected));
    }

    private static boolean near(Tensor one, Tensor other, double magnitude) {
        return Comparison.of("", one, other, magnitude).passed();
    }

    private static Pattern pattern(String name, String message, String hint, Likeness likeness) {
        return new Pattern(new Diagnosis(name, message, hint), likeness);
    }

    private static Pattern factor(String name, String message, String hint, ToDoubleFunction<Case> factor) {
        return pattern(name, message, hint, (row, c, e, a) -> e.times(factor.applyAsDouble(c)));
    }

    /** True if the entries are right to the precision of a float and no further. */
    private static boolean isRounded(Tensor expected, Tensor actual) {
        return expected.shape().equals(actual.shape())
                && Comparison.largest(actual.minus(expected)) <= FLOAT * Comparison.largest(expected);
    }

    private static double rows(Case experiment) {
        return experiment.x().dim(0);
    }

    private static double columns(Case experiment) {
        return experiment.x().dim(-1);
    }
}
