package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

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
        sums[0] += s00.reduceLanes(VectorOperators.ADD);
        sums[1] += s01.reduceLanes(VectorOperators.ADD);
        sums[2] += s02.reduceLanes(VectorOperators.ADD);
        sums[3] += s03.reduceLanes(VectorOperators.ADD);
        sums[4] += s10.reduceLanes(VectorOperators.ADD);
        sums[5] += s11.reduceLanes(VectorOperators.ADD);
        sums[6] += s12.reduceLanes(VectorOperators.ADD);
        sums[7] += s13.reduceLanes(VectorOperators.ADD);
        sums[8] += s20.reduceLanes(VectorOperators.ADD);
        sums[9] += s21.reduceLanes(VectorOperators.ADD);
        sums[10] += s22.reduceLanes(VectorOperators.ADD);
        sums[11] += s23.reduceLanes(VectorOperators.ADD);
        sums[12] += s30.reduceLanes(VectorOperators.ADD);
        sums[13] += s31.reduceLanes(VectorOperators.ADD);
        sums[14] += s32.reduceLanes(VectorOperators.ADD);
        sums[15] += s33.reduceLanes(VectorOperators.ADD);
    }
}
