package gradus.problems.audit;

import gradus.problems.Listed;
import gradus.problems.Mark;
import gradus.problems.MarkSheet;
import gradus.problems.Marking;
import gradus.problems.Problem;
import gradus.problems.Question;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Right sheets, written as students write. */
final class RightSheets {
    private RightSheets() {}

    static Tally run(List<Problem> bank, int sheets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tally.Counter counter = new Tally.Counter("right sheets marked full");
        for (int i = 0; i < sheets; i++) {
            Problem problem = bank.get(i % bank.size());
            Map<String, String> answers =
                    Worked.out(problem, problem.model(), Hand.drawn(random), random.nextBoolean());
            problem.questions().forEach(question -> otherwise(question, answers, random));
            MarkSheet sheet = Marking.mark(problem, answers);
            counter.add(Math.abs(sheet.earned() - problem.credits()) < 1e-9, failure(sheet));
        }
        return counter.tally();
    }

    /** Sometimes another right answer. */
    private static void otherwise(Question question, Map<String, String> answers, SplittableRandom random) {
        if (!question.isComputed() && !question.accepted().isEmpty() && random.nextBoolean()) {
            Listed listed =
                    question.accepted().get(random.nextInt(question.accepted().size()));
            answers.put(
                    question.id(),
                    listed.answers().get(random.nextInt(listed.answers().size())));
        }
    }

    static String failure(MarkSheet sheet) {
        return sheet.marks().stream()
                .filter(mark -> mark.earned() < mark.possible() || mark.earned() < 0)
                .findFirst()
                .map(mark -> shown(sheet, mark))
                .orElse(sheet.problem().id());
    }

    static String shown(MarkSheet sheet, Mark mark) {
        return sheet.problem().id() + " " + mark.id() + " = " + mark.given() + ": " + mark.status() + ", "
                + mark.message() + " On the sheet: "
                + sheet.marks().stream()
                        .filter(other -> other.given() != null
                                && sheet.problem().forward().contains(other.id()))
                        .map(other -> other.id() + "=" + other.given())
                        .collect(Collectors.joining(" "));
    }
}
