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
     * Adds to entry (r, c) of sums the products of x from {@code left[r]} with y from {@code right[c]}, a vector at a time: the one after
     * the other in x, and at {@code places[LANES * t]} in y.
     */
    static void add(double[] x, int[] left, double[] y, int[] right, int[] places, double[] sums) {
        int l0 = left[0];
        int l1 = left[1];
        int l2 = left[2];
        int l3 = left[3];
        int r0 = right[0];
        int r1 = right[1];
        int r2 = right[2];
        int r3 = right[3];
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector s00 = zero, s01 = zero, s02 = zero, s03 = zero;
        DoubleVector s10 = zero, s11 = zero, s12 = zero, s13 = zero;
        DoubleVector s20 = zero, s21 = zero, s22 = zero, s23 = zero;
        DoubleVector s30 = zero, s31 = zero, s32 = zero, s33 = zero;
        for (int t = 0; t <= places.length - LANES; t += LANES) {
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
        sums[0] += Lanes.sum(s00);
        sums[1] += Lanes.sum(s01);
        sums[2] += Lanes.sum(s02);
        sums[3] += Lanes.sum(s03);
        sums[4] += Lanes.sum(s10);
        sums[5] += Lanes.sum(s11);
        sums[6] += Lanes.sum(s12);
        sums[7] += Lanes.sum(s13);
        sums[8] += Lanes.sum(s20);
        sums[9] += Lanes.sum(s21);
        sums[10] += Lanes.sum(s22);
        sums[11] += Lanes.sum(s23);
        sums[12] += Lanes.sum(s30);
        sums[13] += Lanes.sum(s31);
        sums[14] += Lanes.sum(s32);
        sums[15] += Lanes.sum(s33);
    }
}
