package gradus.demo.sequence;

import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** The softmax cross-entropy of logits (N, T, C) and labels (N, T), the mean over all steps. */
final class StepwiseLoss implements Loss<IntTensor> {
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();

    @Cached
    private Shape shape; // of the logits

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        shape = logits.shape();
        return loss.forward(logits.reshape(labels.size(), logits.dim(2)), IntTensor.of(labels.toArray()));
    }

    @Override
    public Tensor backward() {
        return loss.backward().reshape(shape);
    }
}
