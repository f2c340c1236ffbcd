package gradus.tensor;

/** Functions of two entries, a loop each, so that every loop vectorises by itself. */
final class BinaryLoops {
    private BinaryLoops() {}

    /** Sets n entries of z from position k, out of those of a from position i and of b from position j. */
    static void apply(Backend.Binary operation, double[] a, int i, double[] b, int j, double[] z, int k, int n) {
        switch (operation) {
            case PLUS -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] + b[j + t];
            }
            case MINUS -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] - b[j + t];
            }
            case TIMES -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] * b[j + t];
            }
            case DIVIDE -> {
                for (int t = 0; t < n; t++) z[k + t] = a[i + t] / b[j + t];
            }
            case POWER -> {
                for (int t = 0; t < n; t++) z[k + t] = Math.pow(a[i + t], b[j + t]);
            }
            case MAXIMUM -> {
                for (int t = 0; t < n; t++) z[k + t] = Math.max(a[i + t], b[j + t]);
            }
            case MINIMUM -> {
                for (int t = 0; t < n; t++) z[k + t] = Math.min(a[i + t], b[j + t]);
            }
            case GREATER -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] > b[j + t]);
            }
            case GREATER_EQUAL -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] >= b[j + t]);
            }
            case LESS -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] < b[j + t]);
            }
            case LESS_EQUAL -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] <= b[j + t]);
            }
            case EQUAL_TO -> {
                for (int t = 0; t < n; t++) z[k + t] = bit(a[i + t] == b[j + t]);
            }
        }
    }

    /** An int, because the JIT chooses between ints without a branch, which random entries would make it mispredict. */
    static int bit(boolean holds) {
        return holds ? 1 : 0;
    }
}
