package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.PANEL;
import static gradus.vector.Tile.ROWS;
import static gradus.vector.Tile.SPECIES;

import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;

/** Adds a product of matrices, x (N, D) and w (D, M), to y (N, M), block by block, so that what is used again is still in cache. */
final class Product {
    /** Rows of the right matrix in a block: so many that a panel stays in the first cache. */
    static final int DEPTH = 256;

    /** Columns of the right matrix in a block, and rows of the left one: so many that both stay in the second cache. */
    static final int WIDTH = 512;

    static final int HEIGHT = 64;

    /** Where the rows of a panel begin. */
    private static final int[] WIDE =
            IntStream.range(0, DEPTH).map(row -> row * PANEL).toArray();

    private static final int[] NARROW =
            IntStream.range(0, DEPTH).map(row -> row * LANES).toArray();

    /** With so many columns or more, packing the rows of the left matrix costs less than it saves. */
    private static final int WORTH_PACKING = 192;

    /** Entries of the left matrix that stay in the second cache beside what else is used. */
    private static final int STRIPS = 1 << 15;

    private static final ThreadLocal<Product> OF_THREAD = ThreadLocal.withInitial(Product::new);

    private final double[] panels = new double[DEPTH * WIDTH];
    private final double[] strips = new double[STRIPS];
    private final double[] spare = new double[ROWS * PANEL];

    private Product() {}

    /** Reuses the caches of this thread. */
    static Product ofThread() {
        return OF_THREAD.get();
    }

    /** The left matrix, as it lies in an array. */
    @SuppressWarnings("ArrayRecordComponent") // a view for the innermost loops, compared with nothing
    record Left(double[] x, int at, int down, int across, int rows) {}

    void add(Left x, int depth, Packing w, int width, double[] y, int at, int step) {
        int blocks = (depth + DEPTH - 1) / DEPTH; // of equal depth, so that none is shallow
        for (int column = 0; column < width; column += WIDTH) {
            int columns = Math.min(WIDTH, width - column);
            for (int block = 0; block < blocks; block++) {
                int d = (int) ((long) depth * block / blocks);
                int rows = (int) ((long) depth * (block + 1) / blocks) - d;
                for (int c = 0; c < columns; c += PANEL) {
                    w.panel(d, rows, column + c, Math.min(PANEL, columns - c), panels, c * rows);
                }
                rows(x, d, rows, columns, y, at + column, step);
            }
        }
    }

    /** Whether a whole left matrix is so small that it need not be taken block by block. */
    static boolean fits(int rows, int depth) {
        return (long) rows * depth <= STRIPS;
    }

    /**
     * As {@link #add}, for a right matrix that is read where it lies: entry (d, c) stands at {@code places[d] + starts[c]} of w, a panel of
     * columns side by side; the left matrix {@link #fits}.
     */
    void addUnpacked(Left x, double[] w, int[] places, int[] starts, int panel, double[] y, int at) {
        int width = starts.length;
        int depth = places.length;
        int packed = panel == PANEL ? x.rows() - x.rows() % ROWS : 0;
        strips(x, x.at(), packed, depth);
        for (int c = 0; c < width; c += panel) {
            for (int row = 0; row < x.rows(); row += ROWS) {
                int from = x.at() + row * x.down();
                int to = at + row * width + c;
                if (row < packed) {
                    PackedTile.add(strips, row * depth, w, starts[c], places, depth, y, to, width);
                } else {
                    int rows = Math.min(ROWS, x.rows() - row);
                    Tile.add(
                            x.x(),
                            from,
                            x.down(),
                            x.across(),
                            rows,
                            w,
                            starts[c],
                            places,
                            depth,
                            y,
                            to,
                            width,
                            panel,
                            spare);
                }
            }
        }
    }

    /** As {@link #addUnpacked}, for a left matrix of at most {@link WideTile#ROWS} rows, and columns side by side in panels of four vectors. */
    void addFewRows(Left x, double[] w, int[] places, int[] starts, double[] y, int at) {
        int depth = places.length;
        for (int c = 0; c < starts.length; c += WideTile.COLUMNS) {
            WideTile.add(
                    x.x(),
                    x.at(),
                    x.down(),
                    x.across(),
                    x.rows(),
                    w,
                    starts[c],
                    places,
                    depth,
                    y,
                    at + c,
                    starts.length);
        }
    }

