package gradus.reference.kernel;

/** Plain loops; sums are four side by side: faster than one, and closer. */
record PlainStretch() implements Stretch {
    @Override
    public double sum(double[] x, int i, int n) {
        double a = 0, b = 0, c = 0, d = 0;
        int t = i;
        for (; t < i + n - 3; t += 4) {
            a += x[t];
            b += x[t + 1];
            c += x[t + 2];
            d += x[t + 3];
        }
        for (; t < i + n; t++) {
            a += x[t];
        }
        return (a + b) + (c + d);
    }

    @Override
    public double squares(double[] x, int i, int n, double centre) {
        double a = 0, b = 0, c = 0, d = 0;
        int t = i;
        for (; t < i + n - 3; t += 4) {
            a += (x[t] - centre) * (x[t] - centre);
            b += (x[t + 1] - centre) * (x[t + 1] - centre);
            c += (x[t + 2] - centre) * (x[t + 2] - centre);
            d += (x[t + 3] - centre) * (x[t + 3] - centre);
        }
        for (; t < i + n; t++) {
            a += (x[t] - centre) * (x[t] - centre);
        }
        return (a + b) + (c + d);
    }

    @Override
    public void gather(double[] g, double[] x, int i, int n, double centre, double[] sums) {
        double a = 0, b = 0, c = 0, d = 0;
        int t = i;
        for (; t < i + n - 3; t += 4) {
            a += (x[t] - centre) * g[t];
            b += (x[t + 1] - centre) * g[t + 1];
            c += (x[t + 2] - centre) * g[t + 2];
            d += (x[t + 3] - centre) * g[t + 3];
        }
        for (; t < i + n; t++) {
            a += (x[t] - centre) * g[t];
        }
        sums[0] += sum(g, i, n);
        sums[1] += (a + b) + (c + d);
    }

    @Override
    public void scale(double[] x, double[] y, int i, int n, double centre, double factor, double shift) {
        for (int t = i; t < i + n; t++) {
            y[t] = (x[t] - centre) * factor + shift;
        }
    }

    @Override
    public void scale(
            double[] x, double[] y, int i, int n, double centre, double factor, double[] gamma, double[] beta) {
        for (int t = 0; t < n; t++) {
            y[i + t] = (x[i + t] - centre) * factor * gamma[t] + beta[t];
        }
    }

    @Override
    public void slope(
            double[] g, double[] x, double[] y, int i, int n, double mean, double centre, double slope, double factor) {
        for (int t = i; t < i + n; t++) {
            y[t] = (g[t] - mean - (x[t] - centre) * slope) * factor;
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
        for (int t = 0; t < n; t++) {
            dgamma[t] += (x[i + t] - centre) * factor * dy[i + t];
            dbeta[t] += dy[i + t];
            g[i + t] = dy[i + t] * gamma[t];
        }
    }
}
