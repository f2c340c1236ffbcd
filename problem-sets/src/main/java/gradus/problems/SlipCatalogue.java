package gradus.problems;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All slips that are looked for in a problem: those that its file lists, its misprints, and those that any graph has.
 * Each is a problem with other formulas, so it is tried by evaluating those, with the student's own earlier values.
 */
final class SlipCatalogue {
    private SlipCatalogue() {}

    /** The slips by rank. */
    static List<Slip> of(Problem problem) {
        ActivationSlips activations = new ActivationSlips();
        GradientSlips gradients = new GradientSlips(problem);
        return Stream.of(
                        problem.listed().stream(),
                        gradients.slips(),
                        new NameSlips(problem).slips(),
                        activations.steps(problem),
                        new ArithmeticSlips().steps(problem),
                        new PathSlips().steps(problem),
                        activations.everywhere(problem),
                        misprints(problem),
                        gradients.coarse())
                .flatMap(slips -> slips)
                .sorted(Comparator.comparing(Slip::rank))
                .filter(distinct())
                .toList();
    }

    /** Lets each set of formulas pass once: the first explanation of it is the most telling. */
    private static Predicate<Slip> distinct() {
        Set<Map<String, String>> seen = new HashSet<>();
        return slip -> {
            Map<String, String> texts = new HashMap<>();
            slip.instead().forEach((name, formula) -> texts.put(name, formula.text()));
            return seen.add(texts);
        };
    }

    private static Stream<Slip> misprints(Problem problem) {
        return problem.errata().stream()
                .filter(erratum -> !erratum.instead().isEmpty())
                .map(erratum -> new Slip(
                        erratum.id(),
                        "the misprint of the paper is followed: " + erratum.prints(),
                        Slip.Rank.EVERYWHERE,
                        erratum.instead()));
    }
}
