package gradus.tensor;

/**
 * The product of two matrices.
 *
 * <p>The right operand is packed in rows, a block at a time that stays in cache; a row of the result grows by multiples of four packed
 * rows at once, and that innermost loop runs over entries side by side, so it vectorises.
 */
final class Product {
    private static final int ROWS = 64;
    private static final int COLUMNS = 256;

    private final double[] packed = new double[ROWS * COLUMNS];
    private final double[] x;
    private final double[] w;
    private final double[] y;

    Product(double[] x, double[] w, double[] y) {
        this.x = x;
        this.w = w;
        this.y = y;
    }

    /** x (B, N, D) and w (B, D, M) give y (B, N, M). */
    void run(View xs, View ws) {
        int size = xs.shape().dim(1) * ws.shape().dim(2);
        for (int b = 0; b < xs.shape().dim(0); b++) {
            one(xs, xs.offset() + b * xs.stride(0), ws, ws.offset() + b * ws.stride(0), b * size);
        }
    }

    private void one(View xs, int xAt, View ws, int wAt, int yAt) {
        int depth = ws.shape().dim(1);
        int width = ws.shape().dim(2);
        for (int column = 0; column < width; column += COLUMNS) {
            int columns = Math.min(COLUMNS, width - column);
            for (int row = 0; row < depth; row += ROWS) {
                int rows = Math.min(ROWS, depth - row);
                pack(ws, wAt + row * ws.stride(1) + column * ws.stride(2), rows, columns);
                for (int n = 0; n < xs.shape().dim(1); n++) {
                    int from = xAt + n * xs.stride(1) + row * xs.stride(2);
                    grow(from, xs.stride(2), rows, yAt + n * width + column, columns);
                }
            }
        }
    }

    private void pack(View ws, int from, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            int at = from + r * ws.stride(1);
            if (ws.stride(2) == 1) {
                System.arraycopy(w, at, packed, r * columns, columns);
            } else {
                for (int c = 0; c < columns; c++) {
                    packed[r * columns + c] = w[at + c * ws.stride(2)];
                }
            }
        }
    }

    private void grow(int from, int step, int rows, int to, int columns) {
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

    static double[] of(double[] x, View xs, double[] w, View ws) {
        double[] y =
                new double[xs.shape().dim(0) * xs.shape().dim(1) * ws.shape().dim(2)];
        new Product(x, w, y).run(xs, ws);
        return y;
    }
}
