package gradus.tensor;

/** Reductions: of a stretch of entries to one, or of stretches entry by entry. */
final class FoldLoops {
    private FoldLoops() {}

    /** What a reduction of nothing gives. */
    static double start(Backend.Fold operation) {
        return switch (operation) {
            case SUM -> 0;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
        };
    }

    /** Reduces n entries of x from position i, and entry j of y with them, to entry j of y. */
    static void across(Backend.Fold operation, double[] x, int i, double[] y, int j, int n) {
        y[j] = switch (operation) {
            case SUM -> y[j] + sum(x, i, n);
            case MAX -> Math.max(y[j], max(x, i, n));
            case MIN -> Math.min(y[j], min(x, i, n));
        };
    }

    /** Reduces n entries of x from position i into as many of y from position j, entry by entry. */
    static void along(Backend.Fold operation, double[] x, int i, double[] y, int j, int n) {
        switch (operation) {
            case SUM -> BinaryLoops.apply(Backend.Binary.PLUS, y, j, x, i, y, j, n);
            case MAX -> BinaryLoops.apply(Backend.Binary.MAXIMUM, y, j, x, i, y, j, n);
            case MIN -> BinaryLoops.apply(Backend.Binary.MINIMUM, y, j, x, i, y, j, n);
        }
    }

    /** Four sums side by side: faster than one, and closer. */
    private static double sum(double[] x, int i, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int t = 0;
        for (; t < n - 3; t += 4) {
            a += x[i + t];
            b += x[i + t + 1];
            c += x[i + t + 2];
            d += x[i + t + 3];
        }
        for (; t < n; t++) {
            a += x[i + t];
        }
        return (a + b) + (c + d);
    }

    private static double max(double[] x, int i, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            max = Math.max(max, x[i + t]);
        }
        return max;
    }

    private static double min(double[] x, int i, int n) {
        double min = Double.POSITIVE_INFINITY;
        for (int t = 0; t < n; t++) {
            min = Math.min(min, x[i + t]);
        }
        return min;
    }
}
