package gradus.checks.gradient;

import java.util.function.DoubleUnaryOperator;

/** Estimates of phi'(0) with steps h, h/2, h/4 …, evaluated as far as they are asked for. */
final class Ladder {
    private static final int STEPS = 14;
    private static final double FIRST_STEP = 2e-2;
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    /** How many estimates there are: one from every three neighbouring steps. */
    static final int RUNGS = STEPS - 2;

    private final DoubleUnaryOperator phi;
    private final double firstStep;
    private final double centre;
    private final double rounding;
    private final double[] above = new double[STEPS];
    private final double[] below = new double[STEPS];
    private int evaluated;

    /**
     * A ladder at 0.
     *
     * @param centre phi(0)
     * @param size the largest magnitude of the point: steps grow with it
     * @param magnitude the sum of the magnitudes of the terms of phi(0), which bounds its rounding
     */
    Ladder(DoubleUnaryOperator phi, double centre, double size, double magnitude) {
        this.phi = phi;
        this.centre = centre;
        firstStep = FIRST_STEP * Math.max(1, size);
        rounding = 8 * UNIT_ROUNDOFF * magnitude;
    }

    /** The estimate from the steps j, j + 1 and j + 2; the largest step has number 0. */
    Slope slope(int j) {
        while (evaluated < j + 3) evaluate(evaluated++);
        double coarse = (4 * difference(j + 1) - difference(j)) / 3;
        double fine = (4 * difference(j + 2) - difference(j + 1)) / 3;
        double value = (16 * fine - coarse) / 15;
        double bar = Math.abs(value - fine) + rounding / step(j + 2);
        return new Slope(value, bar, bend(j), bend(j + 2));
    }

    private void evaluate(int j) {
        above[j] = phi.applyAsDouble(step(j));
        below[j] = phi.applyAsDouble(-step(j));
    }

    private double step(int j) {
        return firstStep / (1 << j);
    }

    private double difference(int j) {
        return (above[j] - below[j]) / (2 * step(j));
    }

    private double bend(int j) {
        return Math.abs(above[j] - 2 * centre + below[j]) / step(j);
    }
}
