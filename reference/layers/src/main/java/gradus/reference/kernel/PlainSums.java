package gradus.reference.kernel;

/** Sums over n entries from position i on, four side by side: faster than one, and closer. */
final class PlainSums {
    private PlainSums() {}

    static double sum(double[] x, int i, int n) {
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

    /** Σ (x - centre)². */
    static double squares(double[] x, int i, int n, double centre) {
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

    /** Σ (x - centre) y, with y from the same position. */
    static double products(double[] x, double[] y, int i, int n, double centre) {
        double a = 0, b = 0, c = 0, d = 0;
        int t = i;
        for (; t < i + n - 3; t += 4) {
            a += (x[t] - centre) * y[t];
            b += (x[t + 1] - centre) * y[t + 1];
            c += (x[t + 2] - centre) * y[t + 2];
            d += (x[t + 3] - centre) * y[t + 3];
        }
        for (; t < i + n; t++) {
            a += (x[t] - centre) * y[t];
        }
        return (a + b) + (c + d);
    }
}
