package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares every published value of a problem with the computed key, and every misprint with what it claims. */
public record Verification(Problem problem, List<Comparison> comparisons, List<String> staleErrata) {
    /**
     * A published value beside the computed one.
     *
     * @param erratum the misprint that explains a difference; null if there is none
     */
    public record Comparison(
            String answer,
            String published,
            String computed,
            boolean agrees,
            @Nullable String erratum) {
        /** Whether the values differ and nothing says why. */
        public boolean unexplained() {
            return !agrees && erratum == null;
        }
    }

    public Verification {
        comparisons = List.copyOf(comparisons);
        staleErrata = List.copyOf(staleErrata);
    }

    /** Recomputes everything that a problem's source prints. */
    public static Verification of(Problem problem) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Question question : problem.questions()) {
            Optional.ofNullable(question.published())
                    .ifPresent(published -> comparisons.add(compare(problem, question, published)));
        }
        List<String> stale = problem.errata().stream()
                .filter(erratum -> erratum.kind() == Erratum.Kind.VALUE && !changesAnAnswer(problem, erratum))
                .map(Erratum::id)
                .toList();
        return new Verification(problem, comparisons, stale);
    }

    /** Whether no difference is unexplained, and every misprint of a value still makes one. */
    public boolean holds() {
        return staleErrata.isEmpty() && comparisons.stream().noneMatch(Comparison::unexplained);
    }

    private static Comparison compare(Problem problem, Question question, String published) {
        Answer answer = new Answer("", question, published, problem.model().value(question.id()));
        Written printed = answer.shaped(new AnswerReader(problem.model(), question.names()).read(question, published));
        boolean agrees = answer.fits(printed, answer.key());
        return new Comparison(
                question.id(),
                published,
                answer.expected(),
                agrees,
                agrees ? null : explaining(problem, answer, printed));
    }

    /** The misprint with which the published value comes out. */
    private static @Nullable String explaining(Problem problem, Answer answer, Written printed) {
        return problem.errata().stream()
                .filter(erratum -> erratum.kind() == Erratum.Kind.VALUE)
                .filter(erratum -> answer.fits(printed, misprinted(problem, erratum, answer.id())))
                .map(Erratum::id)
                .findFirst()
                .orElse(null);
    }

    private static boolean changesAnAnswer(Problem problem, Erratum erratum) {
        return problem.ids().stream()
                .anyMatch(id -> Follower.differs(
                        misprinted(problem, erratum, id), problem.model().value(id)));
    }

    private static Tensor misprinted(Problem problem, Erratum erratum, String id) {
        Map<String, Expression> instead = erratum.instead();
        return problem.model().with(instead).value(id);
    }
}
