package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;

/** What a node does to its parents' values, and how it answers a gradient. Stateless; writes to no argument. */
public interface Operation {
    /** The value, from the parents' values in order. */
    Tensor forward(List<Tensor> parents);

    /**
     * One message to each parent: the upstream gradient times the local derivative, in that parent's shape.
     *
     * @param parents values of the parents, in order
     * @param value this node's own value, of the shape that {@link #forward} gives
     * @param upstream gradient of the node, in the shape of {@code value}
     */
    List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream);

    /** A short name, as one would write it into the node's circle. */
    String symbol();

    /** The operation written out on its parents, such as {@code (a + b)} or {@code exp(a)}. */
    default String written(List<String> parents) {
        return symbol() + "(" + String.join(", ", parents) + ")";
    }
}
