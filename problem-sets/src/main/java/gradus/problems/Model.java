package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import gradus.reference.graph.Evaluation;
import gradus.reference.graph.Node;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A problem's quantities, each defined by a formula over earlier ones; given numbers are formulas too. Evaluating with
 * somebody's own values in the place of computed ones follows their errors: a later value, also a gradient, is what
 * comes out of theirs. Immutable.
 */
public final class Model {
    /** A formula's node, with the leaves that a backward pass has to fill first. */
    private record Quantity(Node node, List<Derivative> derivatives) {}

    /** Stands for the derivative of one quantity with respect to another. */
    private record Derivative(Node place, String of, String by) {}

    private final Map<String, Expression> formulas;
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();

    /** The formulas in order: each may use the names before it. */
    public Model(Map<String, Expression> formulas) {
        this.formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
        this.formulas.forEach((name, formula) -> {
            quantities.put(name, quantity(formula));
            needs.put(name, closure(formula));
        });
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
        return new Model(changed);
    }

    /** Whether a quantity is computed from another, directly or not. */
    public boolean needs(String name, String other) {
        return needs.getOrDefault(name, Set.of()).contains(other);
    }

    /** The value of a quantity as the formulas give it. */
    public Tensor value(String name) {
        return value(name, Map.of());
    }

    /** The value of a quantity computed from somebody's own earlier values; their own value of it is left aside. */
    public Tensor value(String name, Map<String, Tensor> own) {
        return value(formula(name), name, own);
    }

    /** The value of any formula over the quantities before {@code name}, computed from somebody's own earlier values. */
    public Tensor value(Expression formula, String name, Map<String, Tensor> own) {
        Evaluation run = new Evaluation();
        Set<String> needed = closure(formula);
        for (String earlier : before(name)) {
            if (needed.contains(earlier)) {
                fill(run, known(earlier), earlier, own);
                Tensor value = own.get(earlier);
                if (value != null) {
                    run.put(known(earlier).node(), value);
                }
            }
        }
        Quantity asked = formula == formulas.get(name) ? known(name) : quantity(formula);
        fill(run, asked, name, own);
        return run.value(asked.node());
    }

    /** The value of any formula over the quantities of the model. */
    public Tensor value(Expression formula) {
        Map<String, Expression> extended = new LinkedHashMap<>(formulas);
        extended.put("", formula);
        return new Model(extended).value("");
    }

    private void fill(Evaluation run, Quantity quantity, String name, Map<String, Tensor> own) {
        for (Derivative d : quantity.derivatives()) {
            Map<Node, Tensor> given = ownGradients(d, name, own);
            run.put(
                    d.place(),
                    run.backward(known(d.of()).node(), given).of(known(d.by()).node()));
        }
    }

    /** Somebody's own gradients of the same output, asked before {@code name}: what lies before them follows from them. */
    private Map<Node, Tensor> ownGradients(Derivative d, String name, Map<String, Tensor> own) {
        Map<Node, Tensor> given = new HashMap<>();
        for (String earlier : before(name)) {
            Tensor value = own.get(earlier);
            if (value != null
                    && formula(earlier) instanceof Apply apply
                    && apply.operator().equals(Operators.GRADIENT)
                    && nameOf(apply.argument(0)).equals(d.of())) {
                given.put(known(nameOf(apply.argument(1))).node(), value);
            }
        }
        return given;
    }

    private List<String> before(String name) {
        List<String> names = new ArrayList<>(formulas.keySet());
        return names.subList(0, names.indexOf(name));
    }

    private Quantity known(String name) {
        Quantity quantity = quantities.get(name);
        if (quantity == null) {
            throw new IllegalArgumentException("Model: expected a quantity defined earlier but got " + name + ".");
        }
        return quantity;
    }

    private Quantity quantity(Expression formula) {
        List<Derivative> derivatives = new ArrayList<>();
        return new Quantity(node(formula, derivatives), derivatives);
    }

    private Node node(Expression formula, List<Derivative> derivatives) {
        if (formula instanceof Expression.Numeral number) {
            return Node.constant(number.value());
        }
        if (formula instanceof Name name) {
            Quantity quantity = quantities.get(name.name());
            return quantity != null
                    ? quantity.node()
                    : Node.constant(Operators.constant(name.name()).orElseThrow());
        }
        if (formula instanceof Apply apply && apply.operator().equals(Operators.GRADIENT)) {
            Node place = Node.input(formula.text());
            derivatives.add(new Derivative(place, nameOf(apply.argument(0)), nameOf(apply.argument(1))));
            return place;
        }
        List<Node> parts =
                formula.children().stream().map(part -> node(part, derivatives)).toList();
        return formula instanceof Apply apply ? Operators.apply(apply.operator(), parts) : Node.stack(parts);
    }

    private Set<String> closure(Expression formula) {
        Set<String> all = new TreeSet<>();
        for (String name : formula.names()) {
            all.add(name);
            all.addAll(needs.getOrDefault(name, Set.of()));
        }
        return all;
    }

    private static String nameOf(Expression expression) {
        if (expression instanceof Name name) {
            return name.name();
        }
        throw new IllegalArgumentException(
                "Model: gradient expected the name of a quantity but got " + expression.text() + ".");
    }
}
