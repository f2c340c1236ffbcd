package gradus.tensor;

/** How a loss makes one number of N samples with M outputs each. */
public enum Reduction {
    /** The mean over samples of the sum over outputs: 1/N · Σ. */
    MEAN_BATCH,
    /** The sum over all entries: Σ. */
    SUM,
    /** The mean over all entries: 1/(N·M) · Σ. */
    MEAN_ALL,
    /** Half the sum over all entries: 1/2 · Σ. */
    HALF_SUM
}
