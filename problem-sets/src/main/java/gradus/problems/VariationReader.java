package gradus.problems;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.problems.ProblemFile.VaryEntry;
import gradus.problems.expression.Nearest;
import gradus.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which numbers of a problem may vary, and how. */
final class VariationReader {
    private static final int DIGITS = 4;

    private final String file;
    private final Problem problem;
    private final VaryEntry entry;
    private final JsonNode texts;

    VariationReader(String file, Problem problem, VaryEntry entry, JsonNode texts) {
        this.file = file;
        this.problem = problem;
        this.entry = entry;
        this.texts = texts;
    }

    /** The variation; in the formulas of the listed slips {@link Trial#original} stands for a number of a variant. */
    Variation variation(Variation.Reading reading, List<Slip> listed) {
        List<Text> rules = entry.rules() == null ? List.of() : entry.rules();
        Set<String> names = problem.model().formulas().keySet();
        return new Variation(
                reading,
                problem,
                choices(),
                rules.stream().map(rule -> Constraint.read(file, rule, names)).toList(),
                entry.digits() == null ? DIGITS : (int) new Credits(file).credits(entry.digits()),
                listed,
                Literals.of(texts, problem, varied(), entry.keep() == null ? List.of() : entry.keep()));
    }

    private Set<String> varied() {
        return choices().keySet();
    }

    /** Several names may share one entry: {@code w11, w12: -2 to 2}. */
    private Map<String, Choices> choices() {
        Map<String, Choices> all = new LinkedHashMap<>();
        entry.numbers().forEach((names, text) -> {
            Choices choices = Choices.read(file, text);
            for (String name : names.split(",", -1)) {
                if (all.put(given(name.strip(), text), choices) != null) {
                    throw new ProblemException(file, text, "'" + name.strip() + "' varies twice");
                }
                requireFitting(name.strip(), choices, text);
            }
        });
        if (all.isEmpty()) {
            throw new ProblemException(file, 1, 1, "expected numbers under 'vary' but got none");
        }
        return all;
    }

    private String given(String name, Text place) {
        if (problem.role(name).isEmpty()) {
            List<String> given =
                    problem.given().values().stream().flatMap(List::stream).toList();
            throw new ProblemException(
                    file,
                    place,
                    "'" + name + "' is not given"
                            + Nearest.to(name, given)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""));
        }
        return name;
    }

    /** A choice is a number, also for each entry of a matrix, or as large as what is given. */
    private void requireFitting(String name, Choices choices, Text place) {
        Shape shape = problem.model().value(name).shape();
        for (int i = 0; i < choices.texts().size(); i++) {
            Shape chosen = choices.values().get(i).shape();
            boolean same = chosen.rank() > 0 == choices.isWhole();
            if (!same || (choices.isWhole() && !chosen.equals(shape))) {
                throw new ProblemException(
                        file,
                        place,
                        "expected " + Figures.shape(shape) + " for " + name + " but got "
                                + choices.texts().get(i));
            }
        }
    }
}
