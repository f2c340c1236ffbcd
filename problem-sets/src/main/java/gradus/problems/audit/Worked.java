package gradus.problems.audit;

import gradus.problems.Model;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whole sheets as a student works them out, by the problem's formulas or by others. */
final class Worked {
    private static final double SHARE = 0.009;

    private Worked() {}

    /** The keys, written by hand; with {@code kept}, going on with rounded numbers as far as that spoils nothing. */
    static Map<String, String> out(Problem problem, Model model, Hand hand, boolean kept) {
        return out(problem, model, hand, kept, new LinkedHashMap<>());
    }

    /** The same; what stands on the sheet is put in {@code own}. */
    static Map<String, String> out(Problem problem, Model model, Hand hand, boolean kept, Map<String, Tensor> own) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : problem.questions()) {
            if (!question.isComputed()) {
                answers.put(question.id(), question.kind().orElseThrow().key());
                continue;
            }
            Tensor exact = kept ? model.value(question.id(), own) : model.value(question.id());
            Hand used = isExact(question) ? new Hand(Hand.ALL, Hand.Notation.POINT) : hand;
            while (used.digits() < Hand.ALL && !isReasonable(used.rounded(exact), model.value(question.id()))) {
                used = used.finer();
            }
            if (!isReasonable(used.rounded(exact), model.value(question.id()))) {
                exact = model.value(question.id());
            }
            answers.put(question.id(), text(question, used, exact));
            own.put(question.id(), used.rounded(exact));
        }
        return answers;
    }

    private static boolean isExact(Question question) {
        return question.counts() || question.shape().isPresent();
    }

    static String text(Question question, Hand hand, Tensor value) {
        return question.shape().isPresent()
                ? hand.text(value).replaceAll("[\\[\\]() ]", "").replace(',', 'x')
                : hand.text(value);
    }

    private static boolean isReasonable(Tensor rounded, Tensor exact) {
        double[] a = rounded.toArray(), b = exact.toArray();
        for (int i = 0; i < a.length; i++) {
            if (!(Math.abs(a[i] - b[i]) <= SHARE * Math.abs(b[i]))) {
                return false;
            }
        }
        return true;
    }
}
