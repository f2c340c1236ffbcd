package gradus.reference.classic;

import gradus.reference.activation.Softmax;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.reference.optim.minimize.Minimizer;
import gradus.reference.optim.minimize.Minimum;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * One of C classes by linear scores: p = softmax(X θ) with X = [1 x], x (N, D), θ (D + 1, C), p (N, C). The answer is the class of
 * the greatest score, the first of equals.
 *
 * <p>J(θ) = -1/N Σₙ ln p(n, labelₙ), ∇J = Xᵀ (p - onehot(labels)) / N, convex. A column added to all columns of θ changes nothing, so
 * the minimum is not unique; from zeros, descent keeps the sum of each row of θ at 0. With two classes it is {@link
 * LogisticRegression} of the difference of the columns.
 *
 * <p>Source: CS182, linear classifiers; lecture 7.
 *
 * @param theta (D + 1, C), kept by reference
 */
public record SoftmaxRegression(Tensor theta) {
    public SoftmaxRegression {
        Ones.requireBias("SoftmaxRegression", theta, Shape.ANY);
    }

    /**
     * Fits θ, from zeros.
     *
     * @param x (N, D), N of 1 or more
     * @param labels (N), each from 0 to C - 1
     * @param classes C
     */
    public static Fit<SoftmaxRegression> fit(Tensor x, IntTensor labels, int classes, Minimizer minimizer) {
        Require.labels("SoftmaxRegression.fit", x, labels, classes);
        Minimum found = minimizer.minimize(cost(x, labels), Tensor.zeros(x.dim(1) + 1, classes));
        return new Fit<>(new SoftmaxRegression(found.x()), found);
    }

    /** J as a function of θ (D + 1, C). */
    public static LinearCost<IntTensor> cost(Tensor x, IntTensor labels) {
        return new LinearCost<>(x, new SoftmaxCrossEntropy(), labels);
    }

    /** Returns p (N, C) for x (N, D). */
    public Tensor probabilities(Tensor x) {
        return new Softmax().forward(scores(x));
    }

    /** Returns labels (N) for x (N, D). */
    public IntTensor predict(Tensor x) {
        return scores(x).argmax(1);
    }

    private Tensor scores(Tensor x) {
        return Ones.scores("SoftmaxRegression: x", x, theta);
    }
}
