package gradus.reference.norm;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;

/** The shape (…, D): any leading axes, also none, and a last one of given length. */
final class LastAxis {
    private LastAxis() {}

    static void require(String where, Tensor x, int length) {
        int[] dims = new int[Math.max(x.rank(), 1)];
        Arrays.fill(dims, Shape.ANY);
        dims[dims.length - 1] = length;
        x.require(where, dims);
    }
}
