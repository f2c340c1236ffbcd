package gradus.reference.kernel;

import gradus.tensor.Tensor;

/**
 * What the windows see, written side by side in columns, so that a convolution becomes one product of matrices. An entry of a column is a
 * channel of the group and a pixel of the window: (C/G, KH, KW), flattened to K.
 */
record Patches(Grid grid, int groups) {
    private int positions() {
        return grid.outputHeight() * grid.outputWidth();
    }

    /** x (1, C, H, W) as columns (1, G, K, OH·OW). */
    Tensor columns(Tensor x) {
        return grid.windows(x, 0).reshape(1, groups, x.dim(1) / groups * grid.pixels(), positions());
    }

    /** Adds the entries of columns (1, G, K, OH·OW) where they came from: (1, C, H, W). The adjoint of {@link #columns}. */
    Tensor image(Tensor columns) {
        int channels = columns.dim(1) * columns.dim(2) / grid.pixels();
        return grid.image(columns.reshape(1, channels, grid.pixels(), grid.outputHeight(), grid.outputWidth()));
    }

    /** Filters (F, C/G, KH, KW) as the matrices (1, G, F/G, K). */
    Tensor matrices(Tensor w) {
        return w.reshape(1, groups, w.dim(0) / groups, w.dim(1) * grid.pixels());
    }

    /** Undoes {@link #matrices}, for matrices that stand on end: (1, G, K, F/G). */
    Tensor filters(Tensor matrices) {
        int filters = matrices.dim(3) * groups;
        int channels = matrices.dim(2) / grid.pixels();
        return matrices.transpose()
                .reshape(
                        filters, channels, grid.window().height(), grid.window().width());
    }

    /** An answer of one sample (1, F, OH, OW) as rows (1, G, F/G, OH·OW). */
    Tensor rows(Tensor dy) {
        return dy.reshape(1, groups, dy.dim(1) / groups, positions());
    }
}
