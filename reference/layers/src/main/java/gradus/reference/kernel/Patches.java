package gradus.reference.kernel;

import gradus.tensor.Tensor;

/**
 * What the windows see, written side by side in columns, so that a convolution becomes one product of matrices. An entry of a column is a
 * pixel of the window and a channel of the group: (KH, KW, C/G), flattened to K.
 */
record Patches(Grid grid, int groups) {
    private int positions() {
        return grid.outputHeight() * grid.outputWidth();
    }

    /** x (1, C, H, W) as columns (1, G, K, OH·OW). */
    Tensor columns(Tensor x) {
        int channels = x.dim(1) / groups;
        Tensor columns = Tensor.zeros(1, groups, grid.pixels() * channels, positions());
        Tensor padded = grid.padded(x, 0);
        int at = 0;
        for (int i = 0; i < grid.window().height(); i++) {
            Tensor row = grid.row(padded, i);
            for (int j = 0; j < grid.window().width(); j++, at += channels) {
                columns.put(2, at, grid.pixel(row, j).reshape(1, groups, channels, positions()));
            }
        }
        return columns;
    }

    /** Adds the entries of columns (1, G, K, OH·OW) where they came from: (1, C, H, W). The adjoint of {@link #columns}. */
    Tensor image(Tensor columns) {
        int channels = columns.dim(2) / grid.pixels();
        int all = channels * groups;
        Tensor padded = grid.blank(1, all);
        int at = 0;
        for (int i = 0; i < grid.window().height(); i++) {
            Tensor row = grid.blankRow(1, all);
            for (int j = 0; j < grid.window().width(); j++, at += channels) {
                Tensor pixel = columns.slice(2, at, at + channels);
                grid.addPixel(row, j, pixel.reshape(1, all, grid.outputHeight(), grid.outputWidth()));
            }
            grid.addRow(padded, i, row);
        }
        return grid.cropped(padded);
    }

    /** Filters (F, C/G, KH, KW) as the matrices (1, G, F/G, K). */
    Tensor matrices(Tensor w) {
        int filters = w.dim(0) / groups;
        int channels = w.dim(1);
        return w.reshape(groups, filters, channels, grid.pixels())
                .permute(0, 1, 3, 2)
                .reshape(1, groups, filters, grid.pixels() * channels);
    }

    /** Undoes {@link #matrices}, for matrices that stand on end: (1, G, K, F/G). */
    Tensor filters(Tensor matrices) {
        int filters = matrices.dim(3);
        int channels = matrices.dim(2) / grid.pixels();
        return matrices.reshape(groups, grid.pixels(), channels, filters)
                .permute(0, 3, 2, 1)
                .reshape(
                        groups * filters,
                        channels,
                        grid.window().height(),
                        grid.window().width());
    }

    /** An answer of one sample (1, F, OH, OW) as rows (1, G, F/G, OH·OW). */
    Tensor rows(Tensor dy) {
        return dy.reshape(1, groups, dy.dim(1) / groups, positions());
    }
}
