package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Softmax cross-entropy sample by sample; the gradient is finished in the forward pass. */
public final class CrossEntropyLoops implements Loss<IntTensor> {

    @Cached
    private Tensor gradient; // (N, C)

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        int N = logits.dim(0);
        gradient = Tensor.zeros(logits.shape());
        double loss = 0;
        for (int n = 0; n < N; n++) {
            double logSum = logSumExp(logits, n);
            for (int c = 0; c < logits.dim(1); c++) {
                double target = c == labels.get(n) ? 1 : 0;
                gradient.set(n, c, (Math.exp(logits.get(n, c) - logSum) - target) / N);
            }
            loss += logSum - logits.get(n, labels.get(n));
        }
        return loss / N;
    }

    private static double logSumExp(Tensor logits, int n) {
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < logits.dim(1); c++) {
            max = Math.max(max, logits.get(n, c));
        }
        double sum = 0;
        for (int c = 0; c < logits.dim(1); c++) {
            sum += Math.exp(logits.get(n, c) - max);
        }
        return max + Math.log(sum);
    }

    @Override
    public Tensor backward() {
        return gradient.copy();
    }
}
