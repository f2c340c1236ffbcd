package gradus.checks.gradient;

/**
 * An estimate of phi'(0) from one rung of the ladder.
 *
 * @param value by two Richardson extrapolations, error O(h^6)
 * @param bar how far off it may be
 * @param bend |phi(h) - 2 phi(0) + phi(-h)| / h at the rung's largest step: of the order h if phi is smooth, else the jump of the slope
 * @param smallBend the same at a quarter of that step
 */
record Slope(double value, double bar, double bend, double smallBend) {

    /** True if the bend does not shrink with the step as that of a smooth function does, and could explain this mismatch. */
    boolean showsKink(double mismatch, double tolerance) {
        return smallBend > 0.6 * bend && mismatch <= 4 * smallBend + tolerance;
    }
}
