package gradus.checks.gradient;

import java.util.ArrayList;
import java.util.List;

/**
 * One look at one point along one direction.
 *
 * @param slope the best estimate of the slope, NaN where there is none
 * @param claimed what the gradient says
 */
record Attempt(Sight sight, double slope, double claimed) {

    enum Sight {
        AGREES,
        DISAGREES,
        UNCLEAR
    }

    /**
     * Holds a claimed slope against the ladder's, from the largest step down, until one agrees.
     *
     * @param length the Euclidean length of the claimed gradient
     * @param magnitude the sum of the magnitudes of the terms of phi(0)
     */
    static Attempt of(Ladder ladder, double claimed, double length, double magnitude) {
        List<Slope> usable = new ArrayList<>();
        for (int j = 0; j < Ladder.RUNGS; j++) {
            Slope slope = ladder.slope(j);
            if (!usable(slope, claimed, length, magnitude)) continue;
            if (mismatch(slope, claimed) <= tolerance(slope, claimed, length)) {
                return new Attempt(Sight.AGREES, slope.value(), claimed);
            }
            usable.add(slope);
        }
        return usable.size() < 3 ? unclear(usable, claimed) : steady(usable, claimed, length);
    }

    /** A real error is the same at every step; truncation and rounding are not. */
    private static Attempt steady(List<Slope> usable, double claimed, double length) {
        List<Slope> last = usable.subList(usable.size() - 3, usable.size());
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        boolean kink = false;
        for (Slope slope : last) {
            double mismatch = claimed - slope.value();
            least = Math.min(least, Math.abs(mismatch));
            most = Math.max(most, Math.abs(mismatch - (claimed - last.get(0).value())));
            kink |= slope.showsKink(Math.abs(mismatch), tolerance(slope, claimed, length));
        }
        boolean stable = most <= 0.05 * least;
        return stable && !kink ? new Attempt(Sight.DISAGREES, last.get(0).value(), claimed) : unclear(usable, claimed);
    }

    private static Attempt unclear(List<Slope> usable, double claimed) {
        return new Attempt(
                Sight.UNCLEAR, usable.isEmpty() ? Double.NaN : usable.get(0).value(), claimed);
    }

    private static boolean usable(Slope slope, double claimed, double length, double magnitude) {
        return slope.bar() <= 1e-4 * scale(slope, claimed, length) + 1e-12 * magnitude;
    }

    private static double tolerance(Slope slope, double claimed, double length) {
        return 10 * slope.bar() + 1e-7 * scale(slope, claimed, length);
    }

    private static double scale(Slope slope, double claimed, double length) {
        return Math.max(Math.max(Math.abs(slope.value()), Math.abs(claimed)), 1e-3 * length);
    }

    private static double mismatch(Slope slope, double claimed) {
        return Math.abs(claimed - slope.value());
    }
}
