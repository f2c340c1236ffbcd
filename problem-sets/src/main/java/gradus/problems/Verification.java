package gradus.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares every published value of a problem with the key, every misprint with what it claims, and every example sheet
 * with its marks.
 *
 * @param triedOtherwise what example sheets get otherwise than their file says
 * @param literals numbers in texts that variants would contradict
 */
public record Verification(
        Problem problem,
        List<Comparison> comparisons,
        List<String> staleErrata,
        List<String> triedOtherwise,
        List<String> literals) {
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
        triedOtherwise = List.copyOf(triedOtherwise);
        literals = List.copyOf(literals);
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
        List<String> otherwise = problem.tried().stream()
                .flatMap(tried -> tried.differences(problem).stream())
                .toList();
        List<String> literals = problem.variation().map(Variation::literals).orElse(List.of());
        return new Verification(problem, comparisons, stale, otherwise, literals);
    }

    /** Whether no difference is unexplained, every misprint of a value makes one, example sheets get their marks, and texts fit variants. */
    public boolean holds() {
        return staleErrata.isEmpty()
                && triedOtherwise.isEmpty()
                && literals.isEmpty()
                && comparisons.stream().noneMatch(Comparison::unexplained);
    }

    private static Comparison compare(Problem problem, Question question, String published) {
        boolean agrees = agrees(problem, question, published);
        return new Comparison(
                question.id(),
                published,
                Answer.of(problem, "", question, published).expected(),
                agrees,
                agrees ? null : explaining(problem, question, published));
    }

    private static boolean agrees(Problem problem, Question question, String published) {
        return question.kind()
                .map(kind -> kind.read(published).verdict(question.credits()).right())
                .orElseGet(() -> fits(problem, question, published, problem.model()));
    }

    /** Whether a printed value comes out of a model. */
    private static boolean fits(Problem problem, Question question, String printed, Model model) {
        Answer answer = new Answer("", question, printed, model.value(question.id()));
        return answer.fits(answer.shaped(Marking.read(problem, question, printed)), answer.key());
    }

    /** The misprint with which the published value comes out. */
    private static @Nullable String explaining(Problem problem, Question question, String published) {
        return problem.errata().stream()
                .filter(erratum -> erratum.kind() == Erratum.Kind.VALUE)
                .filter(erratum -> explains(problem, question, published, erratum))
                .map(Erratum::id)
                .findFirst()
                .orElse(null);
    }

    private static boolean explains(Problem problem, Question question, String published, Erratum erratum) {
        String printed = erratum.printed().get(question.id());
        return question.kind()
                .map(kind -> printed != null && kind.read(published).means(kind.read(printed)))
                .orElseGet(
                        () -> fits(problem, question, published, problem.model().with(erratum.instead())));
    }

    private static boolean changesAnAnswer(Problem problem, Erratum erratum) {
        Model misprinted = problem.model().with(erratum.instead());
        return problem.questions().stream()
                .anyMatch(question -> question.isComputed()
                        ? Follower.differs(
                                misprinted.value(question.id()), problem.model().value(question.id()))
                        : erratum.printed().containsKey(question.id())
                                && !agrees(problem, question, erratum.printed().getOrDefault(question.id(), "")));
    }
}
