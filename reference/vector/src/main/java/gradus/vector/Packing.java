package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.PANEL;
import static gradus.vector.Tile.SPECIES;

import gradus.tensor.View;
import jdk.incubator.vector.DoubleVector;

/** Writes a block of the right matrix of a product in panels. */
interface Packing {
    /** Rows {@code row} to {@code row + rows - 1} of {@code columns} columns, at most a panel, from entry {@code to} of {@code panels}. */
    void panel(int row, int rows, int column, int columns, double[] panels, int to);

    /** The width at which a panel with so many columns is packed. */
    static int width(int columns) {
        return columns <= LANES ? LANES : PANEL;
    }

    /** A matrix as it lies in an array. */
    @SuppressWarnings("ArrayRecordComponent") // a view for the innermost loops, compared with nothing
    record Strided(double[] w, int at, int down, int across) implements Packing {
        private static final int SIDE = 4;

        Strided(double[] w, View view, int batch) {
            this(w, view.offset() + batch * view.stride(0), view.stride(1), view.stride(2));
        }

        @Override
        public void panel(int row, int rows, int column, int columns, double[] panels, int to) {
            int from = at + row * down + column * across;
            if (across == 1 && columns == PANEL) {
                whole(from, rows, panels, to);
            } else if (down == 1 && columns == PANEL) {
                for (int c = 0; c < PANEL; c += SIDE) {
                    turned(from + c * across, rows, panels, to + c);
                }
            } else if (down == 1) {
                turned(from, rows, columns, panels, to);
            } else {
                piecemeal(from, rows, columns, panels, to);
            }
        }

        private void whole(int from, int rows, double[] panels, int to) {
            for (int r = 0, i = from, j = to; r < rows; r++, i += down, j += PANEL) {
                DoubleVector.fromArray(SPECIES, w, i).intoArray(panels, j);
                DoubleVector.fromArray(SPECIES, w, i + LANES).intoArray(panels, j + LANES);
            }
        }

        /** Some columns of a whole panel: their entries of a row are written together. */
        private void turned(int from, int rows, double[] panels, int to) {
            int i1 = from + across;
            int i2 = i1 + across;
            int i3 = i2 + across;
            for (int r = 0; r < rows; r++) {
                int j = to + r * PANEL;
                panels[j] = w[from + r];
                panels[j + 1] = w[i1 + r];
                panels[j + 2] = w[i2 + r];
                panels[j + 3] = w[i3 + r];
            }
        }

        private void turned(int from, int rows, int columns, double[] panels, int to) {
            int width = width(columns);
            for (int c = 0; c < columns; c++) {
                int i = from + c * across;
                for (int r = 0, j = to + c; r < rows; r++, j += width) {
                    panels[j] = w[i + r];
                }
            }
            blank(rows, columns, width, panels, to);
        }

        private void piecemeal(int from, int rows, int columns, double[] panels, int to) {
            int width = width(columns);
            for (int r = 0; r < rows; r++) {
                int i = from + r * down;
                int j = to + r * width;
                for (int c = 0; c < columns; c++) {
                    panels[j + c] = w[i + c * across];
                }
            }
            blank(rows, columns, width, panels, to);
        }

        private static void blank(int rows, int columns, int width, double[] panels, int to) {
            for (int r = 0; r < rows; r++) {
                for (int c = columns; c < width; c++) {
                    panels[to + r * width + c] = 0;
                }
            }
        }
    }
}
