package gradus.reference.classic;

import gradus.reference.optim.minimize.Minimizer;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of C classes by C questions, each of its own logistic regression: is it class c, or one of the rest? The answer is the class
 * whose yes is likeliest, the first of equals. The C probabilities need not have the sum 1.
 *
 * <p>Source: CS182, linear classifiers.
 *
 * @param models one for each class, in order
 */
public record OneVersusRest(List<LogisticRegression> models) {
    /** @throws IllegalArgumentException if there is no model */
    public OneVersusRest {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("OneVersusRest: models: expected one or more but got none.");
        }
        models = List.copyOf(models);
    }

    /**
     * Fits one model for each class.
     *
     * @param x (N, D), N of 1 or more
     * @param labels (N), each from 0 to C - 1
     * @param classes C
     */
    public static OneVersusRest fit(Tensor x, IntTensor labels, int classes, Minimizer minimizer) {
        Require.labels("OneVersusRest.fit", x, labels, classes);
        return new OneVersusRest(IntStream.range(0, classes)
                .mapToObj(c ->
                        LogisticRegression.fit(x, isClass(c, labels), minimizer).model())
                .toList());
    }

    /** Returns labels (N) for x (N, D). */
    public IntTensor predict(Tensor x) {
        // Scores and not probabilities: far out, several of those round to 1.
        return Ones.scores("OneVersusRest.predict: x", x, theta()).argmax(1);
    }

    /** Returns each model's probability of yes (N, C), for x (N, D). */
    public Tensor probabilities(Tensor x) {
        return Tensor.stack(
                1, models.stream().map(model -> model.probabilities(x)).toList());
    }

    private Tensor theta() {
        return Tensor.concat(1, models.stream().map(LogisticRegression::theta).toList());
    }

    private static IntTensor isClass(int c, IntTensor labels) {
        return IntTensor.of(
                Arrays.stream(labels.toArray()).map(label -> label == c ? 1 : 0).toArray());
    }
}
