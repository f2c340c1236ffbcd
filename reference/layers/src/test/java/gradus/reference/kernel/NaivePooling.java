package gradus.reference.kernel;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** Pooling as it is explained: for each window, look at its pixels one after another. */
public record NaivePooling(Tensor x, Window window) {
    /** What to do with one window, whose answer stands at (n, c, i, j). */
    private interface Visit {
        void at(int n, int c, int i, int j);
    }

    private void each(Visit visit) {
        for (int n = 0; n < x.dim(0); n++) {
            for (int c = 0; c < x.dim(1); c++) {
                for (int i = 0; i < window.outputHeight(x.dim(2)); i++) {
                    for (int j = 0; j < window.outputWidth(x.dim(3)); j++) {
                        visit.at(n, c, i, j);
                    }
                }
            }
        }
    }

    private Tensor output() {
        return Tensor.zeros(Shape.of(x.dim(0), x.dim(1), window.outputHeight(x.dim(2)), window.outputWidth(x.dim(3))));
    }

    private int row(int i, int pixel) {
        return i * window.stride() + pixel / window.width() * window.dilation() - window.padding();
    }

    private int column(int j, int pixel) {
        return j * window.stride() + pixel % window.width() * window.dilation() - window.padding();
    }

    private boolean inside(int i, int j, int pixel) {
        int row = row(i, pixel);
        int column = column(j, pixel);
        return row >= 0 && row < x.dim(2) && column >= 0 && column < x.dim(3);
    }

    private double see(int n, int c, int i, int j, int pixel) {
        return x.get(n, c, row(i, pixel), column(j, pixel));
    }

    private int pixels() {
        return window.height() * window.width();
    }

    private int winner(int n, int c, int i, int j) {
        int best = -1;
        for (int pixel = 0; pixel < pixels(); pixel++) {
            if (inside(i, j, pixel) && (best < 0 || see(n, c, i, j, pixel) > see(n, c, i, j, best))) {
                best = pixel;
            }
        }
        return best;
    }

    public Tensor max() {
        Tensor y = output();
        each((n, c, i, j) -> y.set(n, c, i, j, see(n, c, i, j, winner(n, c, i, j))));
        return y;
    }

    public Tensor min() {
        Tensor y = output();
        each((n, c, i, j) -> {
            double least = Double.POSITIVE_INFINITY;
            for (int pixel = 0; pixel < pixels(); pixel++) {
                least = inside(i, j, pixel) ? Math.min(least, see(n, c, i, j, pixel)) : least;
            }
            y.set(n, c, i, j, least);
        });
        return y;
    }

    public Tensor maxBackward(Tensor dy) {
        Tensor dx = Tensor.zeros(x.shape());
        each((n, c, i, j) -> add(dx, n, c, i, j, winner(n, c, i, j), dy.get(n, c, i, j)));
        return dx;
    }

    public Tensor average() {
        Tensor y = output();
        each((n, c, i, j) -> {
            double sum = 0;
            for (int pixel = 0; pixel < pixels(); pixel++) {
                sum += inside(i, j, pixel) ? see(n, c, i, j, pixel) : 0;
            }
            y.set(n, c, i, j, sum / pixels());
        });
        return y;
    }

    public Tensor averageBackward(Tensor dy) {
        Tensor dx = Tensor.zeros(x.shape());
        each((n, c, i, j) -> {
            for (int pixel = 0; pixel < pixels(); pixel++) {
                if (inside(i, j, pixel)) {
                    add(dx, n, c, i, j, pixel, dy.get(n, c, i, j) / pixels());
                }
            }
        });
        return dx;
    }

    private void add(Tensor dx, int n, int c, int i, int j, int pixel, double share) {
        int row = row(i, pixel);
        int column = column(j, pixel);
        dx.set(n, c, row, column, dx.get(n, c, row, column) + share);
    }
}
