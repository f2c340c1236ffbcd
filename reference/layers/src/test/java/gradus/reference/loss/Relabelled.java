package gradus.reference.loss;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What becomes of labels when the batch or the classes are rearranged. */
final class Relabelled {
    private Relabelled() {}

    /** The labels after the columns of the classes have been turned round. */
    static IntTensor mirrored(IntTensor labels, int classes) {
        return IntTensor.of(Arrays.stream(labels.toArray())
                .map(label -> classes - 1 - label)
                .toArray());
    }

    static IntTensor joined(IntTensor first, IntTensor second) {
        return IntTensor.of(IntStream.concat(Arrays.stream(first.toArray()), Arrays.stream(second.toArray()))
                .toArray());
    }

    /** The same label for all samples. */
    static IntTensor all(int label, int samples) {
        return IntTensor.of(IntStream.generate(() -> label).limit(samples).toArray());
    }

    static Tensor oneHot(IntTensor labels, int classes) {
        Tensor rows = Tensor.zeros(labels.dim(0), classes);
        rows.addPick(labels, 1);
        return rows;
    }

    /** (N, C, H, W), of labels (N, H, W): 1 at every pixel's class. */
    static Tensor oneHotPixels(IntTensor labels, int classes) {
        return oneHot(IntTensor.of(labels.toArray()), classes)
                .reshape(labels.dim(0), labels.dim(1), labels.dim(2), classes)
                .permute(0, 3, 1, 2);
    }
}
