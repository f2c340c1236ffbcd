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

    /** The wrong answers that would change a later one even if they were the only own ones. */
    List<String> causes(String id) {
        Tensor key = model.value(id);
        List<String> causes = new ArrayList<>();
        answers.forEach((earlier, answer) -> {
            if (answer.isWrong() && differs(model.value(id, Map.of(earlier, answer.value())), key)) {
                causes.add(earlier);
            }
        });
        return causes;
    }

    /** What could follow for an answer, the most faithful reading first. */
    List<Reading> readings(String id) {
        List<Reading> readings = new ArrayList<>(List.of(reading(id, own())));
        answers.forEach((earlier, answer) -> {
            if (answer.isWrong()) {
                Map<String, Tensor> others = own();
                others.remove(earlier);
                readings.add(reading(id, others));
            }
        });
        return readings;
    }

    private Reading reading(String id, Map<String, Tensor> own) {
        Tensor value = model.value(id, own);
        Tensor slack = Tensor.zeros(value.shape());
        answers.forEach((earlier, answer) -> {
            if (own.containsKey(earlier)) {
                answer.variants().forEach(variant -> {
                    Map<String, Tensor> varied = new LinkedHashMap<>(own);
                    varied.put(earlier, variant);
                    slack.increment(model.value(id, varied).minus(value).abs());
                });
            }
        });
        return new Reading(value, slack, own);
    }

    static boolean differs(Tensor a, Tensor b) {
        return !Literal.exact(a).standsFor(b);
    }
}
