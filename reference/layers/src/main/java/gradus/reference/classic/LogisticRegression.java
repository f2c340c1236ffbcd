package gradus.reference.classic;

import gradus.reference.activation.Sigmoid;
import gradus.reference.loss.SigmoidCrossEntropy;
import gradus.reference.optim.minimize.Minimizer;
import gradus.reference.optim.minimize.Minimum;
import gradus.tensor.IntTensor;
import gradus.tensor.Reduction;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;

/**
 * Yes or no by a linear score: p(yes | x) = sigmoid(X θ) with X = [1 x], x (N, D), θ (D + 1, 1), p (N). Yes is label 1, no is 0.
 *
 * <p>The likelihood of all labels is the product of p where the label is yes and of 1 - p where it is no. The cost is its
 * negative logarithm over N, the binary cross-entropy: J(θ) = -1/N Σ (y ln p + (1 - y) ln(1 - p)), never below 0, with ∇J = Xᵀ (p - y) / N.
 *
 * <p>J is convex, and has no minimum in closed form. Where a plane parts the labels it has none at all: J falls towards 0 as θ
 * grows without end, so descent needs a limit to its steps, and ends there.
 *
 * <p>Source: lecture 2, logistic regression (with the sign of its cost, not of its log-likelihood); the summary; endterm 2020, 1f.
 *
 * @param theta (D + 1, 1), kept by reference
 */
public record LogisticRegression(Tensor theta) {
    public LogisticRegression {
        Ones.requireBias("LogisticRegression", theta, 1);
    }

    /**
     * Fits θ, from zeros.
     *
     * @param x (N, D), N of 1 or more
     * @param labels (N), each 0 or 1
     * @param minimizer such as {@code new Descent(GradientDescent::new, rate, stopping)}
     */
    public static Fit<LogisticRegression> fit(Tensor x, IntTensor labels, Minimizer minimizer) {
        Require.labels("LogisticRegression.fit", x, labels, 2);
        Minimum found = minimizer.minimize(cost(x, labels), Tensor.zeros(x.dim(1) + 1, 1));
        return new Fit<>(new LogisticRegression(found.x()), found);
    }

    /** J as a function of θ (D + 1, 1). */
    public static LinearCost<Tensor> cost(Tensor x, IntTensor labels) {
        Tensor y = Tensor.of(Arrays.stream(labels.toArray()).asDoubleStream().toArray());
        return new LinearCost<>(x, new SigmoidCrossEntropy(Reduction.MEAN_BATCH), y.expand(1));
    }

    /** Returns the probabilities of yes (N) for x (N, D). */
    public Tensor probabilities(Tensor x) {
        return new Sigmoid().forward(scores(x));
    }

    /** Returns labels (N) for x (N, D): 1 where the score is above 0, which is where yes is likelier than no. */
    public IntTensor predict(Tensor x) {
        Tensor yes = scores(x).greater(0);
        return IntTensor.of(Arrays.stream(yes.toArray()).mapToInt(y -> (int) y).toArray());
    }

    private Tensor scores(Tensor x) {
        return Ones.scores("LogisticRegression: x", x, theta).reshape(Shape.of(x.dim(0)));
    }
}
