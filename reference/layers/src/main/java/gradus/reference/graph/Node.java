package gradus.reference.graph;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * A node of a computational graph: an operation on its parents. Building one computes nothing; an {@link Evaluation}
 * does. Nodes are immutable and equal only to themselves. A number is a tensor of shape ().
 */
public final class Node implements Arithmetic, Functions, Reductions, Rearrangements {
    private final Operation operation;
    private final List<Node> parents;

    private Node(Operation operation, List<Node> parents) {
        this.operation = operation;
        this.parents = parents;
    }

    static Node of(Operation operation, Node... parents) {
        return new Node(operation, List.of(parents));
    }

    /** A leaf whose value each evaluation puts in. */
    public static Node input(String name) {
        return of(new Input(name));
    }

    /** A leaf with a fixed value, which must not be written to afterwards. */
    public static Node constant(Tensor value) {
        return of(new Constant(value));
    }

    /** A leaf that is a number. */
    public static Node constant(double value) {
        return constant(scalar(value));
    }

    /** Nodes of one shape (…) as one of shape (n, …). */
    public static Node stack(List<Node> parts) {
        return new Node(Stack.STACK, List.copyOf(parts));
    }

    static Tensor scalar(double value) {
        return Tensor.full(Shape.of(), value);
    }

    /** Nodes one after another along an axis that they have; the other axes are equal. */
    public static Node concat(int axis, List<Node> parts) {
        return new Node(new Concat(axis), List.copyOf(parts));
    }

    /** Another node with the same value and gradient. */
    public Node same() {
        return of(Unary.SAME, this);
    }

    /** The same value, through which no gradient flows back. */
    public Node detach() {
        return of(Unary.DETACH, this);
    }

    boolean isLeaf() {
        return parents.isEmpty();
    }

    boolean isConstant() {
        return operation instanceof Constant;
    }

    Operation operation() {
        return operation;
    }

    /** The nodes that this one is computed from, in order; a parent that enters twice stands twice. */
    public List<Node> parents() {
        return parents;
    }
}
