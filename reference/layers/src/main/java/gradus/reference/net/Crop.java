package gradus.reference.net;

import gradus.tensor.Tensor;

/** The middle of an image: what is left over is shared by both sides, the odd pixel going to the end. */
final class Crop {
    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;

    private Crop() {}

    /** The middle of x (N, C, H, W), as large as {@code frame}. */
    static Tensor of(Tensor x, Tensor frame) {
        return along(WIDTH, along(HEIGHT, x, frame), frame);
    }

    private static Tensor along(int axis, Tensor x, Tensor frame) {
        int before = before(x.dim(axis), frame.dim(axis));
        return x.slice(axis, before, before + frame.dim(axis));
    }

    /** The gradient of what was cropped: zero at the border. */
    static Tensor back(Tensor d, Tensor x) {
        return padded(HEIGHT, padded(WIDTH, d, x), x);
    }

    private static Tensor padded(int axis, Tensor d, Tensor x) {
        int before = before(x.dim(axis), d.dim(axis));
        return d.pad(axis, before, x.dim(axis) - d.dim(axis) - before);
    }

    private static int before(int length, int cropped) {
        return (length - cropped) / 2;
    }
}
