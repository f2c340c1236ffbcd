package gradus.reference.optim.minimize;

/**
 * The α with the least f(x + α p), where f has one minimum on the line: finds a stretch with the minimum within it by halving α until half of it
 * pays, or else doubling it, then narrows it a hundred times in the golden ratio. Where f is flat at the bottom, the far end of that.
 *
 * <p>Where f is infinite or NaN is too far.
 *
 * <p>Compares values alone: near a minimum they differ too little to give more than about eight digits of α.
 *
 * <p>Source: lecture 5 names the problem only; Kiefer 1953.
 */
public record GoldenSection() implements LineSearch {
    private static final double RATIO = (Math.sqrt(5) - 1) / 2;
    private static final int DOUBLINGS = 60;
    private static final int NARROWINGS = 100;

    /** @throws ArithmeticException if f falls as far as one looks */
    @Override
    public double rate(Line line) {
        if (!(line.slope(0) < 0)) {
            return 0;
        }
        double near = nearEnough(line);
        double rate = near > 0 ? narrowed(line, farEnd(line, near)) : 0;
        return line.value(rate) < line.value(0) ? rate : 0;
    }

    private static double farEnd(Line line, double near) {
        double far = near;
        for (int i = 0; line.value(far) < line.value(far / 2); i++) {
            if (i == DOUBLINGS) {
                throw new ArithmeticException("GoldenSection.rate: expected a minimum along the line but f falls up to "
                        + "a rate of " + far + " at least.");
            }
            far *= 2;
        }
        return far;
    }

    /** The greatest of 1, 1/2, 1/4, … of which half pays; 0 where none does, down to the smallest number. */
    private static double nearEnough(Line line) {
        double start = line.value(0);
        double far = 1;
        while (far > 0 && !(line.value(far / 2) < start)) {
            far /= 2;
        }
        return far;
    }

    /** The minimum lies between {@code low} and {@code high}; each round drops the outer part beside the greater value. */
    private static double narrowed(Line line, double high) {
        double low = 0;
        for (int i = 0; i < NARROWINGS; i++) {
            double left = high - RATIO * (high - low);
            double right = low + RATIO * (high - low);
            double far = line.value(right);
            if (far < Double.POSITIVE_INFINITY && !(line.value(left) < far)) {
                low = left;
            } else {
                high = right;
            }
        }
        return (low + high) / 2;
    }
}
