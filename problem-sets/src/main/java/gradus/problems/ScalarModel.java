package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Expression.Sequence;
import gradus.problems.expression.Operators;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The numbers among a problem's quantities, computed in plain doubles: what a graph gives, without its tensors. What is no
 * number, or rests on something that is none, is left to the graph.
 */
final class ScalarModel {
    private final Map<String, Integer> places;
    /** What computes each quantity, in order; null for what is no number. */
    private final @Nullable Scalar[] scalars;
    /** Which quantities are numbers that rest on numbers alone; made when first needed. */
    private volatile boolean @Nullable [] numbers;

    ScalarModel(Map<String, Expression> formulas) {
        places = new HashMap<>();
        scalars = new Scalar[formulas.size()];
        formulas.forEach((name, formula) -> {
            int place = places.size();
            scalars[place] = compiled(formula, place);
            places.put(name, place);
        });
    }

    private ScalarModel(Map<String, Integer> places, @Nullable Scalar[] scalars) {
        this.places = places;
        this.scalars = scalars;
    }

    /** The same quantities with other formulas for some. */
    ScalarModel with(Map<String, Expression> instead) {
        ScalarModel other = new ScalarModel(places, scalars.clone());
        places.entrySet().stream()
                .filter(entry -> instead.containsKey(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> other.scalars[entry.getValue()] =
                        other.compiled(instead.get(entry.getKey()), entry.getValue()));
        return other;
    }

    /** A run over given numbers; those that are vectors or matrices are left to the graph. */
    ScalarRun run(Map<String, Tensor> given) {
        ScalarRun run = new ScalarRun(scalars);
        given.forEach((name, value) -> {
            Integer place = places.get(name);
            if (place != null && value.rank() == 0) {
                run.put(place, value.get());
            }
        });
        return run;
    }

    /** A run over what another run, of the same quantities, was given. */
    ScalarRun run(ScalarRun given) {
        return new ScalarRun(scalars, given);
    }

    /** The place in a run of a number that rests on numbers alone; -1 if it is none. */
    int place(String name) {
        Integer place = places.get(name);
        return place == null || !numbers()[place] ? -1 : place;
    }

    /** What computes the entries of a list in the place of a quantity; empty if they are not all numbers. */
    List<Scalar> row(Sequence list, String name) {
        int place = places.getOrDefault(name, scalars.length);
        boolean[] known = numbers();
        List<Scalar> row = new ArrayList<>();
        for (Expression entry : list.entries()) {
            Scalar scalar = compiled(entry, place);
            if (scalar == null || !scalar.isNumber(known)) {
                return List.of();
            }
            row.add(scalar);
        }
        return row;
    }

    private boolean[] numbers() {
        boolean[] known = numbers;
        if (known == null) {
            known = new boolean[scalars.length];
            for (int i = 0; i < known.length; i++) {
                Scalar scalar = scalars[i];
                known[i] = scalar != null && scalar.isNumber(known);
            }
            numbers = known;
        }
        return known;
    }

    boolean isComplete() {
        return Arrays.stream(scalars).noneMatch(scalar -> scalar == null);
    }

    /** The value of a quantity over somebody's own earlier values; empty if it is no number. */
    OptionalDouble value(String name, Map<String, Double> own) {
        Integer place = places.get(name);
        return place == null ? OptionalDouble.empty() : value(scalars[place], place, own);
    }

    /** The value of a formula over the quantities before {@code name}. */
    OptionalDouble value(Expression formula, String name, Map<String, Double> own) {
        int place = places.getOrDefault(name, scalars.length);
        return value(compiled(formula, place), place, own);
    }

    private OptionalDouble value(@Nullable Scalar scalar, int place, Map<String, Double> own) {
        if (scalar == null) {
            return OptionalDouble.empty();
        }
        ScalarRun run = new ScalarRun(scalars);
        for (Map.Entry<String, Double> entry : own.entrySet()) {
            Integer at = places.get(entry.getKey());
            if (at != null && at != place) {
                if (entry.getValue().isNaN()) {
                    return OptionalDouble.empty(); // no number
                }
                run.put(at, entry.getValue());
            }
        }
        double value = scalar.value(run);
        return run.isComplete() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private @Nullable Scalar compiled(@Nullable Expression formula, int place) {
        if (formula instanceof Numeral number) {
            return new Scalar.Fixed(number.value());
        }
        if (formula instanceof Name name) {
            Integer at = places.get(name.name());
            return at == null
                    ? Operators.constant(name.name())
                            .map(value -> (Scalar) new Scalar.Fixed(value))
                            .orElse(null)
                    : at < place ? new Scalar.Place(at) : null;
        }
        return formula instanceof Apply apply ? applied(apply, place) : null;
    }

    private @Nullable Scalar applied(Apply apply, int place) {
        List<Expression> arguments = apply.arguments();
        Scalar a = compiled(arguments.get(0), place);
        if (arguments.size() == 1) {
            Scalar.Function function = Scalar.FUNCTIONS.get(apply.operator());
            return a == null || function == null ? null : new Scalar.Unary(function, a);
        }
        Scalar b = compiled(arguments.get(1), place);
        if (a == null || b == null || arguments.size() > 2) {
            return null;
        }
        if (apply.operator().equals(Operators.GRADIENT)) {
            return a instanceof Scalar.Place of && b instanceof Scalar.Place by
                    ? new Scalar.Gradient(of.at(), by.at())
                    : null;
        }
        Scalar.Operation operation = Scalar.OPERATIONS.get(apply.operator());
        return operation == null ? null : new Scalar.Binary(operation, a, b);
    }
}
