package gradus.problems.audit;

import gradus.problems.Model;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which values say nothing of the work behind them. */
final class Values {
    private static final double NOISE = 1e-11, OTHER = 0.5;

    private Values() {}

    static boolean differ(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            return true;
        }
        double[] x = a.toArray(), y = b.toArray();
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i] - y[i]) <= NOISE * Math.max(1e-12, Math.abs(y[i])))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an answer that the model changes is trivial, or repeats an earlier one, where the key does not. */
    static boolean isDegenerate(Problem problem, Model model) {
        List<String> ids = problem.questions().stream()
                .filter(Question::isComputed)
                .map(Question::id)
                .toList();
        return ids.stream()
                .anyMatch(id -> isDegenerate(problem.model(), id, model.value(id), model::value)
                        || ids.subList(0, ids.indexOf(id)).stream()
                                .anyMatch(one -> repeats(problem, model, id, one)
                                        || (isNewZero(problem, model, one) && isNewZero(problem, model, id))));
    }

    private static boolean isNewZero(Problem problem, Model model, String id) {
        return isZero(model.value(id)) && !isZero(problem.model().value(id));
    }

    private static boolean repeats(Problem problem, Model model, String id, String earlier) {
        return model.value(id).rank() > 0
                && !differ(model.value(id), model.value(earlier))
                && differ(problem.model().value(id), problem.model().value(earlier));
    }

    /** Whether a value is zero or unchanged from one of its inputs, and nothing like that holds for the key. */
    static boolean isDegenerate(Model key, String id, Tensor value, Function<String, Tensor> values) {
        Tensor right = key.value(id);
        return !isZero(right)
                && ((isZero(value) && isIdle(key, id, values))
                        || (isUnchanged(key, id, value, values) && !isUnchanged(key, id, right, key::value)));
    }

    private static boolean isZero(Tensor value) {
        return Arrays.stream(value.toArray()).allMatch(x -> x == 0);
    }

    /** Whether a zero needs no work: a derivative, or nothing but zeros enter. */
    private static boolean isIdle(Model model, String id, Function<String, Tensor> values) {
        return isDerivative(model, id)
                || inputs(model, id)
                        .filter(name -> isComputed(model, name))
                        .allMatch(name -> isZero(values.apply(name)));
    }

    private static boolean isDerivative(Model model, String id) {
        return model.formula(id).text().contains("gradient(");
    }

    private static boolean isComputed(Model model, String name) {
        return !model.formula(name).names().isEmpty();
    }

    /** Whether a value is one of its inputs, also if that is another, and no other input that was computed had a say. */
    private static boolean isUnchanged(Model model, String id, Tensor value, Function<String, Tensor> values) {
        return !isDerivative(model, id)
                && inputs(model, id)
                        .filter(name -> !differ(value, values.apply(name)))
                        .filter(name -> inputs(model, id)
                                .filter(other -> !other.equals(name) && isComputed(model, other))
                                .allMatch(other -> isZero(values.apply(other))))
                        .anyMatch(name -> passesOn(model, id, name, values));
    }

    private static boolean passesOn(Model model, String id, String name, Function<String, Tensor> values) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        inputs(model, id).forEach(input -> own.put(input, values.apply(input)));
        Tensor other = values.apply(name).plus(OTHER);
        own.put(name, other);
        return !differ(model.value(id, own), other);
    }

    private static Stream<String> inputs(Model model, String id) {
        return model.formula(id).names().stream().filter(model.formulas()::containsKey);
    }
}
