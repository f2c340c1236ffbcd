package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * A loss of rows, held against every pixel: scores (N, C, H, W) become rows (N H W, C), labels (N, H, W) become (N H W).
 * The mean is over all pixels of all images. With {@link SoftmaxCrossEntropy} it is what segmentation trains on.
 *
 * <p>Backward: the rows of the gradient go back to their pixels.
 *
 * <p>Arguments are not written to.
 *
 * <p>Source: ECE 484, lecture 4; endterm 2020, 7f.
 */
public final class PerPixel implements Loss<IntTensor> {
    private final Loss<IntTensor> loss;

    @Cached
    private Shape shape; // (N, C, H, W)

    /** Makes the loss from one of rows. */
    public PerPixel(Loss<IntTensor> loss) {
        this.loss = loss;
    }

    /**
     * Returns the loss.
     *
     * @param scores (N, C, H, W)
     * @param labels (N, H, W), each from 0 to C - 1 or what else the loss of rows allows
     * @throws gradus.tensor.ShapeException if there is not one label for each pixel
     */
    @Override
    public double forward(Tensor scores, IntTensor labels) {
        scores.require("PerPixel.forward: scores", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        labels.require("PerPixel.forward: labels", scores.dim(0), scores.dim(2), scores.dim(3));
        shape = scores.shape();
        Tensor rows = scores.permute(0, 2, 3, 1).reshape(labels.size(), scores.dim(1));
        return loss.forward(rows, inOneRow(labels));
    }

    /** Returns dscores (N, C, H, W). */
    @Override
    public Tensor backward() {
        Forward.first("PerPixel.backward", shape);
        return loss.backward()
                .reshape(shape.dim(0), shape.dim(2), shape.dim(3), shape.dim(1))
                .permute(0, 3, 1, 2);
    }

    @Override
    public double weight(int images, IntTensor labels) {
        return loss.weight(labels.size(), inOneRow(labels));
    }

    private static IntTensor inOneRow(IntTensor labels) {
        return IntTensor.of(labels.toArray());
    }
}
