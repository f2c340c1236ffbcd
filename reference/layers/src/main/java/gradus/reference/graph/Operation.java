package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;

/**
 * What a node does to its parents' values, y = f(a, b, …), and how it answers a gradient: with messages dy ∂y/∂a, dy ∂y/∂b, …
 *
 * <p>Immutable and without state, so one operation may serve many evaluations. It writes to no argument, and what it returns may
 * be an argument itself: nobody writes to that either.
 *
 * <p>Source: lecture 4 (backpropagation: upstream gradient times local gradient).
 */
public interface Operation {
    /**
     * The value, from the parents' values.
     *
     * @param parents values of the parents, in order; entry by entry their shapes stretch to one, as {@link Tensor}'s do
     * @throws gradus.tensor.ShapeException if the operation takes no such shapes
     */
    Tensor forward(List<Tensor> parents);

    /**
     * One message to each parent, in order: the upstream gradient times the local derivative, in that parent's shape.
     * Where the parent was stretched, it is summed over what was stretched.
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
