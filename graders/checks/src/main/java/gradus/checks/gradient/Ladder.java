package gradus.checks.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Estimates of phi'(0) with steps h, h/2, h/4 … */
final class Ladder {
    private static final int STEPS = 14;
    private static final double FIRST_STEP = 2e-2;
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final double[] step = new double[STEPS];
    private final double[] above = new double[STEPS];
    private final double[] below = new double[STEPS];
    private final double centre;
    private final double rounding;

    /**
     * Evaluates phi on both sides of 0.
     *
     * @param centre phi(0)
     * @param size the largest magnitude of the point: steps grow with it
     * @param magnitude the sum of the magnitudes of the terms of phi(0), which bounds its rounding
     */
    Ladder(DoubleUnaryOperator phi, double centre, double size, double magnitude) {
        this.centre = centre;
        rounding = 8 * UNIT_ROUNDOFF * magnitude;
        for (int j = 0; j < STEPS; j++) {
            step[j] = FIRST_STEP * Math.max(1, size) / (1 << j);
            above[j] = phi.applyAsDouble(step[j]);
            below[j] = phi.applyAsDouble(-step[j]);
        }
    }

    /** One estimate from every three neighbouring steps, the largest steps first. */
    List<Slope> slopes() {
        List<Slope> slopes = new ArrayList<>();
        for (int j = 0; j + 2 < STEPS; j++) slopes.add(slope(j));
        return slopes;
    }

    private Slope slope(int j) {
        double coarse = (4 * difference(j + 1) - difference(j)) / 3;
        double fine = (4 * difference(j + 2) - difference(j + 1)) / 3;
        double value = (16 * fine - coarse) / 15;
        double bar = Math.abs(value - fine) + rounding / step[j + 2];
        return new Slope(value, bar, bend(j), bend(j + 2));
    }

    private double difference(int j) {
        return (above[j] - below[j]) / (2 * step[j]);
    }

    private double bend(int j) {
        return Math.abs(above[j] - 2 * centre + below[j]) / step[j];
    }
}
