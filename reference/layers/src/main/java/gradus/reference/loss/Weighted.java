package gradus.reference.loss;

import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/**
 * A loss that counts by a weight: L = weight · loss(prediction, target), and backward dprediction = weight · that of the loss; shapes, errors
 * and what is kept are the loss's.
 *
 * <p>Half of the squared error's mean over samples is the form 1/(2 N) Σ (prediction - target)²; a weighted sum of losses is several of these.
 *
 * <p>Source: endterm 2022, 2.7 (linear regression with 1/(2 n)).
 *
 * @param <T> what the loss takes as a target
 */
public record Weighted<T>(double weight, Loss<T> loss) implements Loss<T> {
    @Override
    public double forward(Tensor prediction, T target) {
        return weight * loss.forward(prediction, target);
    }

    @Override
    public Tensor backward() {
        return loss.backward().times(weight);
    }

    @Override
    public double weight(int samples, T target) {
        return loss.weight(samples, target);
    }
}
