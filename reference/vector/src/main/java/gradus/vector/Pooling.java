package gradus.vector;

import gradus.tensor.Window;
import gradus.tensor.Workers;

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

    /** What is done in a plane for the window whose first pixel is (row, column), inside or not, and whose answer is at {@code to}. */
    private interface Task {
        void accept(int plane, int row, int column, int to);
    }

    private void share(Task task) {
        double cost = LOOK * planes * high() * wide() * window.height() * window.width();
        int pieces = workers.pieces(cost, planes);
        workers.share(pieces, piece -> {
            for (int plane = planes * piece / pieces; plane < planes * (piece + 1) / pieces; plane++) {
                windows(plane, task);
            }
        });
    }

    private void windows(int plane, Task task) {
        int to = plane * high() * wide();
        int rows = high();
        int columns = wide();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                task.accept(
                        plane * height * width,
                        i * window.stride() - window.padding(),
                        j * window.stride() - window.padding(),
                        to++);
            }
        }
    }

    /** Fills y and the positions of its maxima; padding is -∞. */
    void max(double[] x, double[] y, int[] positions) {
        share((plane, row, column, to) -> {
            double best = at(x, plane, row, column, Double.NEGATIVE_INFINITY);
            int first = 0;
            int pixel = 0;
            for (int k = 0; k < window.height(); k++) {
                for (int l = 0; l < window.width(); l++, pixel++) {
                    double value = at(
                            x,
                            plane,
                            row + k * window.dilation(),
                            column + l * window.dilation(),
                            Double.NEGATIVE_INFINITY);
                    if (!(value <= best) && best == best) { // the first, and NaN above all
                        best = value;
                        first = pixel;
                    }
                }
            }
            y[to] = best;
            positions[to] = first;
        });
    }

    private double at(double[] x, int plane, int row, int column, double outside) {
        return inside(row, column) ? x[plane + row * width + column] : outside;
    }

    private boolean inside(int row, int column) {
        return row >= 0 && row < height && column >= 0 && column < width;
    }

    /** Adds each entry of dy to the pixel of its window at {@code positions}. */
    void maxBackward(double[] dy, int[] positions, double[] dx) {
        share((plane, row, column, to) -> {
            int i = row + positions[to] / window.width() * window.dilation();
            int j = column + positions[to] % window.width() * window.dilation();
            if (inside(i, j)) {
                dx[plane + i * width + j] += dy[to];
            }
        });
    }

    /** Fills y with the means of windows; padding is 0. */
    void mean(double[] x, double[] y) {
        int count = window.height() * window.width();
        share((plane, row, column, to) -> {
            double sum = 0;
            for (int k = 0; k < window.height(); k++) {
                for (int l = 0; l < window.width(); l++) {
                    sum += at(x, plane, row + k * window.dilation(), column + l * window.dilation(), 0);
                }
            }
            y[to] = sum / count;
        });
    }

    /** Adds each entry of dy, divided, to the pixels of its window. */
    void meanBackward(double[] dy, double[] dx) {
        int count = window.height() * window.width();
        share((plane, row, column, to) -> {
            double part = dy[to] / count;
            for (int k = 0; k < window.height(); k++) {
                for (int l = 0; l < window.width(); l++) {
                    int i = row + k * window.dilation();
                    int j = column + l * window.dilation();
                    if (inside(i, j)) {
                        dx[plane + i * width + j] += part;
                    }
                }
            }
        });
    }
}
