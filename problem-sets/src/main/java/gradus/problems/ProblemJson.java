package gradus.problems;

import gradus.problems.Verification.Comparison;
import gradus.problems.figure.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Problems for programs, without keys: {@code gradus.problems/1}; and their verification, {@code gradus.verification/1}. */
public final class ProblemJson {
    private record Listed(String id, String title, String source, double credits) {}

    private record Listing(String schema, List<Listed> problems) {}

    private record Asked(String id, String ask, double credits, String form, Map<String, String> options) {}

    private record Drawn(String caption, String description, String svg) {
        static @Nullable Drawn of(Optional<Figure> figure) {
            return figure.map(drawn -> new Drawn(drawn.caption(), drawn.description(), drawn.svg()))
                    .orElse(null);
        }
    }

    private record Posed(
            String id, String ask, @Nullable Drawn figure, double credits, double slip, List<Asked> answers) {}

    private record Shown(
            String schema,
            String id,
            @Nullable String variant,
            String title,
            String source,
            String statement,
            @Nullable Drawn figure,
            List<String> conventions,
            Map<String, Map<String, String>> given,
            List<Posed> parts) {}

    private record Verified(
            String problem,
            boolean holds,
            List<Comparison> values,
            List<String> staleErrata,
            List<String> tried,
            List<String> literals) {}

    private record Verdict(
            String schema,
            boolean holds,
            List<Verified> problems,
            List<String> staleErrata,
            List<Audit.Line> credits) {}

    private ProblemJson() {}

    /** All problems with their titles. */
    public static String list(List<Problem> problems) {
        return MarkSheetJson.write(new Listing(
                "gradus.problems/1",
                problems.stream()
                        .map(p -> new Listed(p.id(), p.title(), p.source(), p.credits()))
                        .toList()));
    }

    /** One problem as it is posed. */
    public static String show(Problem problem) {
        return show(problem, false);
    }

    /** The same with the points that rubrics look for, among the options. */
    public static String withPoints(Problem problem) {
        return show(problem, true);
    }

    private static String show(Problem problem, boolean points) {
        Map<String, Map<String, String>> given = new LinkedHashMap<>();
        problem.shown().forEach((role, names) -> {
            Map<String, String> values = new LinkedHashMap<>();
            names.forEach(name -> values.put(name, Figures.of(problem.model().value(name))));
            given.put(role.name().toLowerCase(Locale.ROOT), values);
        });
        return MarkSheetJson.write(new Shown(
                "gradus.problem/1",
                problem.id(),
                problem.seed().map(String::valueOf).orElse(null),
                problem.title(),
                problem.source(),
                problem.statement(),
                Drawn.of(problem.figure()),
                problem.conventions(),
                given,
                problem.parts().stream()
                        .map(part -> posed(problem, part, points))
                        .toList()));
    }

    /** What came of verifying. */
    public static String verify(List<Verification> verifications, BankReport bank) {
        return MarkSheetJson.write(new Verdict(
                "gradus.verification/1",
                bank.holds() && verifications.stream().allMatch(Verification::holds),
                verifications.stream()
                        .map(v -> new Verified(
                                v.problem().id(),
                                v.holds(),
                                v.comparisons(),
                                v.staleErrata(),
                                v.triedOtherwise(),
                                v.literals()))
                        .toList(),
                bank.errata().stream()
                        .filter(LooseErratum::isStale)
                        .map(erratum -> erratum.erratum().id())
                        .toList(),
                bank.credits()));
    }

    private static Posed posed(Problem problem, Part part, boolean points) {
        return new Posed(
                part.id(),
                part.ask(),
                Drawn.of(part.figure()),
                part.credits(),
                part.slip(),
                part.questions().stream()
                        .map(question -> new Asked(
                                question.id(),
                                question.ask(),
                                question.credits(),
                                ProblemText.form(problem, question),
                                question.kind()
                                        .map(kind -> points ? ProblemText.options(kind) : kind.shown())
                                        .orElse(Map.of())))
                        .toList());
    }
}
