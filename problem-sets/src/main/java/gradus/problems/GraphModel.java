package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import gradus.reference.graph.Evaluation;
import gradus.reference.graph.Gradients;
import gradus.reference.graph.Node;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A problem's quantities as nodes of a graph, for values of any shape. Immutable. */
final class GraphModel {
    /** A formula's node, the leaves that a backward pass has to fill first, and all names below it, parents first. */
    private record Quantity(Node node, List<Derivative> derivatives, Set<String> needed) {}

    /** Stands for the derivative of one quantity with respect to another. */
    private record Derivative(Node place, String of, String by) {}

    private final Map<String, Expression> formulas;
    private final Map<String, Quantity> quantities = new LinkedHashMap<>();

    GraphModel(Map<String, Expression> formulas) {
        this.formulas = formulas;
        formulas.forEach((name, formula) -> quantities.put(name, quantity(formula)));
    }

    /** The value of a quantity computed from somebody's own earlier values; their own value of it is left aside. */
    Tensor value(String name, Map<String, Tensor> own) {
        return value(known(name), name, own);
    }

    /** The value of any formula over the quantities before {@code name}, computed from somebody's own earlier values. */
    Tensor value(Expression formula, String name, Map<String, Tensor> own) {
        return value(quantity(formula), name, own);
    }

    /** One run over given numbers, in which everything is computed once. */
    final class Run {
        private final Evaluation run = new Evaluation();
        private final Function<String, @Nullable Tensor> numbers;
        private final Set<String> known = new HashSet<>();
        private final Map<String, Gradients> gradients = new HashMap<>();

        /** A run over given numbers, which leaves to somebody else what that one can compute without a graph. */
        Run(Map<String, Tensor> given, Function<String, @Nullable Tensor> numbers) {
            this.numbers = numbers;
            given.forEach((name, value) -> {
                run.put(known(name).node(), value);
                known.add(name);
            });
        }

        /** The value of a quantity. */
        Tensor value(String name) {
            known(name).needed().forEach(this::fill);
            fill(name);
            return run.value(known(name).node());
        }

        private void fill(String name) {
            if (known.contains(name)) {
                return;
            }
            List<Derivative> derivatives = known(name).derivatives();
            List<Tensor> slopes = derivatives.stream()
                    .map(d -> gradients(d.of()).of(known(d.by()).node()))
                    .toList();
            known.add(name);
            for (int i = 0; i < slopes.size(); i++) {
                run.put(derivatives.get(i).place(), slopes.get(i));
            }
            Tensor number = derivatives.isEmpty() ? numbers.apply(name) : null;
            if (number != null) {
                run.put(known(name).node(), number);
            }
        }

        private Gradients gradients(String of) {
            Gradients found = gradients.get(of);
            if (found == null) {
                found = run.backward(known(of).node());
                gradients.put(of, found);
            }
            return found;
        }

        private Quantity known(String name) {
            return GraphModel.this.known(name);
        }
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
                    && formulas.get(earlier) instanceof Apply apply
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
        return formula instanceof Apply apply
                ? Operators.apply(apply.operator(), parts)
                : formula.names().isEmpty() ? literal(parts) : Node.stack(parts);
    }

    /** A vector or matrix of numbers, laid out once and for all. */
    private static Node literal(List<Node> numbers) {
        Node stack = Node.stack(numbers);
        try {
            return Node.constant(new Evaluation().value(stack));
        } catch (ShapeException e) {
            return stack; // to complain when it is asked for
        }
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
