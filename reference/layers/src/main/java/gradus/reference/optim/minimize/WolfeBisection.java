package gradus.reference.optim.minimize;

/**
 * An α that pays, and after which the slope is flatter: f(x + α p) ≤ f(x) + 1e-4 α ∇f(x) · p and ∇f(x + α p) · p ≥ 0.9 ∇f(x) · p (Wolfe's
 * conditions). Starts at 1, doubles while α is too short, and halves the stretch once one was too long.
 *
 * <p>The second condition makes s · y positive in {@link Bfgs}. Gives up after 100 rounds.
 *
 * <p>Source: Wolfe 1969; the bisection as in Lewis and Overton 2013.
 */
public record WolfeBisection() implements LineSearch {
    private static final double PAYS = 1e-4;
    private static final double FLATTER = 0.9;
    private static final int ROUNDS = 100;

    @Override
    public double rate(Line line) {
        double value = line.value(0);
        double slope = line.slope(0);
        if (!(slope < 0)) {
            return 0;
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double rate = 1;
        for (int i = 0; i < ROUNDS; i++) {
            if (!(line.value(rate) - value <= PAYS * rate * slope)) {
                high = rate;
            } else if (!(line.slope(rate) >= FLATTER * slope)) {
                low = rate;
            } else {
                return rate;
            }
            rate = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * low;
        }
        return low;
    }
}
