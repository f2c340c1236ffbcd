package gradus.reference.train.data;

/**
 * How many percent of all samples are for training, validation and test. The training set fits the parameters, the
 * validation set chooses the hyperparameters, and the test set is used once, at the very end.
 *
 * <p>Source: lecture 2; lecture 6.
 */
public record Shares(int train, int validation, int test) {
    /** 60, 20 and 20 percent. */
    public static final Shares USUAL = new Shares(60, 20, 20);

    /** 80, 10 and 10 percent. */
    public static final Shares MOSTLY_TRAINING = new Shares(80, 10, 10);

    /** @throws IllegalArgumentException if one is negative, or they are not 100 together */
    public Shares {
        if (Math.min(train, Math.min(validation, test)) < 0 || (long) train + validation + test != 100) {
            throw new IllegalArgumentException("Shares: expected three shares of 0 or more with the sum 100 but got "
                    + train + ", " + validation + " and " + test + ".");
        }
    }
}
