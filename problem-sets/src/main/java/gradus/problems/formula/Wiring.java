package gradus.problems.formula;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.expression.Operators;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A computational graph with circles, {@code ?(a, b)}, that still lack their operator. */
public final class Wiring {
    private static final Pattern CIRCLE = Pattern.compile("\\?\\(([^(),]+)(?:,([^(),]+))?\\)");
    private static final double NOISE = 1e-9;

    private final Map<String, String> steps;
    private final List<String> circles;

    /** Steps over the inputs and the steps before them. */
    public Wiring(Set<String> inputs, Map<String, String> steps) {
        this.steps = new LinkedHashMap<>(steps);
        this.circles = steps.entrySet().stream()
                .filter(step -> step.getValue().startsWith("?"))
                .map(Map.Entry::getKey)
                .toList();
        Set<String> known = new TreeSet<>(inputs);
        steps.forEach((name, text) -> {
            if (Operators.isFunction(name) || Operators.isConstant(name)) {
                throw new IllegalArgumentException(
                        "expected a step with a name of its own but got the function " + name);
            }
            ExpressionParser.formula(formula(text, "a*b"), known);
            known.add(name);
        });
    }

    /** The steps that are circles, in order. */
    public List<String> circles() {
        return circles;
    }

    /** Whether two fillings, formulas of a and b, give the same finite values in the end. */
    public boolean agrees(List<String> filling, List<String> other, Map<String, Tensor> inputs) {
        try {
            Tensor a = last(filling, inputs), b = last(other, inputs);
            if (!a.shape().equals(b.shape())) {
                return false;
            }
            double[] own = a.toArray(), right = b.toArray();
            for (int i = 0; i < own.length; i++) {
                if (!(Math.abs(own[i] - right[i]) <= NOISE * Math.max(1, Math.abs(right[i])))) {
                    return false;
                }
            }
            return true;
        } catch (ShapeException e) {
            return false; // operators that do not fit together
        }
    }

    private Tensor last(List<String> filling, Map<String, Tensor> inputs) {
        Map<String, Tensor> values = new LinkedHashMap<>(inputs);
        List<Tensor> found = new ArrayList<>();
        steps.forEach((name, text) -> {
            int circle = circles.indexOf(name);
            String formula = formula(text, circle < 0 ? "" : filling.get(circle));
            Expression step = ExpressionParser.formula(formula, values.keySet());
            values.put(name, Numbers.value(step, values));
            found.add(values.get(name));
        });
        return found.get(found.size() - 1);
    }

    /** The formula of a step: a circle's operator on what enters it. */
    private static String formula(String text, String operator) {
        Matcher circle = CIRCLE.matcher(text);
        if (!circle.matches()) {
            return text;
        }
        String a = circle.group(1).strip();
        String b = circle.group(2) == null ? a : circle.group(2).strip();
        return operator.replaceAll("\\ba\\b", "@@1").replaceAll("\\bb\\b", b).replace("@@1", a);
    }
}
