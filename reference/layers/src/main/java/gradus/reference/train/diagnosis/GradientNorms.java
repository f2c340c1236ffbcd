package gradus.reference.train.diagnosis;

import gradus.reference.calculus.Norm;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each parameter's gradient is after a backward, √(Σ g²), in the order of the net. Gradients that shrink
 * from the last layer to the first vanish, those that grow explode.
 *
 * <p>Source: lecture 7; lecture 11.
 */
public record GradientNorms(Map<String, Double> norms) {
    /** How the gradients go through the depth. */
    public enum Flow {
        VANISHING,
        STEADY,
        EXPLODING,
        /** One is NaN or infinite. */
        NOT_FINITE
    }

    /** Measures the gradients that the parameters have now. */
    public static GradientNorms of(Trainable net) {
        Map<String, Double> norms = new LinkedHashMap<>();
        for (Parameter p : net.parameters()) {
            norms.put(p.name(), Norm.euclidean(p.gradient()));
        }
        return new GradientNorms(norms);
    }

    /** The length of all gradients together. */
    public double total() {
        return Norm.euclidean(
                Tensor.of(norms.values().stream().mapToDouble(norm -> norm).toArray()));
    }

    /**
     * Compares the named parameter nearest the input with the one nearest the loss, such as the weights of the first
     * and the last layer.
     *
     * @param factor from which on a quotient counts, such as 100
     */
    public Flow flow(String first, String last, double factor) {
        double near = norm(first);
        double far = norm(last);
        if (!Double.isFinite(near) || !Double.isFinite(far)) {
            return Flow.NOT_FINITE;
        }
        if (near * factor <= far && far > 0) {
            return Flow.VANISHING;
        }
        return far * factor <= near && near > 0 ? Flow.EXPLODING : Flow.STEADY;
    }

    private double norm(String name) {
        Double norm = norms.get(name);
        if (norm == null) {
            throw new IllegalArgumentException(
                    "GradientNorms.flow: expected one of " + List.copyOf(norms.keySet()) + " but got " + name + ".");
        }
        return norm;
    }
}
