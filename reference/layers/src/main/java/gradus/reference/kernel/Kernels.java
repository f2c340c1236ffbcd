package gradus.reference.kernel;

import gradus.tensor.Backend;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * The work of layers that is worth a kernel of its own, composed here from the algebra, so that it runs on every backend. A backend that
 * knows better implements this interface beside {@link Backend} and overrides what it likes.
 *
 * <p>Images are (N, C, H, W), filters (F, C/G, KH, KW), answers (N, F, OH, OW) with OH = {@link Window#outputHeight} of H and OW likewise.
 * Filters are never turned round here, whatever {@link Window#flip} says: that is the layers' part. {@link Window#strict} counts as
 * {@link Window#outputHeight} says. Shapes have been checked; arguments are only read, and answers are new.
 */
public interface Kernels {
    /** The maxima of windows, and which pixel of its window each is: 0 to KH·KW - 1, row-major; both (N, C, OH, OW). */
    record Maxima(Tensor values, IntTensor positions) {}

    /** The kernels of this thread's backend, or the composed ones. */
    static Kernels current() {
        return Backend.current() instanceof Kernels kernels ? kernels : Composed.KERNELS;
    }

    /** y = b + Σ x w over the pixels and channels of a window: x (N, C, H, W), w (F, C/G, KH, KW), b (F) give (N, F, OH, OW). */
    default Tensor convolution(Tensor x, Tensor w, Tensor b, Window window, int groups) {
        throw new UnsupportedOperationException();
    }

    /** The gradient of x, (N, C, height, width), for dy (N, F, OH, OW) and w (F, C/G, KH, KW): the adjoint of a convolution without b. */
    default Tensor convolutionInput(Tensor dy, Tensor w, Window window, int groups, int height, int width) {
        throw new UnsupportedOperationException();
    }

    /** The gradient of w, (F, C/G, KH, KW), for x (N, C, H, W) and dy (N, F, OH, OW): summed over the batch and all positions. */
    default Tensor convolutionFilters(Tensor x, Tensor dy, Window window, int groups) {
        throw new UnsupportedOperationException();
    }

    /** The greatest pixel of every window, the first of equal ones, NaN above all; padding never wins. */
    default Maxima maxPool(Tensor x, Window window) {
        throw new UnsupportedOperationException();
    }

    /** Adds each entry of dy (N, C, OH, OW) to the pixel that won: dx (N, C, height, width). */
    default Tensor maxPoolBackward(Tensor dy, IntTensor positions, Window window, int height, int width) {
        throw new UnsupportedOperationException();
    }

    /** The mean of every window, divided by KH·KW everywhere: padding counts as zeros. */
    default Tensor averagePool(Tensor x, Window window) {
        throw new UnsupportedOperationException();
    }

    /** Spreads each entry of dy (N, C, OH, OW) evenly over its window: dx (N, C, height, width). */
    default Tensor averagePoolBackward(Tensor dy, Window window, int height, int width) {
        throw new UnsupportedOperationException();
    }
}
