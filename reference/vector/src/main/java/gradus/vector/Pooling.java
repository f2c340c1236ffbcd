package gradus.vector;

import static gradus.vector.Tile.LANES;
import static gradus.vector.Tile.SPECIES;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LE;

import gradus.tensor.Window;
import gradus.tensor.Workers;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/** Pooling, a plane (H, W) of {@code planes} at a time; threads share planes. */
record Pooling(Window window, int planes, int height, int width, Workers workers) {
    /** Estimated nanoseconds a pixel of a window. */
    private static final double LOOK = 1;

    private int high() {
        return window.outputHeight(height);
    }

    private int wide() {
        return window.outputWidth(width);
    }

    /** What is done for a row of windows: the plane begins at {@code plane}, the row of pixels is {@code row}, the first answer {@code to}. */
    private interface Task {
        void accept(int plane, int row, int to);
    }

    private void share(Task task) {
        int rows = high();
        int columns = wide();
        double cost = LOOK * planes * rows * columns * window.height() * window.width();
        int pieces = workers.pieces(cost, planes);
        workers.share(pieces, piece -> {
            for (int plane = planes * piece / pieces; plane < planes * (piece + 1) / pieces; plane++) {
                for (int i = 0; i < rows; i++) {
                    task.accept(
                            plane * height * width,
                            i * window.stride() - window.padding(),
                            (plane * rows + i) * columns);
                }
            }
        });
    }

    /** Fills y and the positions of its maxima; padding is -∞, and never chosen. */
    void max(double[] x, double[] y, int[] positions) {
        int columns = wide();
        int[] steps = IntStream.range(0, LANES).map(t -> t * window.stride()).toArray();
        int even = window.padding() == 0 ? columns - columns % LANES : 0;
        share((plane, row, to) -> {
            for (int j = 0; j < even; j += LANES) {
                maxima(x, plane + row * width + j * window.stride(), steps, y, positions, to + j);
            }
            for (int j = even; j < columns; j++) {
                maximum(x, plane, row, j * window.stride() - window.padding(), y, positions, to + j);
            }
        });
    }

    /** As many windows as a vector has lanes, side by side, all inside. */
    private void maxima(double[] x, int from, int[] steps, double[] y, int[] positions, int to) {
        DoubleVector best = DoubleVector.fromArray(SPECIES, x, from, steps, 0);
        DoubleVector first = DoubleVector.zero(SPECIES);
        for (int pixel = 1; pixel < window.height() * window.width(); pixel++) {
            int down = pixel / window.width() * window.dilation();
            int across = pixel % window.width() * window.dilation();
            DoubleVector value = DoubleVector.fromArray(SPECIES, x, from + down * width + across, steps, 0);
            // The first of equals, and NaN above all.
            VectorMask<Double> beats = value.compare(LE, best).not().and(best.compare(EQ, best));
            best = best.blend(value, beats);
            first = first.blend(pixel, beats);
        }
        best.intoArray(y, to);
        for (int t = 0; t < LANES; t++) {
            positions[to + t] = (int) first.lane(t);
        }
    }

    private void maximum(double[] x, int plane, int row, int column, double[] y, int[] positions, int to) {
        double best = Double.NEGATIVE_INFINITY;
        int first = -1;
        for (int pixel = 0; pixel < window.height() * window.width(); pixel++) {
            int i = row + pixel / window.width() * window.dilation();
            int j = column + pixel % window.width() * window.dilation();
            if (inside(i, j)) {
                double value = x[plane + i * width + j];
                if (first < 0 || (!(value <= best) && !Double.isNaN(best))) {
                    best = value;
                    first = pixel;
                }
            }
        }
        y[to] = best;
        positions[to] = Math.max(first, 0);
    }

    /** A pixel, or 0 outside. */
    private double at(double[] x, int plane, int row, int column) {
        return inside(row, column) ? x[plane + row * width + column] : 0;
    }

    private boolean inside(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width;
    }

    /** Adds each entry of dy to the pixel of its window at {@code positions}. */
    void maxBackward(double[] dy, int[] positions, double[] dx) {
        int columns = wide();
        int across = window.width();
        share((plane, row, to) -> {
            for (int t = 0, column = -window.padding(); t < columns; t++, column += window.stride()) {
                int pixel = positions[to + t];
                int i = row + pixel / across * window.dilation();
                int j = column + pixel % across * window.dilation();
                if (inside(i, j)) {
                    dx[plane + i * width + j] += dy[to + t];
                }
            }
        });
    }

    /** Fills y with the means of windows; padding is 0. */
    void mean(double[] x, double[] y) {
        int count = window.height() * window.width();
        int columns = wide();
        share((plane, row, to) -> {
            for (int t = 0, column = -window.padding(); t < columns; t++, column += window.stride()) {
                double sum = 0;
                for (int k = 0; k < window.height(); k++) {
                    for (int l = 0; l < window.width(); l++) {
                        sum += at(x, plane, row + k * window.dilation(), column + l * window.dilation());
                    }
                }
                y[to + t] = sum / count;
            }
        });
    }

    /** Adds each entry of dy, divided, to the pixels of its window. */
    void meanBackward(double[] dy, double[] dx) {
        int count = window.height() * window.width();
        int columns = wide();
        share((plane, row, to) -> {
            for (int t = 0, column = -window.padding(); t < columns; t++, column += window.stride()) {
                double part = dy[to + t] / count;
                for (int pixel = 0; pixel < count; pixel++) {
                    int i = row + pixel / window.width() * window.dilation();
                    int j = column + pixel % window.width() * window.dilation();
                    if (inside(i, j)) {
                        dx[plane + i * width + j] += part;
                    }
                }
            }
        });
    }
}
