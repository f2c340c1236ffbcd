package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;

/**
 * Sums of the entries of a vector, always in the same order. {@code reduceLanes} promises none, and since JDK 23 code that the JIT has
 * compiled adds in another order than code it has not.
 */
final class Lanes {
    private static final VectorShuffle<Double> BY_FOUR = turnedBy(4);
    private static final VectorShuffle<Double> BY_TWO = turnedBy(2);
    private static final VectorShuffle<Double> BY_ONE = turnedBy(1);

    private Lanes() {}

    private static VectorShuffle<Double> turnedBy(int lanes) {
        return VectorShuffle.fromOp(SPECIES, lane -> (lane + lanes) % LANES);
    }

    /** Adds the upper half to the lower one until one entry is left: ((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7)) of eight. */
    static double sum(DoubleVector v) {
        DoubleVector sums = v;
        if (LANES > 4) {
            sums = sums.add(sums.rearrange(BY_FOUR));
        }
        if (LANES > 2) {
            sums = sums.add(sums.rearrange(BY_TWO));
        }
        if (LANES > 1) {
            sums = sums.add(sums.rearrange(BY_ONE));
        }
        return sums.lane(0);
    }
}
