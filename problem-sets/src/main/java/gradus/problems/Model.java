package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Sequence;
import gradus.problems.expression.Operators;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A problem's quantities, each defined by a formula over earlier ones; given numbers are formulas too. Evaluating with
 * somebody's own values in the place of computed ones follows their errors: a later value, also a gradient, is what
 * comes out of theirs. Immutable. Numbers are computed by {@link ScalarModel}, everything else by {@link GraphModel};
 * values that nobody's own ones change are kept.
 */
public final class Model {
    private final Map<String, Expression> formulas;
    private final ScalarModel scalars;
    private final Map<String, Tensor> values = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> needed = new ConcurrentHashMap<>();
    private final Map<String, Boolean> differentiating = new ConcurrentHashMap<>();
    private final Map<String, List<Scalar>> rows = new ConcurrentHashMap<>();
    private volatile @Nullable GraphModel graph;

    /** The formulas in order: each may use the names before it. */
    public Model(Map<String, Expression> formulas) {
        this(Collections.unmodifiableMap(new LinkedHashMap<>(formulas)), new ScalarModel(formulas));
        if (!scalars.isComplete()) {
            graph();
        }
    }

    private Model(Map<String, Expression> formulas, ScalarModel scalars) {
        this.formulas = formulas;
        this.scalars = scalars;
    }

    /** All quantities in order. */
    public Map<String, Expression> formulas() {
        return formulas;
    }

    /** The formula of one quantity. */
    public Expression formula(String name) {
        Expression formula = formulas.get(name);
        if (formula == null) {
            throw new IllegalArgumentException("Model.formula: no quantity is called " + name + ".");
        }
        return formula;
    }

    /** The same model with other formulas for some of its quantities. */
    public Model with(Map<String, Expression> instead) {
        Map<String, Expression> changed = new LinkedHashMap<>(formulas);
        instead.forEach((name, formula) -> {
            formula(name);
            changed.put(name, formula);
        });
        return new Model(Collections.unmodifiableMap(changed), scalars.with(instead));
    }

    /** Whether a quantity is computed from another, directly or not. */
    public boolean needs(String name, String other) {
        return needed(name).contains(other);
    }

    private Set<String> needed(String name) {
        Set<String> known = needed.get(name);
        if (known == null) {
            Set<String> all = new HashSet<>();
            for (String earlier : formula(name).names()) {
                if (formulas.containsKey(earlier)) {
                    all.add(earlier);
                    all.addAll(needed(earlier));
                }
            }
            known = Set.copyOf(all);
            needed.put(name, known);
        }
        return known;
    }

    /** The value of a quantity as the formulas give it; not to be written to. */
    public Tensor value(String name) {
        Tensor known = values.get(name);
        if (known == null) {
            known = computed(name, Map.of());
            values.put(name, known);
        }
        return known;
    }

    /** The value of a quantity computed from somebody's own earlier values; their own value of it is left aside. */
    public Tensor value(String name, Map<String, Tensor> own) {
        boolean untouched =
                own.isEmpty() || (Collections.disjoint(own.keySet(), needed(name)) && !differentiates(name));
        return untouched ? value(name) : computed(name, own);
    }

    /** Whether a quantity rests on a derivative, which somebody's own derivatives may change. */
    private boolean differentiates(String name) {
        return differentiating.computeIfAbsent(
                name,
                asked -> isDerivative(formula(asked))
                        || needed(asked).stream().anyMatch(earlier -> isDerivative(formula(earlier))));
    }

    /** Whether a quantity is computed by a derivative which is not among these. */
    boolean differentiates(String name, Set<String> known) {
        return isDerivative(formula(name))
                || needed(name).stream()
                        .anyMatch(earlier -> !known.contains(earlier) && isDerivative(formula(earlier)));
    }

    private static boolean isDerivative(Expression formula) {
        return Operators.isGradient(formula) || formula.children().stream().anyMatch(Model::isDerivative);
    }

    private Tensor computed(String name, Map<String, Tensor> own) {
        OptionalDouble number = scalars.value(name, numbers(own));
        return number.isPresent() ? number(number.getAsDouble()) : graph().value(name, own);
    }

    /** The value of any formula over the quantities before {@code name}, computed from somebody's own earlier values. */
    public Tensor value(Expression formula, String name, Map<String, Tensor> own) {
        OptionalDouble number = scalars.value(formula, name, numbers(own));
        return number.isPresent() ? number(number.getAsDouble()) : graph().value(formula, name, own);
    }

    /** The value of any formula over the quantities of the model. */
    public Tensor value(Expression formula) {
        return value(formula, "", Map.of());
    }

    /** The values over other given numbers, each computed once. */
    Workings over(Map<String, Tensor> given) {
        return new Workings(this, scalars.run(given), given);
    }

    /** A run over the given numbers of another one. */
    ScalarRun run(ScalarRun given) {
        return scalars.run(given);
    }

    /** The place of a number that rests on numbers alone; -1 if it is none. */
    int place(String name) {
        return scalars.place(name);
    }

    /** What computes the entries of a list of numbers; empty if it is none. */
    List<Scalar> row(String name) {
        List<Scalar> known = rows.get(name);
        if (known == null) {
            known = formula(name) instanceof Sequence list ? scalars.row(list, name) : List.of();
            rows.put(name, known);
        }
        return known;
    }

    GraphModel graph() {
        GraphModel made = graph;
        if (made == null) {
            made = new GraphModel(formulas);
            graph = made;
        }
        return made;
    }

    private static Map<String, Double> numbers(Map<String, Tensor> own) {
        Map<String, Double> numbers = new HashMap<>();
        own.forEach((name, value) -> numbers.put(name, value.rank() == 0 ? value.get() : Double.NaN));
        return numbers;
    }

    static Tensor number(double value) {
        return Tensor.full(Shape.of(), value);
    }
}
