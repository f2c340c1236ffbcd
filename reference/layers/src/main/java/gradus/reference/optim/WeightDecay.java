package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Any rule of descent, and weights that shrink besides. The sources print four forms, and each λ means something else.
 *
 * <p>A coupled form adds the gradient of a penalty to ∇, and so passes through all that the rule does with a gradient. A decoupled form
 * subtracts a share of θ from the rule's answer. Under {@link GradientDescent} all can be made equal; under {@link Adam} they
 * cannot.
 *
 * <p>θ and ∇ have one shape and are not written to. The rule inside serves this object alone; errors are its own.
 *
 * <p>Source: lecture 8; endterm 2022, 2.4; August 2020, 8d; July 2021, 2.5; CS182; ECE-GV 6143.
 */
public final class WeightDecay implements Optimizer {
    /** What λ stands before. With plain descent the step is the one shown. */
    public enum Form {
        /** Coupled, of the penalty λ Σ θ²: ∇ + 2 λ θ; (1 - 2 α λ) θ - α ∇. */
        PENALTY,
        /** Coupled, of the penalty ½ λ Σ θ²: ∇ + λ θ; (1 - α λ) θ - α ∇, as the exams have it. */
        HALF_PENALTY,
        /** Decoupled, λ by itself: (1 - λ) θ - α ∇. A schedule does not change it. */
        DECOUPLED,
        /** Decoupled, λ times the rate: (1 - α λ) θ - α ∇, as in {@link AdamW}. */
        DECOUPLED_BY_RATE
    }

    private final Optimizer rule;
    private final Form form;
    private final double lambda;

    /** @throws IllegalArgumentException if λ is negative or not finite */
    public WeightDecay(Optimizer rule, Form form, double lambda) {
        Require.atLeastZero("WeightDecay: lambda", lambda);
        this.rule = rule;
        this.form = form;
        this.lambda = lambda;
    }

    @Override
    public Tensor lookAhead(Tensor theta) {
        return rule.lookAhead(theta);
    }

    /** Returns the rule's next θ, decayed; ∇ is without penalty. */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        return switch (form) {
            case PENALTY -> coupled(theta, gradient, rate, 2 * lambda);
            case HALF_PENALTY -> coupled(theta, gradient, rate, lambda);
            case DECOUPLED -> rule.step(theta, gradient, rate).minus(theta.times(lambda));
            case DECOUPLED_BY_RATE -> rule.step(theta, gradient, rate).minus(theta.times(rate * lambda));
        };
    }

    /** The penalty's slope is taken where the gradient is. */
    private Tensor coupled(Tensor theta, Tensor gradient, double rate, double slope) {
        gradient.require("WeightDecay.step: gradient", theta.shape().toArray());
        return rule.step(theta, gradient.plus(lookAhead(theta).times(slope)), rate);
    }
}
