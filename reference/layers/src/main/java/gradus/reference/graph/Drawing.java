package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph as one draws it on the board: operations in circles, forward values along the edges, and below them the gradients that flow
 * back.
 *
 * <p>A tensor of many entries is shown as its shape. An edge carries its own message; a node that feeds several others has the sum of
 * theirs as its gradient.
 */
public final class Drawing {
    private final Node output;
    private final Evaluation evaluation;
    private final @Nullable Gradients gradients;
    private final Map<Node, String> names = new HashMap<>();
    private final List<Node> nodes;
    private int unnamed;

    private Drawing(Node output, Evaluation evaluation, @Nullable Gradients gradients, Map<String, Node> names) {
        this.output = output;
        this.evaluation = evaluation;
        this.gradients = gradients;
        names.forEach((name, node) -> this.names.put(node, name));
        evaluation.value(output);
        nodes = Topology.upTo(output, node -> false);
        nodes.stream()
                .filter(Node::isLeaf)
                .forEach(leaf -> this.names.putIfAbsent(leaf, leaf.operation().symbol()));
        nodes.stream().filter(node -> !this.names.containsKey(node)).forEach(node -> this.names.put(node, next()));
    }

    /** A name that no other node has. */
    private String next() {
        String name;
        do {
            name = "v" + ++unnamed;
        } while (names.containsValue(name));
        return name;
    }

    /** A graph with forward values, up to one of its nodes; {@code names} are those of intermediate results. */
    public static Drawing of(Node output, Evaluation evaluation, Map<String, Node> names) {
        return new Drawing(output, evaluation, null, names);
    }

    /** A graph with forward values and gradients. */
    public static Drawing of(Node output, Evaluation evaluation, Gradients gradients, Map<String, Node> names) {
        return new Drawing(output, evaluation, gradients, names);
    }

    /** A line for each node but constants, parents first: how it is computed, its value, its gradient. */
    public String text() {
        return new TextDrawing(this).text();
    }

    /** A picture, to be shown in a page or by itself. */
    public String svg() {
        return new SvgDrawing(this).text();
    }

    List<Node> nodes() {
        return nodes;
    }

    Node output() {
        return output;
    }

    boolean hasGradients() {
        return gradients != null;
    }

    /** A node's name, and how it is computed from its parents' names. */
    String equation(Node node) {
        String name = name(node);
        String written =
                node.operation().written(node.parents().stream().map(this::name).toList());
        return written.equals(name) ? name : name + " = " + written;
    }

    String name(Node node) {
        return names.getOrDefault(node, "");
    }

    String value(Node node) {
        return Numbers.text(evaluation.value(node));
    }

    String gradient(Node node) {
        return gradients == null ? "" : Numbers.text(gradients.of(node));
    }

    /** What a node sends back to each of its parents, in order; empty where there are no gradients. */
    List<String> messages(Node node) {
        if (gradients == null) {
            return List.of();
        }
        List<Tensor> parents = new ArrayList<>();
        node.parents().forEach(parent -> parents.add(evaluation.value(parent)));
        return node.operation().messages(parents, evaluation.value(node), gradients.of(node)).stream()
                .map(Numbers::text)
                .toList();
    }
}
