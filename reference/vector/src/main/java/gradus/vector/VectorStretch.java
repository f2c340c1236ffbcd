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
    public void gather(double[] g, double[] x, int i, int n, double centre, double[] sums) {
        DoubleVector p = DoubleVector.zero(SPECIES), u = p;
        DoubleVector q = p, v = p;
        int t = 0;
        for (; t <= n - 2 * LANES; t += 2 * LANES) {
            DoubleVector a = load(g, i + t);
            DoubleVector b = load(g, i + t + LANES);
            p = p.add(a);
            q = q.add(b);
            u = load(x, i + t).sub(centre).fma(a, u);
            v = load(x, i + t + LANES).sub(centre).fma(b, v);
        }
        double sum = Lanes.sum(p.add(q));
        double products = Lanes.sum(u.add(v));
        for (; t < n; t++) {
            sum += g[i + t];
            products += (x[i + t] - centre) * g[i + t];
        }
        sums[0] += sum;
        sums[1] += products;
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
    public void gather(
            double[] dy,
            double[] x,
            int i,
            int n,
            double centre,
            double factor,
            double[] gamma,
            double[] dgamma,
            double[] dbeta,
            double[] g) {
        int t = 0;
        for (; t <= n - LANES; t += LANES) {
            DoubleVector d = load(dy, i + t);
            load(x, i + t).sub(centre).mul(factor).fma(d, load(dgamma, t)).intoArray(dgamma, t);
            load(dbeta, t).add(d).intoArray(dbeta, t);
            d.mul(load(gamma, t)).intoArray(g, i + t);
        }
        for (; t < n; t++) {
            dgamma[t] = Math.fma((x[i + t] - centre) * factor, dy[i + t], dgamma[t]);
            dbeta[t] += dy[i + t];
            g[i + t] = dy[i + t] * gamma[t];
        }
    }
}
