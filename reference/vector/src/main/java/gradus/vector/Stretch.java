package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** What normalising asks of n entries side by side, from position i of x. */
final class Stretch {
    private Stretch() {}

    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    static double sum(double[] x, int i, int n) {
        DoubleVector p = DoubleVector.zero(SPECIES);
        DoubleVector q = p;
        int t = 0;
        for (; t <= n - 2 * LANES; t += 2 * LANES) {
            p = p.add(load(x, i + t));
            q = q.add(load(x, i + t + LANES));
        }
        double sum = Lanes.sum(p.add(q));
        for (; t < n; t++) {
            sum += x[i + t];
        }
        return sum;
    }

    /** Σ (x - centre)². */
    static double squares(double[] x, int i, int n, double centre) {
        DoubleVector p = DoubleVector.zero(SPECIES);
        DoubleVector q = p;
        int t = 0;
        for (; t <= n - 2 * LANES; t += 2 * LANES) {
            DoubleVector a = load(x, i + t).sub(centre);
            DoubleVector b = load(x, i + t + LANES).sub(centre);
            p = a.fma(a, p);
            q = b.fma(b, q);
        }
        double sum = Lanes.sum(p.add(q));
        for (; t < n; t++) {
            sum += (x[i + t] - centre) * (x[i + t] - centre);
        }
        return sum;
    }

    /** Σ (x - centre) y, with y from the same position. */
    static double products(double[] x, double[] y, int i, int n, double centre) {
        DoubleVector p = DoubleVector.zero(SPECIES);
        DoubleVector q = p;
        int t = 0;
        for (; t <= n - 2 * LANES; t += 2 * LANES) {
            p = load(x, i + t).sub(centre).fma(load(y, i + t), p);
            q = load(x, i + t + LANES).sub(centre).fma(load(y, i + t + LANES), q);
        }
        double sum = Lanes.sum(p.add(q));
        for (; t < n; t++) {
            sum += (x[i + t] - centre) * y[i + t];
        }
        return sum;
    }

    /** y = (x - centre) · factor + shift, to the same position. */
    static void scale(double[] x, double[] y, int i, int n, double centre, double factor, double shift) {
        int t = 0;
        DoubleVector shifts = DoubleVector.broadcast(SPECIES, shift);
        DoubleVector factors = DoubleVector.broadcast(SPECIES, factor);
        for (; t <= n - LANES; t += LANES) {
            load(x, i + t).sub(centre).fma(factors, shifts).intoArray(y, i + t);
        }
        for (; t < n; t++) {
            y[i + t] = Math.fma(x[i + t] - centre, factor, shift);
        }
    }

    /** y = (g - mean - (x - centre) · slope) · factor, all from the same position. */
    static void slope(
            double[] g, double[] x, double[] y, int i, int n, double mean, double centre, double slope, double factor) {
        int t = 0;
        DoubleVector slopes = DoubleVector.broadcast(SPECIES, -slope);
        for (; t <= n - LANES; t += LANES) {
            DoubleVector level = load(g, i + t).sub(mean);
            load(x, i + t).sub(centre).fma(slopes, level).mul(factor).intoArray(y, i + t);
        }
        for (; t < n; t++) {
            y[i + t] = Math.fma(x[i + t] - centre, -slope, g[i + t] - mean) * factor;
        }
    }
}
