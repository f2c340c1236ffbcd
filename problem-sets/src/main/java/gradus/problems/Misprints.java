package gradus.problems;

import gradus.problems.Follower.Assumption;
import gradus.problems.expression.ExpressionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Misprinted numbers of a paper, and whether somebody worked with them. */
final class Misprints {
    /** One answer could come from a slip as well. */
    private static final int TELLING = 2;

    private final Problem problem;

    Misprints(Problem problem) {
        this.problem = problem;
    }

    /** The misprint of given numbers out of which all answers come that it changes, if there are enough to tell. */
    Optional<Assumption> followed(Map<String, String> answers) {
        return problem.errata().stream()
                .filter(this::isOfGivenNumbers)
                .map(this::assumption)
                .filter(misprint -> explains(misprint.model(), answers))
                .findFirst();
    }

    private Assumption assumption(Erratum erratum) {
        return new Assumption(
                "the misprint " + erratum.id() + " of the paper, " + erratum.prints(),
                problem.model().with(erratum.instead()));
    }

    private boolean isOfGivenNumbers(Erratum erratum) {
        return !erratum.instead().isEmpty()
                && erratum.instead().keySet().stream()
                        .allMatch(name -> problem.role(name).isPresent());
    }

    private boolean explains(Model misprinted, Map<String, String> answers) {
        List<Question> changed = problem.questions().stream()
                .filter(Question::isComputed)
                .filter(question -> !answers.getOrDefault(question.id(), "").isBlank())
                .filter(question -> Follower.differs(
                        misprinted.value(question.id()), problem.model().value(question.id())))
                .toList();
        return changed.size() >= TELLING
                && changed.stream()
                        .allMatch(question -> fits(question, answers.getOrDefault(question.id(), ""), misprinted));
    }

    private boolean fits(Question question, String given, Model misprinted) {
        try {
            Answer answer = new Answer("", question, given, misprinted.value(question.id()));
            return answer.fits(answer.shaped(Marking.read(problem, question, given)), answer.key());
        } catch (ExpressionException e) {
            return false; // what cannot be read follows from nothing
        }
    }
}
