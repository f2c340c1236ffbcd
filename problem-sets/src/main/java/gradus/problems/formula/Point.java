package gradus.problems.formula;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Operators;
import gradus.problems.expression.Symbols;
import gradus.reference.graph.Evaluation;
import gradus.reference.graph.Node;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Values for all symbols, at which formulas are evaluated; products are those of matrices where shapes say so. */
final class Point {
    private final Map<String, Tensor> values;
    private final Lengths lengths;
    private final Seed seed;

    Point(Map<String, Tensor> values, Lengths lengths, Seed seed) {
        this.values = Map.copyOf(values);
        this.lengths = lengths;
        this.seed = seed;
    }

    /** A shape in letters. */
    String shown(Tensor value) {
        return value.rank() == 0 ? "a number" : lengths.shown(value.shape());
    }

    /** The value of a formula; says in letters which shapes do not conform. */
    Tensor value(Expression formula) {
        if (formula instanceof Numeral number) {
            return number(number.value());
        }
        if (formula instanceof Name name) {
            Tensor value = values.get(name.name());
            return value == null ? number(Operators.constant(name.name()).orElseThrow()) : value;
        }
        List<Tensor> parts = formula.children().stream().map(this::value).toList();
        return formula instanceof Apply apply
                ? applied(apply, parts)
                : run(() -> Tensor.stack(0, parts), formula, parts);
    }

    private Tensor applied(Apply apply, List<Tensor> parts) {
        String operator = apply.operator();
        Tensor first = parts.get(0);
        if (operator.equals("*")) {
            return product(apply, first, parts.get(1));
        }
        if (operator.equals("\u2218")) {
            return run(() -> first.times(parts.get(1)), apply, parts);
        }
        if (operator.equals(Symbols.INVERSE) || (operator.equals("^") && isInverse(first, apply.argument(1)))) {
            return run(() -> inverse(first), apply, parts);
        }
        if (Symbols.SUMS.contains(operator)) {
            return run(() -> sum(first, Symbols.SUMS.indexOf(operator)), apply, parts);
        }
        if (Symbols.order(operator) > 0 || !(Operators.isFunction(operator) || isSign(operator))) {
            return function(Symbols.base(operator), Symbols.order(operator), first);
        }
        if (operator.equals("transpose") && first.rank() < 2) {
            return first;
        }
        List<Node> nodes = parts.stream().map(Node::constant).toList();
        return run(() -> new Evaluation().value(Operators.apply(operator, nodes)), apply, parts);
    }

    private static boolean isSign(String operator) {
        return !Character.isLetter(operator.charAt(0)) || operator.equals("negate");
    }

    private Tensor product(Apply apply, Tensor a, Tensor b) {
        boolean square = a.rank() == 2 && a.dim(0) == a.dim(1);
        boolean entries = a.rank() == 0 || b.rank() == 0 || (a.shape().equals(b.shape()) && !square);
        boolean single = a.size() == 1 || b.size() == 1;
        boolean conforms = a.rank() == 2 && b.rank() == 2 && a.dim(1) == b.dim(0);
        return run(() -> entries || (single && !conforms) ? a.times(b) : a.matmul(b), apply, List.of(a, b));
    }

    private static boolean isInverse(Tensor base, Expression exponent) {
        return base.rank() == 2 && base.size() > 1 && exponent.text().equals("-1");
    }

    private static Tensor inverse(Tensor matrix) {
        if (matrix.rank() == 0) {
            return number(1 / matrix.sum());
        }
        try {
            return matrix.solve(Tensor.eye(matrix.dim(0)));
        } catch (ArithmeticException e) {
            return Tensor.full(matrix.shape(), Double.NaN); // a singular matrix has no inverse
        }
    }

    /** The sum along an axis, which stays with length 1. */
    private static Tensor sum(Tensor value, int axis) {
        return new Evaluation().value(Node.constant(value).sumKeep(axis));
    }

    /** A known activation's derivative, or a smooth function drawn at random, differentiated so many times. */
    private Tensor function(String name, int order, Tensor x) {
        if (name.equals("sigmoid") && order == 1) {
            return x.map(v -> Math.exp(-Math.abs(v)) / Math.pow(1 + Math.exp(-Math.abs(v)), 2));
        }
        if (name.equals("tanh") && order == 1) {
            return x.map(v -> 1 - Math.tanh(v) * Math.tanh(v));
        }
        if (name.equals("relu") && order == 1) {
            return x.map(v -> v > 0 ? 1 : 0);
        }
        Seed own = seed.named(name);
        double a = 0.5 + own.uniform(0), b = 0.5 + own.uniform(1), c = own.uniform(2);
        return x.map(v -> a * Math.pow(b, order) * Math.sin(b * v + c + order * Math.PI / 2));
    }

    private interface Step {
        Tensor value();
    }

    private Tensor run(Step step, Expression formula, List<Tensor> parts) {
        try {
            return step.value();
        } catch (IllegalArgumentException e) {
            String shown = formula.text().replaceAll("transpose\\(([\\p{L}\\p{N}_]+)\\)", "$1^T");
            String shapes = String.join(" and ", parts.stream().map(this::shown).toList());
            throw new ShapeException("the shapes do not conform in " + shown + ": " + shapes);
        }
    }

    private static Tensor number(double value) {
        return Tensor.full(Shape.of(), value);
    }
}
