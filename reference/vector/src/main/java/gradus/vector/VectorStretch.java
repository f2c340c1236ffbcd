package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import gradus.reference.kernel.Stretch;
import jdk.incubator.vector.DoubleVector;

/** Loops on vectors. */
record VectorStretch() implements Stretch {
    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    @Override
    public double sum(double[] x, int i, int n) {
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

    @Override
    public double squares(double[] x, int i, int n, double centre) {
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

    @Override
    public double products(double[] x, double[] y, int i, int n, double centre) {
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

    @Override
    public void scale(double[] x, double[] y, int i, int n, double centre, double factor, double shift) {
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

    @Override
    public void slope(
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

    @Override
    public void scale(
            double[] x, double[] y, int i, int n, double centre, double factor, double[] gamma, double[] beta) {
        int t = 0;
        for (; t <= n - LANES; t += LANES) {
            load(x, i + t)
                    .sub(centre)
                    .mul(factor)
                    .fma(load(gamma, t), load(beta, t))
                    .intoArray(y, i + t);
        }
        for (; t < n; t++) {
            y[i + t] = Math.fma((x[i + t] - centre) * factor, gamma[t], beta[t]);
        }
    }

    @Override
    public void multiply(double[] g, double[] gamma, double[] y, int i, int n) {
        int t = 0;
        for (; t <= n - LANES; t += LANES) {
            load(g, i + t).mul(load(gamma, t)).intoArray(y, i + t);
        }
        for (; t < n; t++) {
            y[i + t] = g[i + t] * gamma[t];
        }
    }

    @Override
    public void gather(
            double[] dy, double[] x, int i, int n, double centre, double factor, double[] dgamma, double[] dbeta) {
        int t = 0;
        for (; t <= n - LANES; t += LANES) {
            DoubleVector d = load(dy, i + t);
            load(x, i + t).sub(centre).mul(factor).fma(d, load(dgamma, t)).intoArray(dgamma, t);
            load(dbeta, t).add(d).intoArray(dbeta, t);
        }
        for (; t < n; t++) {
            dgamma[t] = Math.fma((x[i + t] - centre) * factor, dy[i + t], dgamma[t]);
            dbeta[t] += dy[i + t];
        }
    }
}
