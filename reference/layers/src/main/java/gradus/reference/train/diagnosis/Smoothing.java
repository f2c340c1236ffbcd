package gradus.reference.train.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the jitter out of a curve: sᵢ = β sᵢ₋₁ + (1 - β) cᵢ with s₀ = c₀.
 *
 * <p>Source: the summary (accuracy and loss fluctuate: smooth them).
 */
public record Smoothing(double beta) {
    /** @throws IllegalArgumentException if β is not from 0 to below 1 */
    public Smoothing {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException(
                    "Smoothing: beta: expected a number from 0 to below 1 but got " + beta + ".");
        }
    }

    /** Returns as many values as the curve has. */
    public List<Double> of(List<Double> curve) {
        List<Double> smooth = new ArrayList<>();
        for (double value : curve) {
            smooth.add(smooth.isEmpty() ? value : beta * smooth.get(smooth.size() - 1) + (1 - beta) * value);
        }
        return smooth;
    }
}
