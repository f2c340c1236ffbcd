package gradus.reference.train.search;

/**
 * Where a hyperparameter may lie: low to high, uniform, or with a uniform logarithm, as suits rates and decays, whose
 * order of magnitude is in question.
 */
public record Range(double low, double high, boolean logarithmic) {
    /** @throws IllegalArgumentException if not low ≤ high, both finite, and above 0 on a logarithmic scale */
    public Range {
        boolean ordered = low <= high && Double.isFinite(low) && Double.isFinite(high);
        if (!ordered || (logarithmic && low <= 0)) {
            throw new IllegalArgumentException("Range: expected " + (logarithmic ? "0 < low" : "low")
                    + " <= high but got " + low + " and " + high + ".");
        }
    }

    public static Range uniform(double low, double high) {
        return new Range(low, high, false);
    }

    public static Range logarithmic(double low, double high) {
        return new Range(low, high, true);
    }

    /** The point at share u from 0 (low) to 1 (high). */
    double at(double u) {
        return logarithmic ? low * Math.pow(high / low, u) : low + u * (high - low);
    }
}
