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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A problem's quantities, each defined by a formula over earlier ones; given numbers are formulas too. Evaluating with
 * somebody's own values in the place of computed ones follows their errors: a later value, also a gradient, is what
 * comes out of theirs. Immutable.
 */
public final class Model {
    /** A formula's node, the leaves that a backward pass has to fill first, and all names below it, parents first. */
    private record Quantity(Node node, List<Derivative> derivatives, Set<String> needed) {}

    /** Stands for the derivative of one quantity with respect to another. */
    private record Derivative(Node place, String of, String by) {}

    private final Map<String, Expression> formulas;
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();

    /** The formulas in order: each may use the names before it. */
    public Model(Map<String, Expression> formulas) {
        this(formulas, Map.of());
    }

    private Model(Map<String, Expression> formulas, Map<String, Quantity> unchanged) {
        this.formulas = Collections.unmodifiableMap(new LinkedHashMap<>(formulas));
        this.formulas.forEach((name, formula) -> {
            Quantity quantity = unchanged.get(name);
            quantities.put(name, quantity == null ? quantity(formula) : quantity);
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
        Map<String, Quantity> unchanged = new HashMap<>(quantities);
        unchanged
                .entrySet()
                .removeIf(entry -> instead.containsKey(entry.getKey())
                        || !Collections.disjoint(entry.getValue().needed(), instead.keySet()));
        return new Model(changed, unchanged);
    }

    /** Whether a quantity is computed from another, directly or not. */
    public boolean needs(String name, String other) {
        return known(name).needed().contains(other);
    }

    /** The value of a quantity as the formulas give it. */
    public Tensor value(String name) {
        return value(name, Map.of());
    }

    /** The value of a quantity computed from somebody's own earlier values; their own value of it is left aside. */
    public Tensor value(String name, Map<String, Tensor> own) {
        return value(known(name), name, own);
    }

    /** The value of any formula over the quantities before {@code name}, computed from somebody's own earlier values. */
    public Tensor value(Expression formula, String name, Map<String, Tensor> own) {
        return value(quantity(formula), name, own);
    }

    /** The value of any formula over the quantities of the model. */
    public Tensor value(Expression formula) {
        return value(quantity(formula), "", Map.of());
    }

    private Tensor value(Quantity asked, String name, Map<String, Tensor> own) {
        Evaluation run = new Evaluation();
        for (String earlier : asked.needed()) {
            Tensor value = own.get(earlier);
            if (value == null) {
                fill(run, known(earlier), earlier, own);
            } else {
                run.put(known(earlier).node(), value);
            }
        }
        fill(run, asked, name, own);
        return run.value(asked.node());
    }

    private void fill(Evaluation run, Quantity quantity, String name, Map<String, Tensor> own) {
        for (Derivative d : quantity.derivatives()) {
            Map<Node, Tensor> given = ownGradients(d, name, own);
            run.put(
                    d.place(),
                    run.backward(known(d.of()).node(), given).of(known(d.by()).node()));
        }
    }

    /** Somebody's own gradients of the same output, but for {@code name}: what lies before them follows from them. */
    private Map<Node, Tensor> ownGradients(Derivative d, String name, Map<String, Tensor> own) {
        Map<Node, Tensor> given = new HashMap<>();
        own.forEach((earlier, value) -> {
            if (!earlier.equals(name)
                    && formula(earlier) instanceof Apply apply
                    && apply.operator().equals(Operators.GRADIENT)
                    && nameOf(apply.argument(0)).equals(d.of())) {
                given.put(known(nameOf(apply.argument(1))).node(), value);
            }
        });
        return given;
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
        Set<String> needed = new LinkedHashSet<>();
        Node node = node(formula, derivatives, needed);
        return new Quantity(formula instanceof Name ? node.same() : node, derivatives, needed);
    }

    private Node node(Expression formula, List<Derivative> derivatives, Set<String> needed) {
        if (formula instanceof Expression.Numeral number) {
            return Node.constant(number.value());
        }
        if (formula instanceof Name name) {
            return quantities.containsKey(name.name())
                    ? earlier(name.name(), needed)
                    : Node.constant(Operators.constant(name.name()).orElseThrow());
        }
        if (formula instanceof Apply apply && apply.operator().equals(Operators.GRADIENT)) {
            apply.arguments().forEach(argument -> earlier(nameOf(argument), needed));
            Node place = Node.input(formula.text());
            derivatives.add(new Derivative(place, nameOf(apply.argument(0)), nameOf(apply.argument(1))));
            return place;
        }
        List<Node> parts = formula.children().stream()
                .map(part -> node(part, derivatives, needed))
                .toList();
        return formula instanceof Apply apply ? Operators.apply(apply.operator(), parts) : Node.stack(parts);
    }

    private Node earlier(String name, Set<String> needed) {
        needed.addAll(known(name).needed());
        needed.add(name);
        return known(name).node();
    }

    private static String nameOf(Expression expression) {
        if (expression instanceof Name name) {
            return name.name();
        }
        throw new IllegalArgumentException(
                "Model: gradient expected the name of a quantity but got " + expression.text() + ".");
    }
}
