package gradus.reference.optim.minimize;

/**
 * The first of α₀, α₀/2, α₀/4, … that pays: f(x + α p) ≤ f(x) + c α ∇f(x) · p with c = 1e-4 (Armijo's condition).
 *
 * <p>Cheap, as only values are compared; far from the least value on the line. Gives up after 60 halvings.
 *
 * <p>Source: lecture 5 names the problem only; Armijo 1966.
 *
 * @param first α₀
 */
public record Backtracking(double first) implements LineSearch {
    private static final double SHARE = 1e-4;
    private static final int HALVINGS = 60;

    /** @throws IllegalArgumentException if α₀ is not finite and above 0 */
    public Backtracking {
        if (!(first > 0 && first < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Backtracking: first: expected a finite number above 0 but got " + first + ".");
        }
    }

    @Override
    public double rate(Line line) {
        double value = line.value(0);
        double slope = line.slope(0);
        if (!(slope < 0)) {
            return 0;
        }
        double rate = first;
        for (int i = 0; i <= HALVINGS; i++) {
            if (line.value(rate) - value <= SHARE * rate * slope) {
                return rate;
            }
            rate /= 2;
        }
        return 0;
    }
}
