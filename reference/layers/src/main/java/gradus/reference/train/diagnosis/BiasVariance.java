package gradus.reference.train.diagnosis;

/**
 * Where an error comes from: bias = training error - unavoidable error (too weak a model: underfitting), variance =
 * validation error - training error (too little data for the model: overfitting).
 *
 * <p>Errors of 1 %, 5 % and 8 % give a bias of 4 and a variance of 3 points. A training accuracy of 100 % beside 80 %
 * in the test is a variance of 20 points, and nothing unusual.
 *
 * <p>Source: ECE 484, lecture 4; lecture 6.
 *
 * @param unavoidable the error of the best there is, such as people
 */
public record BiasVariance(double unavoidable, double training, double validation) {
    /** What to work on first. */
    public enum Advice {
        /** A larger model, longer training, another architecture. */
        REDUCE_BIAS,
        /** More data, regularisation, augmentation, a smaller model. */
        REDUCE_VARIANCE,
        /** Neither is above 0. */
        NOTHING
    }

    public double bias() {
        return training - unavoidable;
    }

    public double variance() {
        return validation - training;
    }

    /** The greater of both; the bias if they are equal, because it comes first. */
    public Advice advice() {
        if (!(Math.max(bias(), variance()) > 0)) {
            return Advice.NOTHING;
        }
        return bias() >= variance() ? Advice.REDUCE_BIAS : Advice.REDUCE_VARIANCE;
    }
}
