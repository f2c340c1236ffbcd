/**
 * The computational graph with reverse-mode differentiation: values flow forward from parents to children, gradients
 * flow back as messages, and a node's gradient is the sum of the messages of its children.
 *
 * <p>Source: lecture 4 (computational graphs, backpropagation).
 */
package gradus.reference.graph;
