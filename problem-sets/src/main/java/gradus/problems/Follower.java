package gradus.problems;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows a student's own values to the next answer. An inconsistent sheet is read in its favour: with all own values,
 * or with one wrong value left aside, as if it had been mistyped.
 */
final class Follower {
    /** Of a value nobody can explain, this share may have been lost by rounding. */
    private static final double ROUNDED_SHARE = 0.01;

    /** What follows, from which own values, and how far it may be off because those were rounded. */
    record Reading(Tensor value, Tensor slack, Map<String, Tensor> own) {
        boolean fits(Answer answer, Written written) {
            return written.standsFor(value, slack) || answer.fits(written, value);
        }
    }

    private final Model model;
    private final Map<String, Own> answers = new LinkedHashMap<>();

    Follower(Model model) {
        this.model = model;
    }

    void add(String id, Own own) {
        answers.put(id, own);
    }

    /** The values of all answers that could be read so far. */
    Map<String, Tensor> own() {
        Map<String, Tensor> own = new LinkedHashMap<>();
        answers.forEach((id, answer) -> own.put(id, answer.value()));
        return own;
    }

    /** The wrong answers that a later one depends on. */
    List<String> causes(String id, Map<String, Tensor> own) {
        Tensor carried = model.value(id, own);
        return own.keySet().stream()
                .filter(this::isWrong)
                .filter(earlier -> model.needs(id, earlier) || differs(model.value(id, without(own, earlier)), carried))
                .toList();
    }

    private boolean isWrong(String id) {
        Own own = answers.get(id);
        return own != null && own.wrong();
    }

    /** What could follow for an answer, the most faithful reading first. */
    List<Reading> readings(String id) {
        Map<String, Tensor> own = own();
        List<Reading> readings = new ArrayList<>(List.of(reading(id, own)));
        answers.forEach((earlier, answer) -> {
            if (answer.wrong()) {
                readings.add(reading(id, without(own, earlier)));
            }
        });
        return readings;
    }

    private Reading reading(String id, Map<String, Tensor> own) {
        Tensor value = model.value(id, own);
        Tensor slack = Tensor.zeros(value.shape());
        own.keySet()
                .forEach(earlier -> variants(earlier).forEach(variant -> {
                    Map<String, Tensor> varied = new LinkedHashMap<>(own);
                    varied.put(earlier, variant);
                    slack.increment(model.value(id, varied).minus(value).abs());
                }));
        return new Reading(value, slack, own);
    }

    /** Other values that the student may have gone on with: the unrounded one or, if nobody knows it, the margin. */
    private List<Tensor> variants(String id) {
        Own own = answers.get(id);
        if (own == null) {
            return List.of();
        }
        Tensor exact = own.exact();
        if (exact != null) {
            return own.written().isExactly(exact) ? List.of() : List.of(exact);
        }
        List<Tensor> variants = new ArrayList<>();
        List<Entry> entries = own.written().entries();
        for (int i = 0; i < entries.size(); i++) {
            double margin = Math.min(
                    entries.get(i).margin(),
                    ROUNDED_SHARE * Math.abs(entries.get(i).value()));
            if (margin > 0) {
                double[] moved = own.value().toArray();
                moved[i] += margin;
                variants.add(Tensor.of(own.value().shape(), moved));
            }
        }
        return variants;
    }

    private static Map<String, Tensor> without(Map<String, Tensor> own, String id) {
        Map<String, Tensor> others = new LinkedHashMap<>(own);
        others.remove(id);
        return others;
    }

    static boolean differs(Tensor a, Tensor b) {
        return !Literal.exact(a).standsFor(b);
    }
}
