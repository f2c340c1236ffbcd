package gradus.problems;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows a student's own values to the next answer. An inconsistent sheet is read in its favour: with all own values,
 * with the wrong ones alone, as if the others had been kept unrounded, or with one wrong value left aside, as if it had
 * been mistyped; then by formulas that the student seems to go by.
 */
final class Follower {
    /** Of a value, this share at most may have been lost because earlier ones were rounded. */
    private static final double ROUNDED_SHARE = 0.01;

    /**
     * Other formulas than the problem's that the student seems to go by, and why: {@code "the slip in your yhat1"}.
     *
     * @param backward whether only derivatives are computed with them, as all else is on the sheet
     */
    record Assumption(String cause, Model model, boolean backward) {
        Assumption(String cause, Model model) {
            this(cause, model, false);
        }
    }

    /** What follows from own values, and how far it may be off because those were rounded. */
    record Reading(Assumption assumption, Tensor value, Tensor slack, Map<String, Tensor> own) {
        /** What follows from exact values. */
        Reading(Model model, Tensor value, Map<String, Tensor> own) {
            this(new Assumption("", model), value, Tensor.zeros(value.shape()), own);
        }

        Model model() {
            return assumption.model();
        }

        /** Whether it follows only by going by other formulas. */
        boolean isAssumed() {
            return !assumption.cause().isEmpty();
        }

        boolean fits(Answer answer, Written written) {
            return written.standsFor(value, slack) || answer.fits(written, value);
        }
    }

    private final Model model;
    private final Map<String, Own> answers = new LinkedHashMap<>();
    private final List<Assumption> assumptions = new ArrayList<>();

    Follower(Model model) {
        this.model = model;
    }

    void add(String id, Own own) {
        answers.put(id, own);
    }

    /** Later answers may also follow from these formulas. */
    void assume(Assumption assumption) {
        assumptions.add(assumption);
    }

    /** The values of all answers that could be read so far. */
    Map<String, Tensor> own() {
        Map<String, Tensor> own = new LinkedHashMap<>();
        answers.forEach((id, answer) -> own.put(id, answer.value()));
        return own;
    }

    /** The same as far as it is known what stands behind them before rounding. */
    Map<String, Tensor> unrounded() {
        Map<String, Tensor> unrounded = own();
        answers.forEach((id, answer) -> {
            Tensor exact = answer.exact();
            if (exact != null) {
                unrounded.put(id, exact);
            }
        });
        return unrounded;
    }

    private Map<String, Tensor> wrong() {
        Map<String, Tensor> wrong = own();
        answers.forEach((id, answer) -> {
            if (!answer.isWrong()) {
                wrong.remove(id);
            }
        });
        return wrong;
    }

    /** The nearest wrong answers from which another value follows than the key. */
    List<String> causes(String id, Reading reading) {
        Map<String, Tensor> wrong = wrong();
        wrong.keySet().retainAll(reading.own().keySet());
        List<String> causes = new ArrayList<>();
        wrong.forEach((earlier, value) -> {
            if (changes(id, Map.of(earlier, value), Map.of())) {
                causes.add(earlier);
            }
        });
        List<String> nearest = causes.stream()
                .filter(earlier -> changes(id, wrong, without(wrong, earlier)))
                .toList();
        return nearest.isEmpty() ? causes : nearest;
    }

    private boolean changes(String id, Map<String, Tensor> some, Map<String, Tensor> others) {
        return differs(model.value(id, some), model.value(id, others));
    }

    /** Whether all these wrong answers come out of a slip that has a name, and none of them is zero. */
    boolean areHonestSlips(List<String> wrong) {
        return wrong.stream().map(answers::get).allMatch(answer -> answer != null && answer.isHonestSlip());
    }

    /** Whether a zero where the key has none follows from a wrong zero. */
    boolean isZeroFromZero(String id, Reading reading, List<String> causes) {
        return isZero(reading.value())
                && !isZero(model.value(id))
                && causes.stream().map(answers::get).anyMatch(answer -> answer != null && isZero(answer.value()));
    }

    /** Whether what follows from a slip is a wrong answer once more, and the keys differ: one number everywhere is no work. */
    boolean repeats(String id, Reading reading) {
        return reading.isAssumed()
                && wrong().entrySet().stream()
                                .filter(earlier -> !differs(earlier.getValue(), reading.value()))
                                .filter(earlier -> differs(model.value(earlier.getKey()), model.value(id)))
                                .count()
                        > 1;
    }

    private static boolean isZero(Tensor value) {
        return !differs(Tensor.zeros(value.shape()), value);
    }

    /** What could follow for an answer, the most faithful reading first. */
    private Stream<Reading> readings(String id) {
        Stream<Map<String, Tensor>> mistyped = wrong().keySet().stream().map(earlier -> without(own(), earlier));
        Assumption none = new Assumption("", model);
        Stream<Reading> plain =
                Stream.concat(Stream.of(own(), wrong()), mistyped).map(own -> reading(none, id, own));
        return Stream.concat(plain, assumptions.stream().flatMap(assumption -> assumed(assumption, id)));
    }

    /** The most faithful reading that an answer follows from, of those that lead elsewhere than the key. */
    Optional<Reading> reading(Answer answer, Written written) {
        return readings(answer.id())
                .filter(reading -> differs(reading.value(), answer.key()) && reading.fits(answer, written))
                .findFirst();
    }

    private Stream<Reading> assumed(Assumption assumption, String id) {
        if (assumption.backward() && !model.differentiates(id, answers.keySet())) {
            return Stream.empty();
        }
        try {
            return Stream.of(reading(assumption, id, own()));
        } catch (ShapeException e) {
            return Stream.empty(); // with these shapes nobody can go on so
        }
    }

    private static Map<String, Tensor> without(Map<String, Tensor> all, String one) {
        Map<String, Tensor> others = new LinkedHashMap<>(all);
        others.remove(one);
        return others;
    }

    private Reading reading(Assumption assumption, String id, Map<String, Tensor> own) {
        Tensor value = assumption.model().value(id, own);
        Tensor slack = Tensor.zeros(value.shape());
        answers.forEach((earlier, answer) -> {
            if (own.containsKey(earlier)) {
                answer.variants().forEach(variant -> {
                    Map<String, Tensor> varied = new LinkedHashMap<>(own);
                    varied.put(earlier, variant);
                    slack.increment(
                            assumption.model().value(id, varied).minus(value).abs());
                });
            }
        });
        return new Reading(assumption, value, slack.minimum(value.abs().times(ROUNDED_SHARE)), own);
    }

    static boolean differs(Tensor a, Tensor b) {
        return !Literal.exact(a).standsFor(b);
    }
}
