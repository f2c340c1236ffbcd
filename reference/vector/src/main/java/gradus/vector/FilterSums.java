package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** The gradient of some pixels of few filters while it grows: each entry stays a vector of sums until the last sample has been added. */
final class FilterSums {
    /** Entries of a square of sums. */
    private static final int SQUARE = Dots.SIDE * Dots.SIDE * LANES;

    /** Positions that are added at a time: so many that four stretches of dy and the image around stay in the first cache. */
    private static final int STRETCH = 512;

    private final int filters;
    private final int first;
    private final int last;
    private final int[] left = new int[Dots.SIDE];
    private final int[] right = new int[Dots.SIDE];
    private final double[] sums; // (groups, squares across, squares down, SIDE, SIDE, LANES)

    /** Pixels {@code first} to {@code last - 1}, numbered through all channels, of so many filters in each group. */
    FilterSums(int groups, int filters, int first, int last) {
        this.filters = filters;
        this.first = first;
        this.last = last;
        this.sums = new double[groups * squares(last - first) * squares(filters) * SQUARE];
    }

    private static int squares(int length) {
        return (length + Dots.SIDE - 1) / Dots.SIDE;
    }

    private int square(int group, int across, int down) {
        return ((group * squares(last - first) + across) * squares(filters) + down) * SQUARE;
    }

    /** Adds the products of dy of a sample and group, from entry {@code from} on, with what windows see. */
    void add(int group, double[] dy, int from, Patches patches) {
        for (int p = 0; p < patches.columns(); p += STRETCH) {
            add(group, dy, from, patches, p, Math.min(p + STRETCH, patches.columns()));
        }
    }

    private void add(int group, double[] dy, int from, Patches patches, int start, int end) {
        for (int down = 0; down < squares(filters); down++) {
            for (int r = 0; r < Dots.SIDE; r++) {
                left[r] = from + Math.min(down * Dots.SIDE + r, filters - 1) * patches.columns();
            }
            for (int across = 0; across < squares(last - first); across++) {
                for (int c = 0; c < Dots.SIDE; c++) {
                    right[c] = patches.pixel(Math.min(first + across * Dots.SIDE + c, last - 1));
                }
                patches.addDots(dy, left, right, start, end, sums, square(group, across, down));
            }
        }
    }

    /** Adds the sums to dw (G, F/G, K). */
    void addTo(double[] dw, int groups, int depth) {
        for (int g = 0; g < groups; g++) {
            for (int f = 0; f < filters; f++) {
                for (int k = first; k < last; k++) {
                    dw[(g * filters + f) * depth + k] += sum(g, f, k - first);
                }
            }
        }
    }

    private double sum(int group, int filter, int pixel) {
        int side = Dots.SIDE;
        int square = square(group, pixel / side, filter / side);
        return Lanes.sum(DoubleVector.fromArray(SPECIES, sums, square + (filter % side * side + pixel % side) * LANES));
    }
}
