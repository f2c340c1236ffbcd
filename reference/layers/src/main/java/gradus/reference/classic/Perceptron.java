package gradus.reference.classic;

import gradus.reference.activation.Sign;
import gradus.reference.calculus.Norm;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * The linear classifier of two sides: y = sgn(w · x + b), with x (N, D), w (D), y (N). It answers 1 on one side of a plane, -1 on the
 * other, and 0 on the plane itself.
 *
 * <p>Seen as an angle: with the threshold T = -b it answers 1 where θ(w, x) < arccos(T / (‖w‖ ‖x‖)), {@link #angles} and {@link #widestAngles}.
 *
 * <p>It says right what a plane parts and nothing else: XOR is beyond it.
 *
 * <p>Source: ECE 484, linear classifiers; ECE-GV 6143, neural networks.
 *
 * @param w (D), kept by reference
 */
public record Perceptron(Tensor w, double b) {
    public Perceptron {
        w.require("Perceptron: w", Shape.ANY);
    }

    /** Returns w · x + b, (N) for x (N, D). */
    public Tensor scores(Tensor x) {
        x.require("Perceptron: x", Shape.ANY, w.dim(0));
        return x.matmul(w.expand(1)).reshape(Shape.of(x.dim(0))).plus(b);
    }

    /** Returns -1, 0 or 1 for each row of x (N, D). */
    public Tensor predict(Tensor x) {
        return new Sign().forward(scores(x));
    }

    /** Returns the angle between w and each row of x (N, D), from 0 to π, (N); NaN where either is 0. */
    public Tensor angles(Tensor x) {
        x.require("Perceptron.angles: x", Shape.ANY, w.dim(0));
        return arccos(x.divide(lengths(x).expand(1))
                .matmul(w.divide(Norm.euclidean(w)).expand(1))
                .reshape(Shape.of(x.dim(0))));
    }

    /**
     * Returns below which angle to w a vector as long as each row of x (N, D) gets the answer 1, (N): arccos(-b / (‖w‖ ‖x‖)), for w · x = ‖w‖ ‖x‖ cos θ.
     * 0 where none does, π where all do.
     */
    public Tensor widestAngles(Tensor x) {
        x.require("Perceptron.widestAngles: x", Shape.ANY, w.dim(0));
        return arccos(lengths(x).reciprocal().times(-b / Norm.euclidean(w)));
    }

    private static Tensor lengths(Tensor x) {
        return Norm.lengths(x, 1).reshape(Shape.of(x.dim(0)));
    }

    private static Tensor arccos(Tensor cosine) {
        return cosine.clip(-1, 1).map(Math::acos);
    }

    /**
     * Returns how often at most the {@link PerceptronRule} errs on these samples: (R / γ)², with R the longest (x, 1) and γ the least y (w · x + b)
     * / ‖(w, b)‖. Infinite unless this perceptron is right on all of them.
     *
     * <p>Why: each mistake turns the rule's (w, b) towards this one by γ at least, and its square grows by R² at most. Source: Novikoff (1962), On
     * convergence proofs for perceptrons.
     *
     * @param x (N, D), N of 1 or more
     * @param y (N), each -1 or 1
     */
    public double mistakeBound(Tensor x, Tensor y) {
        Require.sides("Perceptron.mistakeBound", x, y);
        double least = scores(x).times(y).min();
        double radius = x.square().sum(1).plus(1).max();
        return least > 0 ? radius * (w.square().sum() + b * b) / (least * least) : Double.POSITIVE_INFINITY;
    }
}
