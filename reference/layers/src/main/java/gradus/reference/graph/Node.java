package gradus.reference.graph;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * A node of a computational graph: an operation on its parents. Building one computes nothing; an {@link Evaluation}
 * does. Nodes are immutable and equal only to themselves. A number is a tensor of shape ().
 */
public final class Node {
    private final Operation operation;
    private final List<Node> parents;

    private Node(Operation operation, Node... parents) {
        this(operation, List.of(parents));
    }

    private Node(Operation operation, List<Node> parents) {
        this.operation = operation;
        this.parents = parents;
    }

    /** A leaf whose value each evaluation puts in. */
    public static Node input(String name) {
        return new Node(new Input(name));
    }

    /** A leaf with a fixed value, which must not be written to afterwards. */
    public static Node constant(Tensor value) {
        return new Node(new Constant(value));
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

    public Node plus(Node other) {
        return new Node(Binary.PLUS, this, other);
    }

    public Node plus(double other) {
        return plus(constant(other));
    }

    public Node minus(Node other) {
        return new Node(Binary.MINUS, this, other);
    }

    public Node times(Node other) {
        return new Node(Binary.TIMES, this, other);
    }

    public Node times(double other) {
        return times(constant(other));
    }

    public Node divide(Node other) {
        return new Node(Binary.DIVIDE, this, other);
    }

    public Node power(Node exponent) {
        return new Node(Binary.POWER, this, exponent);
    }

    public Node maximum(Node other) {
        return new Node(Binary.MAXIMUM, this, other);
    }

    public Node minimum(Node other) {
        return new Node(Binary.MINIMUM, this, other);
    }

    /** The matrix product, (N, D) with (D, M) to (N, M). */
    public Node matmul(Node other) {
        return new Node(Binary.MATMUL, this, other);
    }

    /** The leaky ReLU: x above 0, slope · x at and below it. */
    public Node leaky(Node slope) {
        return new Node(Binary.LEAKY, this, slope);
    }

    public Node negate() {
        return new Node(Unary.NEGATE, this);
    }

    public Node reciprocal() {
        return new Node(Unary.RECIPROCAL, this);
    }

    public Node square() {
        return new Node(Unary.SQUARE, this);
    }

    public Node sqrt() {
        return new Node(Unary.SQRT, this);
    }

    public Node exp() {
        return new Node(Unary.EXP, this);
    }

    /** The natural logarithm. */
    public Node log() {
        return new Node(Unary.LOG, this);
    }

    public Node sin() {
        return new Node(Unary.SIN, this);
    }

    public Node cos() {
        return new Node(Unary.COS, this);
    }

    public Node abs() {
        return new Node(Unary.ABS, this);
    }

    public Node floor() {
        return new Node(Unary.FLOOR, this);
    }

    public Node relu() {
        return new Node(Unary.RELU, this);
    }

    public Node sigmoid() {
        return new Node(Unary.SIGMOID, this);
    }

    public Node tanh() {
        return new Node(Unary.TANH, this);
    }

    /** The sum of all entries, of shape (). */
    public Node sum() {
        return new Node(Unary.SUM, this);
    }

    /** The mean of all entries, of shape (). */
    public Node mean() {
        return new Node(Unary.MEAN, this);
    }

    /** The sum along some axes, which stay with length 1. */
    public Node sumKeep(int... axes) {
        return new Node(Along.sum(axes), this);
    }

    /** The mean along some axes, which stay with length 1. */
    public Node meanKeep(int... axes) {
        return new Node(Along.mean(axes), this);
    }

    /** The same entries in another shape; one length may be -1. */
    public Node reshape(int... dims) {
        return new Node(Rearranged.reshape(dims), this);
    }

    /** Axis i of the result is axis {@code order[i]} of this. */
    public Node permute(int... order) {
        return new Node(Rearranged.permute(order), this);
    }

    /** Entries {@code from} (inclusive) to {@code to} (exclusive) of an axis. */
    public Node slice(int axis, int from, int to) {
        return new Node(Rearranged.slice(axis, from, to), this);
    }

    /** Rows become columns, (N, D) to (D, N). */
    public Node transpose() {
        return new Node(Unary.TRANSPOSE, this);
    }

    /** Another node with the same value and gradient. */
    public Node same() {
        return new Node(Unary.SAME, this);
    }

    /** The same value, through which no gradient flows back. */
    public Node detach() {
        return new Node(Unary.DETACH, this);
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
