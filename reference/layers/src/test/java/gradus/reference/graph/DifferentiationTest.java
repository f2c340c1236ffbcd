package gradus.reference.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reverse mode against a second opinion that knows nothing of it: central differences of the forward pass. */
class DifferentiationTest {
    private static final double STEP = 1e-5;

    private record Case(String name, Function<Node, Node> graph) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> entrywise() {
        Node c = Node.constant(Tensor.of(new double[][] {{0.3, -1.2, 2}, {0.7, 1.1, -0.4}}));
        return List.of(
                new Case("same", Node::same),
                new Case("negate", Node::negate),
                new Case("reciprocal", Node::reciprocal),
                new Case("square", Node::square),
                new Case("sqrt", Node::sqrt),
                new Case("exp", Node::exp),
                new Case("log", Node::log),
                new Case("abs", x -> x.minus(Node.constant(1.05)).abs()),
                new Case("relu", x -> x.minus(Node.constant(1.05)).relu()),
                new Case("sigmoid", Node::sigmoid),
                new Case("tanh", Node::tanh),
                new Case("mean", x -> x.square().mean()),
                new Case("transpose", x -> x.transpose().matmul(c).tanh()),
                new Case("plus", x -> x.plus(c).square()),
                new Case("minus", x -> c.minus(x).square()),
                new Case("times", x -> x.times(x).times(c)),
                new Case("divide by", x -> c.divide(x)),
                new Case("divide", x -> x.divide(x.plus(Node.constant(1)))),
                new Case("power of x", x -> x.power(Node.constant(2.5))),
                new Case("power to x", x -> Node.constant(1.7).power(x)),
                new Case("maximum", x -> x.maximum(Node.constant(1.05)).square()),
                new Case("minimum", x -> Node.constant(1.05).minimum(x).square()),
                new Case("leaky", x -> x.minus(Node.constant(1.05)).leaky(Node.constant(0.2))),
                new Case("slope", x -> c.leaky(x)),
                new Case("matmul left", x -> x.matmul(c.transpose()).square()),
                new Case("matmul right", x -> c.transpose().matmul(x).square()),
                new Case("stretched", x -> x.sum().times(c).tanh()),
                new Case("stack", x -> Node.stack(List.of(x, x.square(), c)).tanh()),
                new Case("sin", Node::sin),
                new Case("cos", Node::cos),
                new Case("plus a number", x -> x.plus(0.3).square()),
                new Case("times a number", x -> x.times(0.3).square()),
                new Case("sum along", x -> x.sumKeep(0).times(c).tanh()),
                new Case("mean along", x -> x.meanKeep(1).times(c).tanh()),
                new Case("mean along all", x -> x.square().meanKeep(0, 1).times(c)),
                new Case("maximum along rows", x -> x.maxKeep(1).times(c).tanh()),
                new Case("maximum along columns", x -> x.maxKeep(0).times(c).tanh()),
                new Case("pick", x -> x.tanh().pick(IntTensor.of(2, 0)).times(c.slice(1, 0, 2))),
                new Case("reshape", x -> x.reshape(3, -1).times(c.transpose()).tanh()),
                new Case(
                        "permute",
                        x -> x.reshape(1, 2, 3)
                                .permute(2, 0, -2)
                                .times(c.transpose().reshape(3, 1, 2))),
                new Case("slice", x -> x.slice(1, 1, 3).square().times(c.slice(-1, 0, 2))),
                new Case(
                        "concat", x -> Node.concat(1, List.of(x, c, x.square())).tanh()),
                new Case(
                        "concat rows",
                        x -> Node.concat(0, List.of(x.slice(0, 1, 2), x)).square()),
                new Case("twice", x -> x.exp().times(x.sigmoid()).plus(x)));
    }

    @ParameterizedTest
    @MethodSource("entrywise")
    void agrees_with_central_differences(Case one) {
        Tensor at =
                Tensor.uniform(Shape.of(2, 3), new Seed(7).named(one.name())).plus(0.55);
        UnaryOperator<Node> loss =
                x -> one.graph().apply(x).times(Node.constant(1.5)).sum();

        Tensor gradient = gradient(loss, at);

        for (int i = 0; i < at.size(); i++) {
            assertThat(gradient.toArray()[i]).isCloseTo(slope(loss, at, i), within(1e-7));
        }
    }

    @ParameterizedTest
    @MethodSource("entrywise")
    void a_detached_operand_gets_nothing(Case one) {
        Tensor at = Tensor.ones(2, 3).times(1.5);

        assertThat(gradient(x -> one.graph().apply(x.detach()).sum(), at).toArray())
                .containsOnly(0);
    }

    @Property(seed = "2026", tries = 200)
    void the_chain_rule_holds_for_compositions(
            @ForAll @DoubleRange(min = -2, max = 2) double x, @ForAll @DoubleRange(min = -2, max = 2) double w) {
        Node nx = Node.input("x"), nw = Node.input("w");
        Node f = nx.times(nw).tanh().times(nx.sigmoid());
        Evaluation run = new Evaluation();
        run.put(nx, x);
        run.put(nw, w);

        Gradients d = run.backward(f);

        double t = Math.tanh(x * w), s = 1 / (1 + Math.exp(-x));
        assertThat(d.number(nw)).isCloseTo((1 - t * t) * x * s, within(1e-12));
        assertThat(d.number(nx)).isCloseTo((1 - t * t) * w * s + t * s * (1 - s), within(1e-12));
    }

    private static Tensor gradient(UnaryOperator<Node> loss, Tensor at) {
        Node x = Node.input("x");
        Evaluation run = new Evaluation();
        run.put(x, at);
        return run.backward(loss.apply(x)).of(x);
    }

    private static double slope(UnaryOperator<Node> loss, Tensor at, int i) {
        return (value(loss, at, i, STEP) - value(loss, at, i, -STEP)) / (2 * STEP);
    }

    private static double value(UnaryOperator<Node> loss, Tensor at, int i, double step) {
        double[] moved = at.toArray();
        moved[i] += step;
        Node x = Node.input("x");
        Evaluation run = new Evaluation();
        run.put(x, Tensor.of(at.shape(), moved));
        return run.number(loss.apply(x));
    }
}
