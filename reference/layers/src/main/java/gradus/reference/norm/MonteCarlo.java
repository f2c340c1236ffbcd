package gradus.reference.norm;

import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Predicts with dropout left on, many times, and tells how much the answers differ: mean = 1/T Σₜ yₜ, deviation = √(1/T Σₜ
 * (yₜ - mean)²), with yₜ the answers of T passes, shaped like y. A wide deviation is a network that is not sure.
 *
 * <p>The layer is put in training mode for the passes and is in use mode afterwards. The lecture trains with a low p (0.1
 * or 0.2) and makes 25 to 100 passes.
 *
 * <p>Source: lecture 8, Monte Carlo dropout; Gal and Ghahramani (2016), Dropout as a Bayesian approximation.
 */
public final class MonteCarlo {
    private final Layer layer;
    private final int passes;

    /** What the passes say together, both shaped like one answer. */
    public record Prediction(Tensor mean, Tensor deviation) {}

    /**
     * Makes the predictor.
     *
     * @param layer a layer or a network with dropout in it, and without running statistics: they would learn from the passes
     * @param passes how often x goes through, 1 or more
     */
    public MonteCarlo(Layer layer, int passes) {
        if (passes < 1) {
            throw new IllegalArgumentException("MonteCarlo: passes: expected 1 or more but got " + passes + ".");
        }
        if (!layer.state().isEmpty()) {
            throw new IllegalArgumentException("MonteCarlo: layer: expected one without running statistics but got "
                    + layer.state().keySet().stream().sorted().toList() + ". Let x pass them first, in use mode.");
        }
        this.layer = layer;
        this.passes = passes;
    }

    /** Returns mean and deviation of the answers to x. */
    public Prediction predict(Tensor x) {
        layer.mode(Mode.TRAIN);
        List<Tensor> answers =
                Stream.generate(() -> layer.forward(x)).limit(passes).toList();
        layer.mode(Mode.EVAL);
        Tensor all = Tensor.stack(0, answers); // (T, …)
        Tensor mean = all.mean(0);
        return new Prediction(mean, all.minus(mean).square().mean(0).sqrt());
    }
}
