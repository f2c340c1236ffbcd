package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.ROWS;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * A {@link Tile} whose eight rows of x have been packed side by side. With distances that the JIT knows it checks the bounds of all eight at
 * once, and has registers left.
 */
final class PackedTile {
    private PackedTile() {}

    /**
     * Adds to eight rows of two vectors of y, {@code step} apart, the product of eight rows of x and {@code depth} rows of w.
     *
     * @param at where x begins, and its columns go on in steps of eight
     * @param places where each row of w begins, from entry {@code from} on
     */
    static void add(double[] x, int at, double[] w, int from, int[] places, int depth, double[] y, int to, int step) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector p0 = zero, q0 = zero;
        DoubleVector p1 = zero, q1 = zero;
        DoubleVector p2 = zero, q2 = zero;
        DoubleVector p3 = zero, q3 = zero;
        DoubleVector p4 = zero, q4 = zero;
        DoubleVector p5 = zero, q5 = zero;
        DoubleVector p6 = zero, q6 = zero;
        DoubleVector p7 = zero, q7 = zero;
        for (int d = 0, i = at; d < depth; d++, i += ROWS) {
            int j = from + places[d];
            DoubleVector b = DoubleVector.fromArray(SPECIES, w, j);
            DoubleVector c = DoubleVector.fromArray(SPECIES, w, j + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, x[i]);
            p0 = a0.fma(b, p0);
            q0 = a0.fma(c, q0);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, x[i + 1]);
            p1 = a1.fma(b, p1);
            q1 = a1.fma(c, q1);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, x[i + 2]);
            p2 = a2.fma(b, p2);
            q2 = a2.fma(c, q2);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, x[i + 3]);
            p3 = a3.fma(b, p3);
            q3 = a3.fma(c, q3);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, x[i + 4]);
            p4 = a4.fma(b, p4);
            q4 = a4.fma(c, q4);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, x[i + 5]);
            p5 = a5.fma(b, p5);
            q5 = a5.fma(c, q5);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, x[i + 6]);
            p6 = a6.fma(b, p6);
            q6 = a6.fma(c, q6);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, x[i + 7]);
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