    private void rows(Left x, int d, int depth, int columns, double[] y, int at, int step) {
        boolean packed = x.across() != 1 || columns >= WORTH_PACKING;
        for (int row = 0; row < x.rows(); row += HEIGHT) {
            int rows = Math.min(HEIGHT, x.rows() - row);
            int from = x.at() + row * x.down() + d * x.across();
            int to = at + row * step;
            if (packed) {
                strips(x, from, rows, depth);
                packedBlock(rows, depth, columns, y, to, step);
            } else {
                block(x.x(), from, ROWS * x.down(), x.down(), 1, rows, depth, columns, 0, y, to, step);
            }
        }
    }

    /** Packs rows of the left matrix, eight side by side; after the last row there is room for what stood there before. */
    private void strips(Left x, int from, int rows, int depth) {
        for (int row = 0; row < rows; row += ROWS) {
            int to = row * depth;
            int tall = Math.min(ROWS, rows - row);
            int at = from + row * x.down();
            if (x.down() == 1 && tall == ROWS) {
                for (int d = 0, i = at, j = to; d < depth; d++, i += x.across(), j += ROWS) {
                    for (int r = 0; r < ROWS; r += LANES) {
                        DoubleVector.fromArray(SPECIES, x.x(), i + r).intoArray(strips, j + r);
                    }
                }
            } else if (x.across() == 1 && tall == ROWS) {
                turned(x.x(), at, x.down(), depth, to);
            } else {
                for (int r = 0; r < tall; r++) {
                    for (int d = 0, i = at + r * x.down(); d < depth; d++, i += x.across()) {
                        strips[to + d * ROWS + r] = x.x()[i];
                    }
                }
            }
        }
    }

    private void turned(double[] x, int at, int down, int depth, int to) {
        int at1 = at + down;
        int at2 = at1 + down;
        int at3 = at2 + down;
        int at4 = at3 + down;
        int at5 = at4 + down;
        int at6 = at5 + down;
        int at7 = at6 + down;
        for (int d = 0; d < depth; d++) {
            int j = to + d * ROWS;
            strips[j] = x[at + d];
            strips[j + 1] = x[at1 + d];
            strips[j + 2] = x[at2 + d];
            strips[j + 3] = x[at3 + d];
            strips[j + 4] = x[at4 + d];
            strips[j + 5] = x[at5 + d];
            strips[j + 6] = x[at6 + d];
            strips[j + 7] = x[at7 + d];
        }
    }

    /** The product of the strips and the panels; the last columns may be too few for whole tiles, and the last rows too. */
    private void packedBlock(int rows, int depth, int columns, double[] y, int to, int step) {
        int whole = columns - columns % PANEL;
        int tall = rows - rows % ROWS;
        for (int c = 0; c < whole; c += PANEL) {
            for (int row = 0; row < tall; row += ROWS) {
                PackedTile.add(strips, row * depth, panels, c * depth, WIDE, depth, y, to + row * step + c, step);
            }
        }
        block(strips, tall * depth, 0, 1, ROWS, rows - tall, depth, whole, 0, y, to + tall * step, step);
        block(strips, 0, ROWS * depth, 1, ROWS, rows, depth, columns, whole, y, to, step);
    }

    private void block(
            double[] x,
            int from,
            int strip,
            int across,
            int along,
            int rows,
            int depth,
            int columns,
            int first,
            double[] y,
            int to,
            int step) {
        for (int c = first; c < columns; c += PANEL) {
            for (int row = 0; row < rows; row += ROWS) {
                Tile.add(
                        x,
                        from + row / ROWS * strip,
                        across,
                        along,
                        Math.min(ROWS, rows - row),
                        panels,
                        c * depth,
                        Packing.width(columns - c) == LANES ? NARROW : WIDE,
                        depth,
                        y,
                        to + row * step + c,
                        step,
                        Math.min(PANEL, columns - c),
                        spare);
            }
        }
    }
}
