package gradus.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost part of a product of matrices: eight rows by one or two vectors of columns, kept in registers while they grow.
 *
 * <p>Written out, because the JIT keeps vectors in registers only if they are local variables.
 */
final class Tile {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Rows of a tile. */
    static final int ROWS = 8;

    /** Columns of a panel: of the right matrix, packed so that what a tile needs stands side by side. */
    static final int PANEL = 2 * LANES;

    private Tile() {}

    /**
     * Adds to {@code rows} × {@code columns} entries of y the product of as many rows of x and {@code depth} rows of w.
     *
     * @param across from one row of x to the next
     * @param along from one entry of a row of x to the next
     * @param places where each row of w begins, from entry {@code from} on
     * @param spare room for a tile
     */
    static void add(
            double[] x,
            int at,
            int across,
            int along,
            int rows,
            double[] w,
            int from,
            int[] places,
            int depth,
            double[] y,
            int to,
            int step,
            int columns,
            double[] spare) {
        boolean narrow = columns <= LANES;
        int width = narrow ? LANES : PANEL;
        boolean whole = rows == ROWS && columns == width;
        double[] target = whole ? y : spare;
        int place = whole ? to : 0;
        int stride = whole ? step : width;
        if (!whole) {
            Arrays.fill(spare, 0, ROWS * width, 0);
        }
        if (narrow) {
            HalfTile.add(x, at, across, along, rows - 1, w, from, places, depth, target, place, stride);
        } else {
            two(x, at, across, along, rows - 1, w, from, places, depth, target, place, stride);
        }
        for (int row = 0; !whole && row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                y[to + row * step + column] += spare[row * width + column];
            }
        }
    }

    /** Rows after the last are the last once more. */
    private static void two(
            double[] x,
            int at,
            int across,
            int along,
            int last,
            double[] w,
            int from,
            int[] places,
            int depth,
            double[] y,
            int to,
            int step) {
        int at1 = at + Math.min(1, last) * across;
        int at2 = at + Math.min(2, last) * across;
        int at3 = at + Math.min(3, last) * across;
        int at4 = at + Math.min(4, last) * across;
        int at5 = at + Math.min(5, last) * across;
        int at6 = at + Math.min(6, last) * across;
        int at7 = at + Math.min(7, last) * across;
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector p0 = zero, q0 = zero;
        DoubleVector p1 = zero, q1 = zero;
        DoubleVector p2 = zero, q2 = zero;
        DoubleVector p3 = zero, q3 = zero;
        DoubleVector p4 = zero, q4 = zero;
        DoubleVector p5 = zero, q5 = zero;
        DoubleVector p6 = zero, q6 = zero;
        DoubleVector p7 = zero, q7 = zero;
        for (int d = 0, i = 0; d < depth; d++, i += along) {
            int j = from + places[d];
            DoubleVector b = DoubleVector.fromArray(SPECIES, w, j);
            DoubleVector c = DoubleVector.fromArray(SPECIES, w, j + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, x[at + i]);
            p0 = a0.fma(b, p0);
            q0 = a0.fma(c, q0);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, x[at1 + i]);
            p1 = a1.fma(b, p1);
            q1 = a1.fma(c, q1);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, x[at2 + i]);
            p2 = a2.fma(b, p2);
            q2 = a2.fma(c, q2);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, x[at3 + i]);
            p3 = a3.fma(b, p3);
            q3 = a3.fma(c, q3);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, x[at4 + i]);
            p4 = a4.fma(b, p4);
            q4 = a4.fma(c, q4);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, x[at5 + i]);
            p5 = a5.fma(b, p5);
            q5 = a5.fma(c, q5);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, x[at6 + i]);
            p6 = a6.fma(b, p6);
            q6 = a6.fma(c, q6);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, x[at7 + i]);
            p7 = a7.fma(b, p7);
            q7 = a7.fma(c, q7);
        }
        p0.add(DoubleVector.fromArray(SPECIES, y, to)).intoArray(y, to);
        q0.add(DoubleVector.fromArray(SPECIES, y, to + LANES)).intoArray(y, to + LANES);
        p1.add(DoubleVector.fromArray(SPECIES, y, to + step)).intoArray(y, to + step);
        q1.add(DoubleVector.fromArray(SPECIES, y, to + step + LANES)).intoArray(y, to + step + LANES);
        p2.add(DoubleVector.fromArray(SPECIES, y, to + 2 * step)).intoArray(y, to + 2 * step);
        q2.add(DoubleVector.fromArray(SPECIES, y, to + 2 * step + LANES)).intoArray(y, to + 2 * step + LANES);
        p3.add(DoubleVector.fromArray(SPECIES, y, to + 3 * step)).intoArray(y, to + 3 * step);
        q3.add(DoubleVector.fromArray(SPECIES, y, to + 3 * step + LANES)).intoArray(y, to + 3 * step + LANES);
        p4.add(DoubleVector.fromArray(SPECIES, y, to + 4 * step)).intoArray(y, to + 4 * step);
        q4.add(DoubleVector.fromArray(SPECIES, y, to + 4 * step + LANES)).intoArray(y, to + 4 * step + LANES);
        p5.add(DoubleVector.fromArray(SPECIES, y, to + 5 * step)).intoArray(y, to + 5 * step);
        q5.add(DoubleVector.fromArray(SPECIES, y, to + 5 * step + LANES)).intoArray(y, to + 5 * step + LANES);
        p6.add(DoubleVector.fromArray(SPECIES, y, to + 6 * step)).intoArray(y, to + 6 * step);
        q6.add(DoubleVector.fromArray(SPECIES, y, to + 6 * step + LANES)).intoArray(y, to + 6 * step + LANES);
        p7.add(DoubleVector.fromArray(SPECIES, y, to + 7 * step)).intoArray(y, to + 7 * step);
        q7.add(DoubleVector.fromArray(SPECIES, y, to + 7 * step + LANES)).intoArray(y, to + 7 * step + LANES);
    }
}
