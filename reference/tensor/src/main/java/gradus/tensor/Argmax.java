package gradus.tensor;

/** Where the first maxima stand; NaN counts as the greatest. */
final class Argmax {
    private Argmax() {}

    /** Along the middle axis of x (outer, length, inner). */
    static int[] of(double[] x, int outer, int length, int inner) {
        int[] best = new int[outer * inner];
        for (int i = 0; i < best.length; i++) {
            int from = i / inner * length * inner + i % inner;
            for (int j = 1; j < length; j++) {
                if (beats(x[from + j * inner], x[from + best[i] * inner])) {
                    best[i] = j;
                }
            }
        }
        return best;
    }

    private static boolean beats(double challenger, double best) {
        return !(challenger <= best) && !Double.isNaN(best);
    }
}
