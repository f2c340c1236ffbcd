package gradus.vector;

import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** A {@link Tile} of one vector of columns. */
final class HalfTile {
    private HalfTile() {}

    /** Rows after the last are the last once more. */
    static void add(
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
        DoubleVector p0 = zero;
        DoubleVector p1 = zero;
        DoubleVector p2 = zero;
        DoubleVector p3 = zero;
        DoubleVector p4 = zero;
        DoubleVector p5 = zero;
        DoubleVector p6 = zero;
        DoubleVector p7 = zero;
        for (int d = 0, i = 0; d < depth; d++, i += along) {
            int j = from + places[d];
            DoubleVector b = DoubleVector.fromArray(SPECIES, w, j);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, x[at + i]);
            p0 = a0.fma(b, p0);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, x[at1 + i]);
            p1 = a1.fma(b, p1);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, x[at2 + i]);
            p2 = a2.fma(b, p2);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, x[at3 + i]);
            p3 = a3.fma(b, p3);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, x[at4 + i]);
            p4 = a4.fma(b, p4);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, x[at5 + i]);
            p5 = a5.fma(b, p5);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, x[at6 + i]);
            p6 = a6.fma(b, p6);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, x[at7 + i]);
            p7 = a7.fma(b, p7);
        }
        p0.add(DoubleVector.fromArray(SPECIES, y, to)).intoArray(y, to);
        p1.add(DoubleVector.fromArray(SPECIES, y, to + step)).intoArray(y, to + step);
        p2.add(DoubleVector.fromArray(SPECIES, y, to + 2 * step)).intoArray(y, to + 2 * step);
        p3.add(DoubleVector.fromArray(SPECIES, y, to + 3 * step)).intoArray(y, to + 3 * step);
        p4.add(DoubleVector.fromArray(SPECIES, y, to + 4 * step)).intoArray(y, to + 4 * step);
        p5.add(DoubleVector.fromArray(SPECIES, y, to + 5 * step)).intoArray(y, to + 5 * step);
        p6.add(DoubleVector.fromArray(SPECIES, y, to + 6 * step)).intoArray(y, to + 6 * step);
        p7.add(DoubleVector.fromArray(SPECIES, y, to + 7 * step)).intoArray(y, to + 7 * step);
    }
}
