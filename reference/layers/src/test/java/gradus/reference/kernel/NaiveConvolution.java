package gradus.reference.kernel;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * Convolution as it is explained: seven loops around one product. Far too slow to train with, and easy to believe.
 *
 * <p>Every product w x that is added to y says two things about the way back: x adds to the gradient of w, w to that of x, each times dy.
 */
public record NaiveConvolution(Tensor x, Tensor w, Window window, int groups) {
    /** What to do with one product: entry (f, c, k, l) of w times pixel (n, channel, row, column) of x, added to y at (n, f, i, j). */
    private interface Product {
        void at(int n, int f, int c, int k, int l, int channel, int row, int column, int i, int j);
    }

    private void each(Product product) {
        for (int n = 0; n < x.dim(0); n++) {
            for (int f = 0; f < w.dim(0); f++) {
                for (int i = 0; i < window.outputHeight(x.dim(2)); i++) {
                    for (int j = 0; j < window.outputWidth(x.dim(3)); j++) {
                        for (int c = 0; c < w.dim(1); c++) {
                            for (int k = 0; k < w.dim(2); k++) {
                                for (int l = 0; l < w.dim(3); l++) {
                                    int channel = f / (w.dim(0) / groups) * w.dim(1) + c;
                                    int row = i * window.stride() + k * window.dilation() - window.padding();
                                    int column = j * window.stride() + l * window.dilation() - window.padding();
                                    if (row >= 0 && row < x.dim(2) && column >= 0 && column < x.dim(3)) {
                                        product.at(n, f, c, k, l, channel, row, column, i, j);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private Shape output() {
        return Shape.of(x.dim(0), w.dim(0), window.outputHeight(x.dim(2)), window.outputWidth(x.dim(3)));
    }

    public Tensor forward(Tensor b) {
        Tensor y = Tensor.zeros(output());
        each((n, f, c, k, l, channel, row, column, i, j) ->
                y.set(n, f, i, j, y.get(n, f, i, j) + w.get(f, c, k, l) * x.get(n, channel, row, column)));
        return y.plus(b.reshape(b.size(), 1, 1));
    }

    public Tensor dx(Tensor dy) {
        Tensor dx = Tensor.zeros(x.shape());
        each((n, f, c, k, l, channel, row, column, i, j) -> dx.set(
                n, channel, row, column, dx.get(n, channel, row, column) + w.get(f, c, k, l) * dy.get(n, f, i, j)));
        return dx;
    }

    public Tensor dw(Tensor dy) {
        Tensor dw = Tensor.zeros(w.shape());
        each((n, f, c, k, l, channel, row, column, i, j) ->
                dw.set(f, c, k, l, dw.get(f, c, k, l) + x.get(n, channel, row, column) * dy.get(n, f, i, j)));
        return dw;
    }
}
