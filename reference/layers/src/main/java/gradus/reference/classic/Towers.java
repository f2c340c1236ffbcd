package gradus.reference.classic;

import gradus.reference.activation.Relu;
import gradus.reference.activation.Step;
import gradus.reference.dense.Affine;
import gradus.reference.net.Sequential;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Networks with one hidden layer that are made, not learned, to follow any continuous function on [from, to): that is what
 * universal approximation promises. x (N, 1) gives y (N, 1).
 *
 * <p>The interval has n equal pieces of width h = (to - from) / n. With slopes up to L, towers of steps miss f by L h / 2 at most; with second
 * derivatives up to M, ReLUs miss it by M h² / 8 at most.
 *
 * <p>Source: ECE 484 and CS182, universal approximation; Cybenko (1989); Hornik (1991).
 *
 * @param pieces n, 1 or more
 */
public record Towers(int pieces, double from, double to) {
    public Towers {
        if (pieces < 1) {
            throw new IllegalArgumentException("Towers: pieces: expected 1 or more but got " + pieces + ".");
        }
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException(
                    "Towers: to: expected a number above " + from + ", at a finite distance, but got " + to + ".");
        }
    }

    /**
     * A tower on each piece [l, r), as high as f in its middle m: ŷ = Σ f(m) (step(x - l) - step(x - r)), two hidden units each. It is 0 outside.
     */
    public Layer ofSteps(DoubleUnaryOperator f) {
        Tensor heights = along(pieces, i -> f.applyAsDouble(knot(i + 0.5)));
        Tensor knots = Tensor.concat(0, along(pieces, this::knot), along(pieces, i -> knot(i + 1)));
        return net(knots, new Step(), Tensor.concat(0, heights, heights.negate()), 0);
    }

    /**
     * Straight from knot to knot: ŷ = f(from) + Σ cᵢ relu(x - lᵢ), with cᵢ the change of slope at the i-th knot. It is level before, and goes straight
     * on after.
     */
    public Layer ofRelus(DoubleUnaryOperator f) {
        DoubleUnaryOperator slope =
                i -> i < 0 ? 0 : (f.applyAsDouble(knot(i + 1)) - f.applyAsDouble(knot(i))) / (knot(i + 1) - knot(i));
        Tensor changes = along(pieces, i -> slope.applyAsDouble(i) - slope.applyAsDouble(i - 1));
        return net(along(pieces, this::knot), new Relu(), changes, f.applyAsDouble(from));
    }

    private double knot(double i) {
        return from + (to - from) * (i / pieces);
    }

    private static Tensor along(int n, DoubleUnaryOperator f) {
        return Tensor.of(IntStream.range(0, n).asDoubleStream().map(f).toArray());
    }

    /** y = b + Σ heightᵢ activation(x - knotᵢ). */
    private static Layer net(Tensor knots, Layer activation, Tensor heights, double b) {
        Affine hidden = new Affine(1, knots.size());
        hidden.parameters().get(0).set(Tensor.ones(1, knots.size()));
        hidden.parameters().get(1).set(knots.negate());
        Affine output = new Affine(knots.size(), 1);
        output.parameters().get(0).set(heights.expand(1));
        output.parameters().get(1).set(Tensor.of(b));
        return new Sequential(hidden, activation, output);
    }
}
