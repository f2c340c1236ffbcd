package gradus.exercises.loss;

import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

public final class SoftmaxCrossEntropy implements Loss<IntTensor> {
    private Tensor gradient;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        int samples = logits.dim(0);
        int classes = logits.dim(1);
        gradient = Tensor.zeros(samples, classes);
        double total = 0;
        for (int n = 0; n < samples; n++) {
            int label = labels.get(n);
            double logSum = logSumOfExponentials(logits, n);
            total += logSum - logits.get(n, label);
            for (int c = 0; c < classes; c++) {
                double p = Math.exp(logits.get(n, c) - logSum);
                gradient.set(n, c, (c == label ? p - 1 : p) / samples);
            }
        }
        return total / samples;
    }

    @Override
    public Tensor backward() {
        return gradient.copy();
    }

    private static double logSumOfExponentials(Tensor logits, int n) {
        double top = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < logits.dim(1); c++) {
            top = Math.max(top, logits.get(n, c));
        }
        double sum = 0;
        for (int c = 0; c < logits.dim(1); c++) {
            sum += Math.exp(logits.get(n, c) - top);
        }
        return top + Math.log(sum);
    }
}
