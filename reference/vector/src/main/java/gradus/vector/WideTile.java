package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** A tile of at most three rows by four vectors of columns, for a left matrix with so few rows that a {@link Tile} would stand half empty. */
final class WideTile {
    /** Rows of a tile, at most. */
    static final int ROWS = 3;

    /** Columns of a tile. */
    static final int COLUMNS = 4 * LANES;

    private WideTile() {}

    /**
     * Adds to {@code rows} rows of four vectors of y, {@code step} apart, the product of as many rows of x and {@code depth} rows of w.
     *
     * @param across from one row of x to the next
     * @param along from one entry of a row of x to the next
     * @param places where each row of w begins, from entry {@code from} on
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
            int step) {
        int at1 = at + Math.min(1, rows - 1) * across;
        int at2 = at + Math.min(2, rows - 1) * across;
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector p0 = zero, q0 = zero, r0 = zero, s0 = zero;
        DoubleVector p1 = zero, q1 = zero, r1 = zero, s1 = zero;
        DoubleVector p2 = zero, q2 = zero, r2 = zero, s2 = zero;
        for (int d = 0, i = 0; d < depth; d++, i += along) {
            int j = from + places[d];
            DoubleVector b = DoubleVector.fromArray(SPECIES, w, j);
            DoubleVector c = DoubleVector.fromArray(SPECIES, w, j + LANES);
            DoubleVector e = DoubleVector.fromArray(SPECIES, w, j + 2 * LANES);
            DoubleVector f = DoubleVector.fromArray(SPECIES, w, j + 3 * LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, x[at + i]);
            p0 = a0.fma(b, p0);
            q0 = a0.fma(c, q0);
            r0 = a0.fma(e, r0);
            s0 = a0.fma(f, s0);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, x[at1 + i]);
            p1 = a1.fma(b, p1);
            q1 = a1.fma(c, q1);
            r1 = a1.fma(e, r1);
            s1 = a1.fma(f, s1);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, x[at2 + i]);
            p2 = a2.fma(b, p2);
            q2 = a2.fma(c, q2);
            r2 = a2.fma(e, r2);
            s2 = a2.fma(f, s2);
        }
        p0.add(DoubleVector.fromArray(SPECIES, y, to)).intoArray(y, to);
        q0.add(DoubleVector.fromArray(SPECIES, y, to + LANES)).intoArray(y, to + LANES);
        r0.add(DoubleVector.fromArray(SPECIES, y, to + 2 * LANES)).intoArray(y, to + 2 * LANES);
        s0.add(DoubleVector.fromArray(SPECIES, y, to + 3 * LANES)).intoArray(y, to + 3 * LANES);
        if (rows > 1) {
            p1.add(DoubleVector.fromArray(SPECIES, y, to + step)).intoArray(y, to + step);
            q1.add(DoubleVector.fromArray(SPECIES, y, to + step + LANES)).intoArray(y, to + step + LANES);
            r1.add(DoubleVector.fromArray(SPECIES, y, to + step + 2 * LANES)).intoArray(y, to + step + 2 * LANES);
            s1.add(DoubleVector.fromArray(SPECIES, y, to + step + 3 * LANES)).intoArray(y, to + step + 3 * LANES);
        }
        if (rows > 2) {
            p2.add(DoubleVector.fromArray(SPECIES, y, to + 2 * step)).intoArray(y, to + 2 * step);
            q2.add(DoubleVector.fromArray(SPECIES, y, to + 2 * step + LANES)).intoArray(y, to + 2 * step + LANES);
            r2.add(DoubleVector.fromArray(SPECIES, y, to + 2 * step + 2 * LANES))
                    .intoArray(y, to + 2 * step + 2 * LANES);
            s2.add(DoubleVector.fromArray(SPECIES, y, to + 2 * step + 3 * LANES))
                    .intoArray(y, to + 2 * step + 3 * LANES);
        }
    }
}
