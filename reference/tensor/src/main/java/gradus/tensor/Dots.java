package gradus.tensor;

/**
 * A product of two matrices whose common axis lies side by side in both and is longer than a row of the result, which is short: each entry
 * is a sum along it, four of a row at once. {@link Product} would work on stretches as short as that row.
 */
final class Dots {
    private static final int SIDE = 4;

    /** With so many columns or more, rows of the result are long enough. */
    static final int FEW = 32;

    private final View left;
    private final View right;
    private final double[] x;
    private final double[] w;
    private final double[] y;
    private final int step;

    Dots(Operand x, Operand w, double[] y, int step) {
        this.left = x.view();
        this.right = w.view();
        this.x = x.storage().read();
        this.w = w.storage().read();
        this.y = y;
        this.step = step;
    }

    static boolean suits(View left, View right) {
        return left.stride(2) == 1 && right.stride(1) == 1 && width(right) < FEW && depth(right) > width(right);
    }

    private static int depth(View right) {
        return right.shape().dim(1);
    }

    private static int width(View right) {
        return right.shape().dim(2);
    }

    /** Adds the product of a batch to y, from entry {@code at} on. */
    void add(int batch, int at) {
        for (int c = 0; c < width(right); c += SIDE) {
            for (int n = 0; n < left.shape().dim(1); n++) {
                int row = left.offset() + batch * left.stride(0) + n * left.stride(1);
                four(row, right.offset() + batch * right.stride(0), c, at + n * step);
            }
        }
    }

    /** Columns after the last are the last once more. */
    private void four(int row, int from, int column, int to) {
        int last = width(right) - 1;
        int i0 = from + column * right.stride(2);
        int i1 = from + Math.min(column + 1, last) * right.stride(2);
        int i2 = from + Math.min(column + 2, last) * right.stride(2);
        int i3 = from + Math.min(column + 3, last) * right.stride(2);
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int depth = depth(right);
        int d = 0;
        for (; d < depth - 1; d += 2) {
            double a = x[row + d];
            double b = x[row + d + 1];
            s0 += a * w[i0 + d] + b * w[i0 + d + 1];
            s1 += a * w[i1 + d] + b * w[i1 + d + 1];
            s2 += a * w[i2 + d] + b * w[i2 + d + 1];
            s3 += a * w[i3 + d] + b * w[i3 + d + 1];
        }
        for (; d < depth; d++) {
            double a = x[row + d];
            s0 += a * w[i0 + d];
            s1 += a * w[i1 + d];
            s2 += a * w[i2 + d];
            s3 += a * w[i3 + d];
        }
        double[] sums = {s0, s1, s2, s3};
        for (int c = column; c <= last && c < column + SIDE; c++) {
            y[to + c] += sums[c - column];
        }
    }
}
