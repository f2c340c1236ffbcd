package gradus.problems.audit;

import gradus.problems.Model;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which values on a sheet say nothing of the work behind them: zeros that no terms add up to, and numbers that one of
 * their own inputs is already. The rule knows nothing of how sheets are marked.
 */
final class Values {
    private static final double NOISE = 1e-9, SMALLEST = 1e-12, OTHER = 10, FEW = 100;

    private Values() {}

    static boolean differ(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            return true;
        }
        double[] x = a.toArray(), y = b.toArray();
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i] - y[i]) <= NOISE * Math.abs(y[i]) + SMALLEST * NOISE)) {
                return true;
            }
        }
        return false;
    }

    /** Half a unit of the last of so many digits; where they are not counted, few of them, such as those of 7 and 0.5, are exact. */
    private static double half(double written, int digits) {
        if (written == 0 || !Double.isFinite(written)) {
            return 0;
        }
        BigDecimal decimal = BigDecimal.valueOf(written).stripTrailingZeros();
        boolean whole = decimal.scale() <= 0;
        boolean few = whole ? Math.abs(written) < FEW : decimal.precision() < 2;
        double counted = digits >= Hand.ALL ? 0 : 0.5 * Math.pow(10, 1.0 - digits) * Math.abs(written);
        return few ? counted : 0.5 * Math.pow(10, -Math.max(0, decimal.scale()));
    }

    /** Whether numbers as they stand on a sheet may be roundings of these to so many digits. */
    static boolean isRounded(Tensor written, Tensor exact, int digits) {
        double share = digits >= Hand.ALL ? 0 : 0.5 * Math.pow(10, 1.0 - digits);
        double[] x = written.toArray(), y = exact.toArray();
        return written.shape().equals(exact.shape())
                && IntStream.range(0, x.length)
                        .allMatch(i -> Math.abs(x[i] - y[i]) <= (share + NOISE) * Math.abs(y[i]) + SMALLEST * NOISE);
    }

    /**
     * Whether an answer of a sheet is trivial, or repeats an earlier one, where the key does not.
     *
     * @param worked the formulas by which the sheet was worked out
     * @param digits that its numbers are written with
     */
    static boolean isDegenerate(Problem problem, Model worked, Map<String, Tensor> sheet, int digits) {
        Map<String, Tensor> own = new LinkedHashMap<>(sheet);
        own.entrySet()
                .removeIf(entry -> !entry.getValue()
                        .shape()
                        .equals(problem.model().value(entry.getKey()).shape()));
        List<String> ids = problem.questions().stream()
                .filter(Question::isComputed)
                .map(Question::id)
                .filter(own::containsKey)
                .toList();
        return ids.stream()
                .anyMatch(id -> isDegenerate(problem, worked, id, own, digits)
                        || ids.subList(0, ids.indexOf(id)).stream()
                                .anyMatch(earlier -> repeats(problem.model(), id, earlier, own)));
    }

    private static boolean repeats(Model key, String id, String earlier, Map<String, Tensor> own) {
        Tensor value = value(key, id, own), before = value(key, earlier, own);
        return value.rank() > 0 && !differ(value, before) && differ(key.value(id), key.value(earlier));
    }

    /** Whether an answer needed no work, and nothing like that holds for the key. */
    static boolean isDegenerate(Problem problem, Model worked, String id, Map<String, Tensor> own, int digits) {
        Map<String, Tensor> key = new LinkedHashMap<>();
        own.keySet().forEach(each -> key.put(each, problem.model().value(each)));
        return (isIdle(worked, id, own, digits) && !isIdle(problem.model(), id, key, digits))
                || isZeroAfterZero(problem, id, own);
    }

    private static boolean isZeroAfterZero(Problem problem, String id, Map<String, Tensor> own) {
        return isNewZero(problem.model(), id, own)
                && own.keySet().stream()
                        .filter(earlier -> problem.model().needs(id, earlier))
                        .anyMatch(earlier -> isNewZero(problem.model(), earlier, own));
    }

    private static boolean isNewZero(Model key, String id, Map<String, Tensor> own) {
        return isZero(value(key, id, own)) && !isZero(key.value(id));
    }

    /** Whether a value is zero or one of its inputs, and no two terms had a say in it. */
    private static boolean isIdle(Model model, String id, Map<String, Tensor> own, int digits) {
        Tensor value = value(model, id, own);
        Expression formula = model.formula(id);
        double half = value.rank() == 0 ? half(value.sum(), digits) : 0;
        double unseen = NOISE * largest(value) + half;
        List<Expression> terms = new ArrayList<>();
        terms(formula, terms);
        if (terms.stream()
                        .filter(term -> largest(model.value(term, id, own)) > unseen)
                        .count()
                > 1) {
            return false;
        }
        return isZero(value)
                || (value.rank() == 0
                        && !(formula instanceof Name)
                        && inputs(model, formula, own)
                                .anyMatch(name -> isUnchanged(model, id, value, half, name, own)));
    }

    /** Whether a number is this input, and would be it if that were another number. */
    private static boolean isUnchanged(
            Model model, String id, Tensor value, double half, String input, Map<String, Tensor> own) {
        Tensor before = value(model, input, own);
        if (differ(value, before)) {
            return false;
        }
        double moved = before.sum() + OTHER * (1 + Math.abs(before.sum()));
        Map<String, Tensor> other = new LinkedHashMap<>(own);
        other.put(input, Tensor.full(before.shape(), moved));
        return Math.abs(model.value(id, other).sum() - moved) <= half + NOISE * Math.abs(moved);
    }

    private static double largest(Tensor value) {
        return Arrays.stream(value.toArray()).map(Math::abs).max().orElse(0);
    }

    private static void terms(Expression formula, List<Expression> terms) {
        if (formula instanceof Apply sum && List.of("+", "-").contains(sum.operator())) {
            sum.arguments().forEach(argument -> terms(argument, terms));
        } else {
            terms.add(formula);
        }
    }

    private static Tensor value(Model model, String id, Map<String, Tensor> own) {
        Tensor written = own.get(id);
        return written == null ? model.value(id, own) : written;
    }

    private static boolean isZero(Tensor value) {
        return largest(value) == 0;
    }

    /** The numbers that a formula starts from: given ones, and those on the sheet. */
    private static Stream<String> inputs(Model model, Expression formula, Map<String, Tensor> own) {
        boolean derivative = formula.text().contains("gradient(");
        return formula.names().stream()
                .filter(name -> !derivative && model.formulas().containsKey(name))
                .filter(name ->
                        own.containsKey(name) || model.formula(name).names().isEmpty());
    }
}
