package gradus.problems.expression;

import gradus.reference.graph.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The closed list of operators, functions and constants that formulas and answers may use, and the nodes they stand for. */
public final class Operators {
    /** The derivative of its first argument with respect to its second: {@code gradient(mse, w11)}. */
    public static final String GRADIENT = "gradient";

    private static final String DETACH = "detach";
    private static final Set<String> ACTIVATIONS = Set.of("relu", "leaky", "sigmoid", "tanh");

    private static final Map<String, UnaryOperator<Node>> UNARY = Map.ofEntries(
            Map.entry("negate", Node::negate),
            Map.entry("exp", Node::exp),
            Map.entry("log", Node::log),
            Map.entry("ln", Node::log),
            Map.entry("log10", x -> x.log().divide(Node.constant(Math.log(10)))),
            Map.entry("log2", x -> x.log().divide(Node.constant(Math.log(2)))),
            Map.entry("sqrt", Node::sqrt),
            Map.entry("square", Node::square),
            Map.entry("abs", Node::abs),
            Map.entry("floor", Node::floor),
            Map.entry("ceil", x -> x.negate().floor().negate()),
            Map.entry("relu", Node::relu),
            Map.entry("norm", x -> x.square().sum().sqrt()),
            Map.entry("sin", Node::sin),
            Map.entry("cos", Node::cos),
            Map.entry("sigmoid", Node::sigmoid),
            Map.entry("tanh", Node::tanh),
            Map.entry("sum", Node::sum),
            Map.entry("mean", Node::mean),
            Map.entry("transpose", Node::transpose),
            Map.entry(DETACH, Node::detach));
    private static final Map<String, BinaryOperator<Node>> BINARY = Map.ofEntries(
            Map.entry("+", Node::plus),
            Map.entry("-", Node::minus),
            Map.entry("*", Node::times),
            Map.entry("/", Node::divide),
            Map.entry("@", Node::matmul),
            Map.entry("^", Node::power),
            Map.entry("max", Node::maximum),
            Map.entry("min", Node::minimum),
            Map.entry("leaky", Node::leaky));
    private static final Map<String, Double> CONSTANTS = Map.of(
            "pi", Math.PI,
            "e", Math.E,
            "nan", Double.NaN,
            "NaN", Double.NaN,
            "inf", Double.POSITIVE_INFINITY,
            "Inf", Double.POSITIVE_INFINITY,
            "infinity", Double.POSITIVE_INFINITY,
            "Infinity", Double.POSITIVE_INFINITY);

    private Operators() {}

    /** Whether a function of this name exists. */
    public static boolean isFunction(String name) {
        return UNARY.containsKey(name) || BINARY.containsKey(name) || name.equals(GRADIENT);
    }

    /** Whether an answer may use this function: not those that only serve differentiation. */
    static boolean isForAnswers(String function) {
        return !function.equals(GRADIENT) && !function.equals(DETACH);
    }

    /** Whether a constant of this name exists. */
    public static boolean isConstant(String name) {
        return CONSTANTS.containsKey(name);
    }

    /** The value of a constant, if there is one of this name. */
    public static Optional<Double> constant(String name) {
        return Optional.ofNullable(CONSTANTS.get(name));
    }

    /** Whether the operator is a function of one argument, so that it could be forgotten. */
    public static boolean isUnary(String operator) {
        return UNARY.containsKey(operator);
    }

    /** Whether the operator is a function between layers, applied to its first argument. */
    public static boolean isActivation(String operator) {
        return ACTIVATIONS.contains(operator);
    }

    /** Whether the formula is a derivative. */
    public static boolean isGradient(Expression formula) {
        return formula instanceof Expression.Apply apply && apply.operator().equals(GRADIENT);
    }

    /** The node that an operator makes of its arguments. */
    public static Node apply(String operator, List<Node> arguments) {
        UnaryOperator<Node> unary = UNARY.get(operator);
        if (unary != null) {
            return unary.apply(arguments.get(0));
        }
        BinaryOperator<Node> binary = BINARY.get(operator);
        if (binary == null) {
            throw new IllegalArgumentException("Operators.apply: no operator is called " + operator + ".");
        }
        return arguments.stream().reduce(binary).orElseThrow();
    }

    /** Refuses a function with arguments that it does not take. */
    static void check(String function, List<Expression> arguments, int column) {
        boolean many = function.equals("max") || function.equals("min");
        int expected = UNARY.containsKey(function) ? 1 : 2;
        if (many ? arguments.size() < expected : arguments.size() != expected) {
            throw new ExpressionException(
                    column,
                    function + " takes " + (many ? "at least " : "") + expected
                            + (expected == 1 ? " argument" : " arguments") + " but got " + arguments.size());
        }
        if (function.equals(GRADIENT) && !arguments.stream().allMatch(Expression.Name.class::isInstance)) {
            throw new ExpressionException(column, "gradient takes the names of two quantities");
        }
    }

    static String unknown(String name, Set<String> names) {
        Set<String> known = new TreeSet<>(names);
        known.addAll(UNARY.keySet());
        known.addAll(BINARY.keySet());
        Optional<String> nearest = Nearest.to(name, known);
        return "'" + name + "' is not known here"
                + nearest.map(near -> "; did you mean " + near + "?").orElse("");
    }
}
