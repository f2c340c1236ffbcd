package gradus.problems.audit;

import gradus.problems.Erratum;
import gradus.problems.Mark;
import gradus.problems.MarkSheet;
import gradus.problems.MarkStatus;
import gradus.problems.Model;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.Slip;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a sheet is worth by a rule of its own: the credits of each answer that is the key, or that follows from what else
 * stands on the sheet and needed work. An answer follows if it comes out of the earlier ones, of the wrong ones alone, or of
 * all but one; or, after a slip that has a name, of the formulas of who slips so.
 */
final class Honest {
    private Honest() {}

    static double worth(Problem problem, MarkSheet sheet, Map<String, Tensor> own) {
        return sheet.marks().stream()
                .mapToDouble(mark -> worth(problem, mark, own))
                .sum();
    }

    /** The first answer that is paid better than it is worth. */
    static String overpaid(Problem problem, MarkSheet sheet, Map<String, Tensor> own) {
        return sheet.marks().stream()
                .filter(mark -> mark.earned() > worth(problem, mark, own) + 1e-9)
                .findFirst()
                .map(mark -> RightSheets.shown(sheet, mark))
                .orElse("");
    }

    private static double worth(Problem problem, Mark mark, Map<String, Tensor> own) {
        Question question = problem.question(mark.id()).orElseThrow();
        Tensor value = own.get(mark.id());
        if (value == null) {
            return 0;
        }
        boolean right = !Values.differ(value, problem.model().value(mark.id()))
                || (mark.status() == MarkStatus.CORRECT && !question.accepted().isEmpty());
        boolean partly = mark.status() == MarkStatus.PARTIAL; // by a rule of the file
        return right || follows(problem, question, value, own) ? mark.possible() : partly ? mark.earned() : 0;
    }

    private static boolean follows(Problem problem, Question question, Tensor value, Map<String, Tensor> own) {
        Map<String, Tensor> earlier = before(question.id(), own);
        return question.carries()
                && (readings(problem.model(), earlier).stream()
                                .anyMatch(reading -> comesOut(problem.model(), question.id(), value, reading)
                                        && isWork(problem, problem.model(), question.id(), value, reading))
                        || followsSlip(problem, question.id(), value, earlier));
    }

    /** Whether a slip gives this and a wrong answer before it, which it does not merely repeat. */
    private static boolean followsSlip(Problem problem, String id, Tensor value, Map<String, Tensor> earlier) {
        Model key = problem.model();
        Map<String, Tensor> wrong = new LinkedHashMap<>(earlier);
        wrong.entrySet().removeIf(answer -> !Values.differ(answer.getValue(), key.value(answer.getKey())));
        boolean repeated = wrong.entrySet().stream()
                        .filter(answer -> !Values.differ(answer.getValue(), value)
                                && Values.differ(key.value(answer.getKey()), key.value(id)))
                        .count()
                > 1;
        return !repeated
                && Stream.concat(
                                problem.slips().stream()
                                        .filter(slip -> slip.rank() != Slip.Rank.COARSE)
                                        .map(Slip::instead),
                                problem.errata().stream().map(Erratum::instead))
                        .map(key::with)
                        .anyMatch(slipped -> comesOut(slipped, id, value, earlier)
                                && wrong.entrySet().stream()
                                        .anyMatch(one -> comesOut(
                                                        slipped,
                                                        one.getKey(),
                                                        one.getValue(),
                                                        before(one.getKey(), earlier))
                                                || comesOut(slipped, one.getKey(), one.getValue(), Map.of()))
                                && isWork(problem, slipped, id, value, earlier));
    }

    private static Map<String, Tensor> before(String id, Map<String, Tensor> answers) {
        Map<String, Tensor> before = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> answer : answers.entrySet()) {
            if (answer.getKey().equals(id)) {
                break;
            }
            before.put(answer.getKey(), answer.getValue());
        }
        return before;
    }

    private static boolean isWork(Problem problem, Model worked, String id, Tensor value, Map<String, Tensor> reading) {
        Map<String, Tensor> sheet = new LinkedHashMap<>(reading);
        sheet.put(id, value);
        return !Values.isDegenerate(problem, worked, id, sheet, Hand.ALL);
    }

    private static boolean comesOut(Model model, String id, Tensor value, Map<String, Tensor> own) {
        try {
            return !Values.differ(value, model.value(id, own));
        } catch (ShapeException e) {
            return false;
        }
    }

    private static List<Map<String, Tensor>> readings(Model key, Map<String, Tensor> earlier) {
        Map<String, Tensor> wrong = new LinkedHashMap<>(earlier);
        wrong.entrySet().removeIf(answer -> !Values.differ(answer.getValue(), key.value(answer.getKey())));
        List<Map<String, Tensor>> readings = new ArrayList<>(List.of(earlier, wrong));
        wrong.keySet().forEach(id -> {
            Map<String, Tensor> others = new LinkedHashMap<>(earlier);
            others.remove(id);
            readings.add(others);
        });
        return readings;
    }
}
