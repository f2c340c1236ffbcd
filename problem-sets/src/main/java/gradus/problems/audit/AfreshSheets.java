package gradus.problems.audit;

import gradus.problems.Mark;
import gradus.problems.MarkSheet;
import gradus.problems.Marking;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Slips that were worked out from their sentences, written by many hands. */
final class AfreshSheets {
    private final Tally.Counter losing = new Tally.Counter("slips worked afresh that cost their own marks");
    private final Tally.Counter naming = new Tally.Counter("slips worked afresh that are named rightly", 0.95);
    private final Tally.Counter misnaming = new Tally.Counter("slips worked afresh, not named wrongly");

    private AfreshSheets() {}

    static List<Tally> run(List<Problem> bank, int sheets, long seed) {
        Map<String, Problem> problems = bank.stream().collect(Collectors.toMap(Problem::id, Function.identity()));
        List<Afresh> slipped = Afresh.sheets().stream()
                .filter(sheet -> !sheet.slip().isEmpty() && problems.containsKey(sheet.problem()))
                .toList();
        SplittableRandom random = new SplittableRandom(seed);
        AfreshSheets counts = new AfreshSheets();
        for (int i = 0; i < sheets && !slipped.isEmpty(); i++) {
            Afresh one = slipped.get(i % slipped.size());
            Hand hand = new Hand(i < slipped.size() ? Hand.ALL : 4 + random.nextInt(8), Hand.Notation.POINT);
            Problem problem = problems.get(one.problem());
            if (problem != null) {
                counts.sheet(problem, one, hand);
            }
        }
        return List.of(counts.losing.tally(), counts.naming.tally(), counts.misnaming.tally());
    }

    private void sheet(Problem problem, Afresh one, Hand hand) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        Question first = problem.question(one.first()).orElseThrow();
        one.values().forEach((id, value) -> {
            Question question = problem.question(id).orElseThrow();
            Hand used = question.counts() || question.shape().isPresent() ? new Hand(Hand.ALL, hand.notation()) : hand;
            own.put(id, used.rounded(value));
            answers.put(id, Worked.text(question, used, value));
        });
        problem.questions().stream()
                .filter(question -> !question.isComputed())
                .forEach(question ->
                        answers.put(question.id(), question.kind().orElseThrow().key()));
        MarkSheet sheet = Marking.mark(problem, answers);
        String said = one.problem() + ": " + one.sentence() + " ";
        if (Values.isDegenerate(problem, problem.model(), own, hand.digits())) {
            losing.addApart();
        } else {
            losing.add(
                    problem.credits() - sheet.earned() <= cost(problem, one, first, own, hand.digits()) + 1e-9,
                    said + RightSheets.failure(sheet));
        }
        named(problem, first, SlipSheets.mark(sheet, first.id()), own, hand.digits(), said);
    }

    /** Who takes given numbers for others slips in every answer that these enter by themselves. */
    private static double cost(Problem problem, Afresh one, Question first, Map<String, Tensor> own, int digits) {
        if (problem.role(one.made()).isEmpty()) {
            return SlipSheets.cost(problem, first, own, digits);
        }
        return problem.questions().stream()
                .filter(question -> own.containsKey(question.id()))
                .filter(question -> !Values.isRounded(
                        own.getOrDefault(question.id(), problem.model().value(question.id())),
                        problem.model().value(question.id(), own),
                        digits))
                .mapToDouble(question -> SlipSheets.cost(problem, question, Map.of(), digits))
                .sum();
    }

    private void named(Problem problem, Question first, Mark mark, Map<String, Tensor> own, int digits, String said) {
        if (mark.earned() >= mark.possible() && mark.possible() > 0) {
            naming.addApart();
            misnaming.addApart();
            return;
        }
        String named = mark.misconception();
        boolean right = named != null && SlipSheets.explains(problem, first, named, own, digits);
        String shown = said + mark.id() + " = " + mark.given() + ": " + named + ", " + mark.message();
        naming.add(right, shown);
        misnaming.add(right || named == null, shown);
    }
}
