package gradus.problems;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The slips that give a wrong answer.
 *
 * @param slips of one rank; different ways that end in the same value
 * @param value what comes out when slipping so, unrounded
 */
record Diagnosis(List<Slip> slips, Tensor value) {
    private static final int MOST = 3;

    /** Tries all slips, first on the student's own earlier values, then on the right ones. */
    static Optional<Diagnosis> of(Problem problem, Answer answer, Written written, Map<String, Tensor> own) {
        Optional<Diagnosis> found = search(problem, answer, written, own);
        return found.isPresent() || own.isEmpty() ? found : search(problem, answer, written, Map.of());
    }

    private static Optional<Diagnosis> search(
            Problem problem, Answer answer, Written written, Map<String, Tensor> own) {
        Map<Slip, Tensor> fitting = new LinkedHashMap<>();
        for (Slip slip : problem.slips()) {
            if (fitting.keySet().stream().anyMatch(found -> found.rank() != slip.rank())) {
                break;
            }
            if (matters(problem.model(), slip, answer.id())) {
                value(problem.model(), slip, answer.id(), own)
                        .filter(value -> answer.fits(written, value))
                        .ifPresent(value -> fitting.put(slip, value));
            }
        }
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Diagnosis(
                        fitting.keySet().stream().limit(MOST).toList(),
                        fitting.values().iterator().next()));
    }

    private static boolean matters(Model model, Slip slip, String id) {
        return slip.instead().keySet().stream().anyMatch(name -> name.equals(id) || model.needs(id, name));
    }

    private static Optional<Tensor> value(Model model, Slip slip, String id, Map<String, Tensor> own) {
        try {
            return Optional.of(model.with(slip.instead()).value(id, own));
        } catch (ShapeException e) {
            return Optional.empty(); // with these shapes nobody can slip so
        }
    }

    /** The kinds of slips, joined by commas. */
    String ids() {
        return slips.stream().map(Slip::id).distinct().collect(Collectors.joining(","));
    }

    /** One sentence that offers every slip found. */
    String sentence() {
        List<String> whens = new ArrayList<>();
        slips.forEach(slip -> whens.add("when " + slip.when()));
        return "This comes out " + String.join(", or ", whens) + ".";
    }
}
