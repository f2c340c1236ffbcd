package gradus.problems;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A formula over numbers: its value, and how a gradient passes back through it. The conventions are those of the graph. */
sealed interface Scalar {
    double value(ScalarRun run);

    /** Adds the messages to the quantities that the formula names; NaN stands where none has come yet. */
    void back(ScalarRun run, double upstream, double[] gradients);

    /** Whether all that the formula names are numbers. */
    boolean isNumber(boolean[] numbers);

    /** A function of one number and its derivative, which may use the function's value. */
    record Function(DoubleUnaryOperator value, Slope slope) {}

    /** A derivative at x, where the value is y. */
    interface Slope {
        double at(double x, double y);
    }

    /** An operator on two numbers and its derivatives. */
    record Operation(Two value, Two left, Two right) {}

    /** A function of two numbers. */
    interface Two {
        double of(double a, double b);
    }

    Map<String, Function> FUNCTIONS = Map.ofEntries(
            Map.entry("negate", new Function(x -> -x, (x, y) -> -1)),
            Map.entry("exp", new Function(Math::exp, (x, y) -> y)),
            Map.entry("log", new Function(Math::log, (x, y) -> 1 / x)),
            Map.entry("ln", new Function(Math::log, (x, y) -> 1 / x)),
            Map.entry("log10", new Function(x -> Math.log(x) / Math.log(10), (x, y) -> 1 / (x * Math.log(10)))),
            Map.entry("log2", new Function(x -> Math.log(x) / Math.log(2), (x, y) -> 1 / (x * Math.log(2)))),
            Map.entry("sqrt", new Function(Math::sqrt, (x, y) -> 1 / (2 * y))),
            Map.entry("square", new Function(x -> x * x, (x, y) -> 2 * x)),
            Map.entry("abs", new Function(Math::abs, (x, y) -> Math.signum(x))),
            Map.entry("floor", new Function(Math::floor, (x, y) -> 0)),
            Map.entry("ceil", new Function(Math::ceil, (x, y) -> 0)),
            Map.entry("relu", new Function(x -> Math.max(x, 0), (x, y) -> x > 0 ? 1 : 0)),
            Map.entry("sigmoid", new Function(x -> 1 / (1 + Math.exp(-x)), (x, y) -> y * (1 - y))),
            Map.entry("tanh", new Function(Math::tanh, (x, y) -> 1 - y * y)),
            Map.entry("sin", new Function(Math::sin, (x, y) -> Math.cos(x))),
            Map.entry("cos", new Function(Math::cos, (x, y) -> -Math.sin(x))),
            Map.entry("sum", new Function(x -> x, (x, y) -> 1)),
            Map.entry("mean", new Function(x -> x, (x, y) -> 1)),
            Map.entry("detach", new Function(x -> x, (x, y) -> 0)));

    Map<String, Operation> OPERATIONS = Map.of(
            "+", new Operation((a, b) -> a + b, (a, b) -> 1, (a, b) -> 1),
            "-", new Operation((a, b) -> a - b, (a, b) -> 1, (a, b) -> -1),
            "*", new Operation((a, b) -> a * b, (a, b) -> b, (a, b) -> a),
            "/", new Operation((a, b) -> a / b, (a, b) -> 1 / b, (a, b) -> -a / (b * b)),
            "^", new Operation(Math::pow, (a, b) -> b * Math.pow(a, b - 1), (a, b) -> Math.pow(a, b) * Math.log(a)),
            "max", new Operation(Math::max, (a, b) -> a > b ? 1 : 0, (a, b) -> a > b ? 0 : 1),
            "min", new Operation(Math::min, (a, b) -> a < b ? 1 : 0, (a, b) -> a < b ? 0 : 1),
            "leaky", new Operation((x, s) -> x > 0 ? x : x * s, (x, s) -> x > 0 ? 1 : s, (x, s) -> x > 0 ? 0 : x));

    /** A literal. */
    record Fixed(double number) implements Scalar {
        @Override
        public double value(ScalarRun run) {
            return number;
        }

        @Override
        public void back(ScalarRun run, double upstream, double[] gradients) {}

        @Override
        public boolean isNumber(boolean[] numbers) {
            return true;
        }
    }

    /** An earlier quantity. */
    record Place(int at) implements Scalar {
        @Override
        public double value(ScalarRun run) {
            return run.value(at);
        }

        @Override
        public void back(ScalarRun run, double upstream, double[] gradients) {
            gradients[at] = Double.isNaN(gradients[at]) ? upstream : gradients[at] + upstream;
        }

        @Override
        public boolean isNumber(boolean[] numbers) {
            return numbers[at];
        }
    }

    /** A derivative, through which no gradient passes. */
    record Gradient(int of, int by) implements Scalar {
        @Override
        public double value(ScalarRun run) {
            return run.gradient(of, by);
        }

        @Override
        public void back(ScalarRun run, double upstream, double[] gradients) {}

        @Override
        public boolean isNumber(boolean[] numbers) {
            return numbers[of] && numbers[by];
        }
    }

    /** A function of one formula. */
    record Unary(Function function, Scalar argument) implements Scalar {
        @Override
        public double value(ScalarRun run) {
            return function.value().applyAsDouble(argument.value(run));
        }

        @Override
        public void back(ScalarRun run, double upstream, double[] gradients) {
            double x = argument.value(run);
            argument.back(
                    run, upstream * function.slope().at(x, function.value().applyAsDouble(x)), gradients);
        }

        @Override
        public boolean isNumber(boolean[] numbers) {
            return argument.isNumber(numbers);
        }
    }

    /** An operator on two formulas. */
    record Binary(Operation operation, Scalar left, Scalar right) implements Scalar {
        @Override
        public double value(ScalarRun run) {
            return operation.value().of(left.value(run), right.value(run));
        }

        @Override
        public void back(ScalarRun run, double upstream, double[] gradients) {
            double a = left.value(run), b = right.value(run);
            left.back(run, upstream * operation.left().of(a, b), gradients);
            right.back(run, upstream * operation.right().of(a, b), gradients);
        }

        @Override
        public boolean isNumber(boolean[] numbers) {
            return left.isNumber(numbers) && right.isNumber(numbers);
        }
    }
}
