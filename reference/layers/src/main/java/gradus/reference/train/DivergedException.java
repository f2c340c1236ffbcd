package gradus.reference.train;

/** A loss became NaN or infinite, so that no step can mend it. */
public final class DivergedException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    DivergedException(double loss, int epoch, int iteration) {
        super("Training: loss: expected a finite number but got " + loss + " in epoch " + epoch + ", iteration "
                + iteration + ". Hint: lower the learning rate, clip the gradients, or look for NaN in the inputs.");
    }
}
