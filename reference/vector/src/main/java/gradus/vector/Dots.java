package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Sums of products of stretches: four of x with four of y, in registers while they grow. Nothing is packed, which pays where each stretch is
 * used a few times only.
 */
final class Dots {
    /** Stretches on either side. */
    static final int SIDE = 4;

    private Dots() {}

    /**
     * Adds to the vector at {@code to + LANES * (SIDE * r + c)} of sums the products of x at {@code left[r] + t} with y at
     * {@code right[c] + places[t]}, a vector at a time, for t from {@code start} (inclusive) to {@code end} (exclusive).
     */
    static void add(
            double[] x, int[] left, double[] y, int[] right, int[] places, int start, int end, double[] sums, int to) {
        int l0 = left[0];
        int l1 = left[1];
        int l2 = left[2];
        int l3 = left[3];
        int r0 = right[0];
        int r1 = right[1];
        int r2 = right[2];
        int r3 = right[3];
        DoubleVector s00 = DoubleVector.fromArray(SPECIES, sums, to);
        DoubleVector s01 = DoubleVector.fromArray(SPECIES, sums, to + LANES);
        DoubleVector s02 = DoubleVector.fromArray(SPECIES, sums, to + 2 * LANES);
        DoubleVector s03 = DoubleVector.fromArray(SPECIES, sums, to + 3 * LANES);
        DoubleVector s10 = DoubleVector.fromArray(SPECIES, sums, to + 4 * LANES);
        DoubleVector s11 = DoubleVector.fromArray(SPECIES, sums, to + 5 * LANES);
        DoubleVector s12 = DoubleVector.fromArray(SPECIES, sums, to + 6 * LANES);
        DoubleVector s13 = DoubleVector.fromArray(SPECIES, sums, to + 7 * LANES);
        DoubleVector s20 = DoubleVector.fromArray(SPECIES, sums, to + 8 * LANES);
        DoubleVector s21 = DoubleVector.fromArray(SPECIES, sums, to + 9 * LANES);
        DoubleVector s22 = DoubleVector.fromArray(SPECIES, sums, to + 10 * LANES);
        DoubleVector s23 = DoubleVector.fromArray(SPECIES, sums, to + 11 * LANES);
        DoubleVector s30 = DoubleVector.fromArray(SPECIES, sums, to + 12 * LANES);
        DoubleVector s31 = DoubleVector.fromArray(SPECIES, sums, to + 13 * LANES);
        DoubleVector s32 = DoubleVector.fromArray(SPECIES, sums, to + 14 * LANES);
        DoubleVector s33 = DoubleVector.fromArray(SPECIES, sums, to + 15 * LANES);
        for (int t = start; t < end; t += LANES) {
            int place = places[t];
            DoubleVector y0 = DoubleVector.fromArray(SPECIES, y, r0 + place);
            DoubleVector y1 = DoubleVector.fromArray(SPECIES, y, r1 + place);
            DoubleVector y2 = DoubleVector.fromArray(SPECIES, y, r2 + place);
            DoubleVector y3 = DoubleVector.fromArray(SPECIES, y, r3 + place);
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, l0 + t);
            s00 = x0.fma(y0, s00);
            s01 = x0.fma(y1, s01);
            s02 = x0.fma(y2, s02);
            s03 = x0.fma(y3, s03);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, l1 + t);
            s10 = x1.fma(y0, s10);
            s11 = x1.fma(y1, s11);
            s12 = x1.fma(y2, s12);
            s13 = x1.fma(y3, s13);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, l2 + t);
            s20 = x2.fma(y0, s20);
            s21 = x2.fma(y1, s21);
            s22 = x2.fma(y2, s22);
            s23 = x2.fma(y3, s23);
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, l3 + t);
            s30 = x3.fma(y0, s30);
            s31 = x3.fma(y1, s31);
            s32 = x3.fma(y2, s32);
            s33 = x3.fma(y3, s33);
        }
        s00.intoArray(sums, to);
        s01.intoArray(sums, to + LANES);
        s02.intoArray(sums, to + 2 * LANES);
        s03.intoArray(sums, to + 3 * LANES);
        s10.intoArray(sums, to + 4 * LANES);
        s11.intoArray(sums, to + 5 * LANES);
        s12.intoArray(sums, to + 6 * LANES);
        s13.intoArray(sums, to + 7 * LANES);
        s20.intoArray(sums, to + 8 * LANES);
        s21.intoArray(sums, to + 9 * LANES);
        s22.intoArray(sums, to + 10 * LANES);
        s23.intoArray(sums, to + 11 * LANES);
        s30.intoArray(sums, to + 12 * LANES);
        s31.intoArray(sums, to + 13 * LANES);
        s32.intoArray(sums, to + 14 * LANES);
        s33.intoArray(sums, to + 15 * LANES);
    }
}
