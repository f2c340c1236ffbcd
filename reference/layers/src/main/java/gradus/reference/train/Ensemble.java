package gradus.reference.train;

import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Several nets for one task, whose answers are averaged: y = (f₁(x) + … + fₖ(x)) / k.
 *
 * <p>If the errors of the nets are uncorrelated, of mean 0 and variance σ², the mean's error has the variance σ² / k:
 * it is the expected squared error that falls as 1/k; the deviation falls as 1/√k. With correlation ρ between every
 * two, ρ σ² remains however many they are.
 *
 * <p>Nets differ by data ({@link Bagging}), by seed, by optimizer or by loss; each costs a whole training.
 *
 * <p>Source: lecture 8 (which says that the error falls linearly).
 */
public record Ensemble(List<Layer> nets) {
    /** @throws IllegalArgumentException if there is no net */
    public Ensemble {
        nets = List.copyOf(nets);
        if (nets.isEmpty()) {
            throw new IllegalArgumentException("Ensemble: nets: expected at least one but got none.");
        }
    }

    /** Returns the mean of the nets' answers, all in {@link Mode#EVAL}. */
    public Tensor predict(Tensor x) {
        return predict(x, answer -> answer);
    }

    /** Returns the mean of what {@code reading} makes of each answer, such as the softmax of scores. */
    public Tensor predict(Tensor x, UnaryOperator<Tensor> reading) {
        return nets.stream()
                .map(net -> answer(net, x))
                .map(reading)
                .reduce(Tensor::plus)
                .orElseThrow()
                .divide(nets.size());
    }

    private static Tensor answer(Layer net, Tensor x) {
        net.mode(Mode.EVAL);
        return net.forward(x);
    }
}
