package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graph as one draws it on the board: operations in circles, forward values along the edges, and below them the gradients that flow
 * back.
 *
 * <p>A tensor of many entries is shown as its shape. An edge carries its own message; a node that feeds several others has the sum of
 * theirs as its gradient. Nothing flows back to constants, nor to what is made of constants alone and has no name.
 */
public final class Drawing {
    private final Node output;
    private final Evaluation evaluation;
    private final @Nullable Gradients gradients;
    private final List<Node> nodes;
    private final Names names;
    private final Set<Node> fixed = new HashSet<>();

    private Drawing(Node output, Evaluation evaluation, @Nullable Gradients gradients, Map<String, Node> names) {
        this.output = output;
        this.evaluation = evaluation;
        this.gradients = gradients;
        evaluation.value(output);
        nodes = Topology.upTo(output, node -> false);
        this.names = new Names(names, nodes);
        for (Node node : nodes) {
            boolean made = !node.isLeaf() && !names.containsValue(node) && fixed.containsAll(node.parents());
            if (node.isConstant() || made) {
                fixed.add(node);
            }
        }
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
        return names.of(node);
    }

    String value(Node node) {
        return Numbers.text(evaluation.value(node));
    }

    /** Empty where none is drawn. */
    String gradient(Node node) {
        return gradients == null || fixed.contains(node) ? "" : Numbers.text(gradients.of(node));
    }

    /** What a node sends back to each of its parents, in order; an empty text where nothing is drawn. */
    List<String> messages(Node node) {
        List<String> texts = new ArrayList<>();
        List<Tensor> sent = gradients == null ? List.of() : evaluation.messages(node, gradients.of(node));
        for (int i = 0; i < node.parents().size(); i++) {
            boolean drawn = gradients != null && !fixed.contains(node.parents().get(i));
            texts.add(drawn ? Numbers.text(sent.get(i)) : "");
        }
        return texts;
    }
}
