package gradus.reference.kernel;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * The part of {@link Kernels} that slides filters over images. What it computes is explained by seven loops around one product, with
 * stride S, dilation D, padding P, G groups, y = b at first and the gradients 0 at first:
 *
 * <pre>{@code
 * for each n < N, f < F, i < OH, j < OW       // an answer y[n, f, i, j]
 *   for each c < C/G, k < KH, l < KW          // and what its window sees:
 *     channel = f / (F/G) * C/G + c, row = S i + D k - P, column = S j + D l - P
 *     if the image x[n, channel] has this row and column
 *       y[n, f, i, j]               += w[f, c, k, l] * x[n, channel, row, column]
 *       dw[f, c, k, l]              += dy[n, f, i, j] * x[n, channel, row, column]
 *       dx[n, channel, row, column] += dy[n, f, i, j] * w[f, c, k, l]
 * }</pre>
 *
 * <p>Done like this it is far too slow. Here the patches that the windows see become the columns of a matrix, and the loops over f, c, k
 * and l one product of matrices; the tests compare both.
 */
public interface ConvolutionKernels {
    /** y = b + Σ x w over the pixels and channels of a window: x (N, C, H, W), w (F, C/G, KH, KW), b (F) give (N, F, OH, OW). */
    default Tensor convolution(Tensor x, Tensor w, Tensor b, Window window, int groups) {
        Grid grid = Grid.of(window, x.dim(2), x.dim(3));
        Patches patches = new Patches(grid, groups);
        Tensor filters = patches.matrices(w);
        Tensor y = b.reshape(b.size(), 1, 1)
                .broadcastTo(Shape.of(x.dim(0), b.size(), grid.outputHeight(), grid.outputWidth()));
        for (int n = 0; n < x.dim(0); n++) { // one sample at a time: its columns stay in cache
            Tensor sums = filters.matmul(patches.columns(x.slice(0, n, n + 1)));
            y.add(0, n, 1, sums.reshape(y.shape().with(0, 1)));
        }
        return y;
    }

    /** The gradient of x, (N, C, height, width), for dy (N, F, OH, OW) and w (F, C/G, KH, KW): the adjoint of a convolution without b. */
    default Tensor convolutionInput(Tensor dy, Tensor w, Window window, int groups, int height, int width) {
        Patches patches = new Patches(Grid.of(window, height, width), groups);
        Tensor filters = patches.matrices(w);
        Tensor dx = Tensor.zeros(dy.dim(0), w.dim(1) * groups, height, width);
        for (int n = 0; n < dy.dim(0); n++) {
            dx.put(0, n, patches.image(filters.transposedMatmul(patches.rows(dy.slice(0, n, n + 1)))));
        }
        return dx;
    }

    /** The gradient of w, (F, C/G, KH, KW), for x (N, C, H, W) and dy (N, F, OH, OW): summed over the batch and all positions. */
    default Tensor convolutionFilters(Tensor x, Tensor dy, Window window, int groups) {
        Grid grid = Grid.of(window, x.dim(2), x.dim(3));
        Patches patches = new Patches(grid, groups);
        Tensor dw = Tensor.zeros(1, groups, grid.pixels() * x.dim(1) / groups, dy.dim(1) / groups);
        for (int n = 0; n < x.dim(0); n++) {
            Tensor columns = patches.columns(x.slice(0, n, n + 1));
            dw.increment(columns.matmulTransposed(patches.rows(dy.slice(0, n, n + 1))));
        }
        return patches.filters(dw);
    }
}
