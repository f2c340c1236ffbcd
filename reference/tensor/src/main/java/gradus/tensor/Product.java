package gradus.tensor;

/**
 * The product of two matrices, added to a third.
 *
 * <p>The right operand is packed in rows, a block at a time that stays in cache. A row of the result grows by multiples of four packed rows
 * at once; that innermost loop runs over entries of arrays of their own at one and the same position, so it vectorises.
 */
final class Product {
    private static final int ROWS = 64;
    private static final int COLUMNS = 256;

    private final View left;
    private final View right;
    private final double[] x;
    private final double[] w;
    private final double[] y;
    private final int leftAt;
    private final int rightAt;
    private final int at;
    private final int step;
    private final double[][] packed;
    private final double[] grown;

    Product(Operand x, Operand w, int batch, double[] y, int at, int step) {
        this.left = x.view();
        this.right = w.view();
        this.x = x.storage().read();
        this.w = w.storage().read();
        this.y = y;
        this.leftAt = left.offset() + batch * left.stride(0);
        this.rightAt = right.offset() + batch * right.stride(0);
        this.at = at;
        this.step = step;
        this.packed = new double[Math.min(ROWS, depth())][Math.min(COLUMNS, width())];
        this.grown = new double[Math.min(COLUMNS, width())];
    }

    private int height() {
        return left.shape().dim(1);
    }

    private int depth() {
        return left.shape().dim(2);
    }

    private int width() {
        return right.shape().dim(2);
    }

    void add() {
        for (int column = 0; column < width(); column += COLUMNS) {
            for (int row = 0; row < depth(); row += ROWS) {
                block(row, Math.min(ROWS, depth() - row), column, Math.min(COLUMNS, width() - column));
            }
        }
    }

    private void block(int row, int rows, int column, int columns) {
        pack(rightAt + row * right.stride(1) + column * right.stride(2), rows, columns);
        int from = leftAt + row * left.stride(2);
        for (int n = 0; n < height(); n++) {
            int to = at + n * step + column;
            System.arraycopy(y, to, grown, 0, columns);
            grow(from + n * left.stride(1), rows, columns);
            System.arraycopy(grown, 0, y, to, columns);
        }
    }

    private void pack(int from, int rows, int columns) {
        int across = right.stride(2);
        for (int r = 0; r < rows; r++) {
            int begin = from + r * right.stride(1);
            double[] row = packed[r];
            if (across == 1) {
                System.arraycopy(w, begin, row, 0, columns);
            } else {
                for (int c = 0; c < columns; c++) {
                    row[c] = w[begin + c * across];
                }
            }
        }
    }

    private void grow(int from, int rows, int columns) {
        int along = left.stride(2);
        int r = 0;
        for (int i = from; r < rows - 3; r += 4, i += 4 * along) {
            four(
                    x[i],
                    packed[r],
                    x[i + along],
                    packed[r + 1],
                    x[i + 2 * along],
                    packed[r + 2],
                    x[i + 3 * along],
                    packed[r + 3],
                    grown,
                    columns);
        }
        for (; r < rows; r++) {
            one(x[from + r * along], packed[r], grown, columns);
        }
    }

    /** No more than four at once: with eight, or with two rows of the result, the JIT of Java 17 no longer vectorises. */
    private static void four(
            double a, double[] u, double b, double[] v, double c, double[] w, double d, double[] x, double[] y, int n) {
        for (int j = 0; j < n; j++) {
            y[j] += a * u[j] + b * v[j] + c * w[j] + d * x[j];
        }
    }

    private static void one(double a, double[] w, double[] y, int n) {
        for (int j = 0; j < n; j++) {
            y[j] += a * w[j];
        }
    }
}
