package gradus.problems.solution;

import gradus.problems.Model;
import gradus.problems.Problem;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Operators;
import gradus.reference.graph.Drawing;
import gradus.reference.graph.Evaluation;
import gradus.reference.graph.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The computational graphs of a problem as one draws them on the board: what is given are inputs, with gradients. */
public final class Board {
    private final Model model;
    private final Evaluation evaluation = new Evaluation();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Node> named = new LinkedHashMap<>();

    private Board(Problem problem) {
        this.model = problem.model();
        model.formulas().forEach((name, formula) -> {
            if (Chain.isDerivative(formula) || problem.role(name).isPresent()) {
                Node input = Node.input(name);
                evaluation.put(input, model.value(name));
                nodes.put(name, input);
            } else {
                Node node = formula instanceof Name ? node(formula).same() : node(formula);
                nodes.put(name, node);
                named.put(name, node);
            }
        });
    }

    /** A graph for each quantity that is differentiated; if there is none, that of the last quantity. */
    public static List<Drawing> drawings(Problem problem) {
        List<String> losses = problem.forward().stream()
                .map(problem.model()::formula)
                .filter(Operators::isGradient)
                .map(gradient -> gradient.children().get(0).text())
                .distinct()
                .toList();
        Stream<String> last =
                problem.forward().stream().skip(Math.max(0, problem.forward().size() - 1));
        return losses.isEmpty()
                ? last.map(name -> new Board(problem).forward(name)).toList()
                : losses.stream().map(name -> new Board(problem).backward(name)).toList();
    }

    private Drawing forward(String name) {
        return Drawing.of(at(name), evaluation, named);
    }

    private Drawing backward(String loss) {
        evaluation.value(at(loss));
        return Drawing.of(at(loss), evaluation, evaluation.backward(at(loss)), named);
    }

    private Node at(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("Board: expected a quantity of the problem but got " + name + ".");
        }
        return node;
    }

    private Node node(Expression formula) {
        if (formula instanceof Numeral number) {
            return Node.constant(number.value());
        }
        if (formula instanceof Name name) {
            return nodes.containsKey(name.name())
                    ? at(name.name())
                    : Node.constant(Operators.constant(name.name()).orElseThrow());
        }
        if (formula instanceof Apply power
                && power.operator().equals("^")
                && power.argument(1).text().equals("2")) {
            return node(power.argument(0)).square();
        }
        List<Node> parts = formula.children().stream().map(this::node).toList();
        return formula instanceof Apply apply ? Operators.apply(apply.operator(), parts) : Node.stack(parts);
    }
}
