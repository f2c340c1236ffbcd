package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * The gradient of few filters, (F/G, K) in each group, while it grows: each entry stays a vector of sums until the last sample has been
 * added. It is cut into squares of {@link Dots}, numbered row by row; some of them are here.
 */
final class FilterSums {
    private static final int SIDE = Dots.SIDE;

    /** Entries of a square. */
    private static final int SQUARE = SIDE * SIDE * LANES;

    /** Positions that are added at a time: so many that four stretches of dy and the image around stay in the first cache. */
    private static final int STRETCH = 512;

    private final int filters;
    private final int pixels;
    private final int first;
    private final int last;
    private final int[] left = new int[SIDE];
    private final int[] right = new int[SIDE];
    private final double[] sums; // (G, squares, SIDE, SIDE, LANES)

    /** Squares {@code first} to {@code last - 1} for so many filters a group, of so many pixels through all channels. */
    FilterSums(int groups, int filters, int pixels, int first, int last) {
        this.filters = filters;
        this.pixels = pixels;
        this.first = first;
        this.last = last;
        this.sums = new double[groups * (last - first) * SQUARE];
    }

    /** How many squares there are. */
    static int squares(int filters, int pixels) {
        return along(filters) * along(pixels);
    }

    private static int along(int length) {
        return (length + SIDE - 1) / SIDE;
    }

    private int filter(int square) {
        return square / along(pixels) * SIDE;
    }

    private int pixel(int square) {
        return square % along(pixels) * SIDE;
    }

    private int at(int group, int square) {
        return (group * (last - first) + square - first) * SQUARE;
    }

    /** Adds the products of dy of a sample and group, from entry {@code from} on, with what windows see. */
    void add(int group, double[] dy, int from, Patches patches) {
        int columns = patches.columns();
        for (int p = 0; p < columns; p += STRETCH) {
            for (int square = first; square < last; square++) {
                for (int i = 0; i < SIDE; i++) { // after the last filter or pixel, the last once more
                    left[i] = from + Math.min(filter(square) + i, filters - 1) * columns;
                    right[i] = patches.pixel(Math.min(pixel(square) + i, pixels - 1));
                }
                patches.addDots(dy, left, right, p, Math.min(p + STRETCH, columns), sums, at(group, square));
            }
        }
    }

    /** Adds the sums to dw (G, F/G, K). */
    void addTo(double[] dw, int groups) {
        for (int g = 0; g < groups; g++) {
            for (int square = first; square < last; square++) {
                for (int i = 0; i < SIDE * SIDE; i++) {
                    int f = filter(square) + i / SIDE;
                    int k = pixel(square) + i % SIDE;
                    if (f < filters && k < pixels) {
                        dw[(g * filters + f) * pixels + k] += sum(at(g, square) + i * LANES);
                    }
                }
            }
        }
    }

    private double sum(int at) {
        return Lanes.sum(DoubleVector.fromArray(SPECIES, sums, at));
    }
}
