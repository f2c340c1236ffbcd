package gradus.tensor;

/**
 * The product of two matrices.
 *
 * <p>The right operand is packed in rows, a block at a time that stays in cache. Every row of the result grows by multiples of four
 * packed rows at once; that innermost loop runs over entries side by side, so it vectorises.
 */
final class Product {
    private static final int ROWS = 64;
    private static final int COLUMNS = 256;

    private final View left;
    private final View right;
    private final double[] x;
    private final double[] w;
    private final double[] y;
    private final double[] packed;

    private Product(Operand x, Operand w) {
        this.left = x.view();
        this.right = w.view();
        this.x = x.storage().read();
        this.w = w.storage().read();
        this.y = new double[left.shape().dim(0) * height() * width()];
        this.packed = new double[Math.min(ROWS, depth()) * Math.min(COLUMNS, width())];
    }

    /** x (B, N, D) and w (B, D, M) give y (B, N, M). */
    static double[] of(Operand x, Operand w) {
        Product product = new Product(x, w);
        for (int batch = 0; batch < product.left.shape().dim(0); batch++) {
            product.matrix(batch);
        }
        return product.y;
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

    private void matrix(int batch) {
        for (int column = 0; column < width(); column += COLUMNS) {
            for (int row = 0; row < depth(); row += ROWS) {
                block(batch, row, Math.min(ROWS, depth() - row), column, Math.min(COLUMNS, width() - column));
            }
        }
    }

    private void block(int batch, int row, int rows, int column, int columns) {
        int corner = right.offset() + batch * right.stride(0) + row * right.stride(1) + column * right.stride(2);
        pack(corner, rows, columns);
        int from = left.offset() + batch * left.stride(0) + row * left.stride(2);
        int to = batch * height() * width() + column;
        for (int n = 0; n < height(); n++) {
            grow(from + n * left.stride(1), rows, to + n * width(), columns);
        }
    }

    private void pack(int from, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            int at = from + r * right.stride(1);
            if (right.stride(2) == 1) {
                System.arraycopy(w, at, packed, r * columns, columns);
            } else {
                for (int c = 0; c < columns; c++) {
                    packed[r * columns + c] = w[at + c * right.stride(2)];
                }
            }
        }
    }

    private void grow(int from, int rows, int to, int columns) {
        int step = left.stride(2);
        int r = 0;
        for (; r < rows - 3; r += 4) {
            int at = from + r * step;
            four(x[at], x[at + step], x[at + 2 * step], x[at + 3 * step], packed, r * columns, y, to, columns);
        }
        for (; r < rows; r++) {
            one(x[from + r * step], packed, r * columns, y, to, columns);
        }
    }

    private static void four(
            double a, double b, double c, double d, double[] w, int from, double[] y, int to, int columns) {
        int second = from + columns;
        int third = second + columns;
        int fourth = third + columns;
        for (int j = 0; j < columns; j++) {
            y[to + j] += a * w[from + j] + b * w[second + j] + c * w[third + j] + d * w[fourth + j];
        }
    }

    private static void one(double a, double[] w, int from, double[] y, int to, int columns) {
        for (int j = 0; j < columns; j++) {
            y[to + j] += a * w[from + j];
        }
    }
}
