package gradus.problems.audit;

import gradus.problems.Mark;
import gradus.problems.MarkSheet;
import gradus.problems.MarkStatus;
import gradus.problems.Marking;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Sheets that hope for credits without work: zeros, one number everywhere, absurd numbers carried on. */
final class GamingSheets {
    private static final List<Double> ABSURD = List.of(0.0, 0.0, 1.0, 1e-9, 1e-6, 1e6, 1e9, -1e9);

    private GamingSheets() {}

    static Tally run(List<Problem> bank, int sheets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Problem> computed = bank.stream()
                .filter(problem -> problem.questions().stream().anyMatch(Question::isComputed))
                .toList();
        Tally.Counter counter = new Tally.Counter("degenerate sheets that are not overpaid");
        for (int i = 0; i < sheets && !computed.isEmpty(); i++) {
            Problem problem = computed.get(i % computed.size());
            Map<String, Tensor> own = new LinkedHashMap<>();
            MarkSheet sheet = Marking.mark(problem, sheet(problem, own, random));
            List<Mark> overpaid = sheet.marks().stream()
                    .filter(mark -> mark.status() == MarkStatus.CARRIED_FORWARD && mark.possible() > 0)
                    .filter(mark -> isOverpaid(problem, mark.id(), own))
                    .toList();
            counter.add(overpaid.isEmpty(), overpaid.isEmpty() ? "" : RightSheets.shown(sheet, overpaid.get(0)));
        }
        return counter.tally();
    }

    /** The first answers absurd, the rest alike or carried on from them. */
    private static Map<String, String> sheet(Problem problem, Map<String, Tensor> own, SplittableRandom random) {
        Map<String, String> answers = new LinkedHashMap<>();
        boolean alike = random.nextInt(3) == 0;
        double absurd = ABSURD.get(random.nextInt(ABSURD.size()));
        List<Question> questions =
                problem.questions().stream().filter(Question::isComputed).toList();
        int first = random.nextInt(questions.size()), last = first + 1 + random.nextInt(3);
        Hand hand = new Hand(Hand.ALL, Hand.Notation.POINT);
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            Tensor carried = problem.model().value(question.id(), own);
            boolean gamed = alike || (i >= first && i < last);
            Tensor value = gamed ? full(carried.shape(), absurd) : carried;
            if (random.nextInt(8) > 0 && Double.isFinite(value.sum())) {
                answers.put(question.id(), Worked.text(question, hand, value));
                own.put(question.id(), value);
            }
        }
        return answers;
    }

    private static Tensor full(Shape shape, double value) {
        return Tensor.full(shape, value);
    }

    /** Whether what is carried is zero, or unchanged from an input, and the key is not. */
    private static boolean isOverpaid(Problem problem, String id, Map<String, Tensor> own) {
        return Values.isDegenerate(problem, problem.model(), id, own);
    }
}
