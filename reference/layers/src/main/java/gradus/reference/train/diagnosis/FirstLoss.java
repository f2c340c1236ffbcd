package gradus.reference.train.diagnosis;

/**
 * What a loss must be before the first step, when the net knows nothing: with C classes and softmax cross-entropy ln
 * C, such as 2.30 for ten. A much greater first loss comes from too large first weights; a smaller one, from labels
 * that leak into the inputs.
 *
 * <p>Source: lecture 6.
 */
public final class FirstLoss {
    private FirstLoss() {}

    /**
     * The cross-entropy of guessing among C classes, in nats: ln C.
     *
     * @throws IllegalArgumentException if there is no class
     */
    public static double guessing(int classes) {
        requireClasses("FirstLoss.guessing", classes);
        return Math.log(classes);
    }

    /** Whether a first loss is within a share, such as 0.1, of what guessing costs. */
    public static boolean plausible(double loss, int classes, double share) {
        requireClasses("FirstLoss.plausible", classes);
        return Math.abs(loss - guessing(classes)) <= share * guessing(classes);
    }

    /**
     * The least that softmax cross-entropy can reach if it is given probabilities where it wants raw scores: ln(e + C - 1) - 1, such as
     * 1.46 for ten classes. A loss that stays there has been through two softmaxes.
     */
    public static double leastOfSoftmaxTwice(int classes) {
        requireClasses("FirstLoss.leastOfSoftmaxTwice", classes);
        return Math.log(Math.E + classes - 1) - 1;
    }

    private static void requireClasses(String where, int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException(where + ": classes: expected 1 or more but got " + classes + ".");
        }
    }
}
