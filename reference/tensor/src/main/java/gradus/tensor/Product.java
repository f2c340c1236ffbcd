package gradus.tensor;

/**
 * The product of two matrices, added to a third.
 *
 * <p>The right operand is packed in rows, a block at a time that stays in cache. Two rows of the result grow together by multiples of four
 * packed rows; that innermost loop runs over entries of several arrays at one and the same position, so it vectorises.
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
    private final double[] upper;
    private final double[] lower;

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
        this.upper = new double[Math.min(COLUMNS, width())];
        this.lower = new double[Math.min(COLUMNS, width())];
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
        for (int n = 0; n < height(); n += 2) {
            int next = Math.min(
                    n + 1, height() - 1); // the last row of an odd number is its own neighbour, and overwrites it alike
            System.arraycopy(y, at + n * step + column, upper, 0, columns);
            System.arraycopy(y, at + next * step + column, lower, 0, columns);
            grow(from + n * left.stride(1), from + next * left.stride(1), rows, columns);
            System.arraycopy(upper, 0, y, at + n * step + column, columns);
            System.arraycopy(lower, 0, y, at + next * step + column, columns);
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

    private void grow(int first, int second, int rows, int columns) {
        int along = left.stride(2);
        int r = 0;
        for (; r < rows - 3; r += 4) {
            four(r, first + r * along, second + r * along, along, columns);
        }
        for (; r < rows; r++) {
            one(packed[r], x[first + r * along], x[second + r * along], upper, lower, columns);
        }
    }

    private void four(int r, int i, int j, int along, int columns) {
        four(
                packed[r],
                packed[r + 1],
                packed[r + 2],
                packed[r + 3],
                new double[] {x[i], x[i + along], x[i + 2 * along], x[i + 3 * along]},
                new double[] {x[j], x[j + along], x[j + 2 * along], x[j + 3 * along]},
                upper,
                lower,
                columns);
    }

    private static void four(
            double[] w0, double[] w1, double[] w2, double[] w3, double[] a, double[] b, double[] y, double[] z, int n) {
        double a0 = a[0];
        double a1 = a[1];
        double a2 = a[2];
        double a3 = a[3];
        double b0 = b[0];
        double b1 = b[1];
        double b2 = b[2];
        double b3 = b[3];
        for (int j = 0; j < n; j++) {
            double p = w0[j];
            double q = w1[j];
            double r = w2[j];
            double s = w3[j];
            y[j] += a0 * p + a1 * q + a2 * r + a3 * s;
            z[j] += b0 * p + b1 * q + b2 * r + b3 * s;
        }
    }

    private static void one(double[] w, double a, double b, double[] y, double[] z, int n) {
        for (int j = 0; j < n; j++) {
            y[j] += a * w[j];
            z[j] += b * w[j];
        }
    }
}
