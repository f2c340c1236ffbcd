package gradus.checks.gradient;

import gradus.checks.gradient.Judgement.Decision;
import gradus.tensor.Seed;
import java.util.function.DoubleUnaryOperator;

/** Checks claimed gradients along random directions, over a bounded number of points. */
public final class GradientChecker {
    private static final int TRIES = 12;
    private static final double LEAST_MOVE = 1e-4;
    private static final double MOST_MOVE = Math.pow(10, -1.5);

    private GradientChecker() {}

    /**
     * PASS after three points agree and none disagrees, or six agree and one disagrees; FAIL after two points disagree; else INCONCLUSIVE
     * after twelve tries. A gradient that is not finite, or not of the point's length, fails at once.
     */
    public static Judgement check(Differentiable f, Seed seed) {
        double[] x = f.point().clone();
        int agree = 0;
        int disagree = 0;
        Attempt attempt = new Attempt(Attempt.Sight.UNCLEAR, Double.NaN, Double.NaN);
        for (int i = 0; i < TRIES; i++) {
            attempt = attempt(f, x, seed.child(i));
            if (!Double.isFinite(attempt.claimed())) return judge(Decision.FAIL, attempt);
            if (attempt.sight() == Attempt.Sight.AGREES) agree++;
            if (attempt.sight() == Attempt.Sight.DISAGREES) disagree++;
            if (disagree == 2) return judge(Decision.FAIL, attempt);
            if (agree >= (disagree == 0 ? 3 : 6)) return judge(Decision.PASS, attempt);
            if (attempt.sight() != Attempt.Sight.AGREES)
                x = moved(f.point(), seed.child(i).named("move"));
        }
        return judge(Decision.INCONCLUSIVE, attempt);
    }

    private static Judgement judge(Decision decision, Attempt attempt) {
        return new Judgement(decision, attempt.slope(), attempt.claimed());
    }

    private static Attempt attempt(Differentiable f, double[] x, Seed seed) {
        double[] y = f.value(x);
        double[] c = signed(y.length, seed.named("upstream"));
        double[] d = unit(signed(x.length, seed.named("direction")));
        double[] gradient = f.pullback(x, c);
        if (gradient.length != x.length) return new Attempt(Attempt.Sight.DISAGREES, Double.NaN, Double.NaN);
        double magnitude = magnitude(c, y);
        DoubleUnaryOperator phi = t -> dot(c, f.value(along(x, t, d)));
        Ladder ladder = new Ladder(phi, dot(c, y), largest(x), magnitude);
        return Attempt.of(ladder, dot(gradient, d), Math.sqrt(dot(gradient, gradient)), magnitude);
    }

    /** Entries of either sign with magnitudes in [0.5, 1.5]: none small, so that no single wrong entry hides. */
    private static double[] signed(int length, Seed seed) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            double u = seed.uniform(i);
            values[i] = u < 0.5 ? 0.5 + 2 * u : -0.5 - 2 * (u - 0.5);
        }
        return values;
    }

    private static double[] unit(double[] values) {
        double length = Math.sqrt(dot(values, values));
        for (int i = 0; i < values.length; i++) values[i] /= length;
        return values;
    }

    private static double[] moved(double[] point, Seed seed) {
        double reach = LEAST_MOVE * Math.pow(MOST_MOVE / LEAST_MOVE, seed.uniform(0)) * Math.max(largest(point), 1e-3);
        double[] x = point.clone();
        for (int i = 0; i < x.length; i++) x[i] += reach * (2 * seed.uniform(i + 1) - 1);
        return x;
    }

    private static double[] along(double[] x, double t, double[] d) {
        double[] moved = new double[x.length];
        for (int i = 0; i < x.length; i++) moved[i] = x[i] + t * d[i];
        return moved;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) largest = Math.max(largest, Math.abs(value));
        return largest;
    }

    private static double magnitude(double[] c, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) sum += Math.abs(c[i] * y[i]);
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        if (a.length != b.length) return Double.NaN;
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
