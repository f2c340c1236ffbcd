package gradus.reference.optim.schedule;

/**
 * Lowers the rate when a loss no longer falls: after more than {@code patience} epochs in a row that brought no new minimum, α ← factor · α,
 * and the counting begins again.
 *
 * <p>Mutable, and not a {@link gradus.tensor.Schedule}: the rate depends on what training has brought so far.
 *
 * <p>Source: lecture 6, as ResNet was trained: from 0.1, divided by 10 on a plateau. The lecture gives no patience.
 */
public final class PlateauDecay {
    private final double factor;
    private final int patience;
    private double rate;
    private double best = Double.POSITIVE_INFINITY;
    private int withoutGain;

    /** @throws IllegalArgumentException if α₀ is negative or not finite, the factor is not from 0 to 1, or the patience is negative */
    public PlateauDecay(double start, double factor, int patience) {
        Require.rate("PlateauDecay: start", start);
        Require.share("PlateauDecay: factor", factor);
        Require.count("PlateauDecay: patience", 0, patience);
        this.rate = start;
        this.factor = factor;
        this.patience = patience;
    }

    /** The rate for the next epoch. */
    public double rate() {
        return rate;
    }

    /** Takes note of the loss after an epoch, and returns the rate for the next. NaN is never a new minimum. */
    public double after(double loss) {
        if (loss < best) {
            best = loss;
            withoutGain = 0;
        } else {
            withoutGain++;
        }
        if (withoutGain > patience) {
            rate *= factor;
            withoutGain = 0;
        }
        return rate;
    }
}
