package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Optimizer;
import gradus.tensor.Schedule;
import gradus.tensor.Tensor;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * First-order descent by any rule: xₖ₊₁ = step(xₖ, ∇f, αₖ), k from 0, until ‖xₖ₊₁ - xₖ‖ ≤ ε or ‖∇f‖ ≤ ε. With {@code
 * GradientDescent} the step is xₖ - αₖ ∇f(xₖ).
 *
 * <p>A rule that looks ahead is given the gradient there, and if that one is small enough, the point there is the answer. Every
 * minimisation has a new rule. A rate that is too high ends in a gradient that is not finite, or out of steps.
 *
 * <p>Source: lecture 3; lecture 5; CS182, optimisation; winter 2022, 5.6.
 */
public final class Descent implements Minimizer {
    private final Supplier<? extends Optimizer> rule;
    private final Schedule schedule;
    private final Stopping stopping;

    /** Makes a descent by a rule, such as {@code Momentum::new}, with the rate that the schedule has for step k. */
    public Descent(Supplier<? extends Optimizer> rule, Schedule schedule, Stopping stopping) {
        this.rule = rule;
        this.schedule = schedule;
        this.stopping = stopping;
    }

    /** Makes a descent with one rate. */
    public Descent(Supplier<? extends Optimizer> rule, double rate, Stopping stopping) {
        this(rule, k -> rate, stopping);
    }

    @Override
    public Minimum minimize(Objective f, Tensor start) {
        return new Steps("Descent", f, stopping).from(start, new ByRule(rule.get(), schedule));
    }

    private static final class ByRule implements Stepper {
        private final Optimizer rule;
        private final Schedule schedule;
        private int k;

        ByRule(Optimizer rule, Schedule schedule) {
            this.rule = rule;
            this.schedule = schedule;
        }

        @Override
        public Tensor lookAhead(Tensor x) {
            return rule.lookAhead(x);
        }

        @Override
        public Optional<Tensor> next(Tensor x, Tensor gradient) {
            return Optional.of(rule.step(x, gradient, schedule.rate(k++)));
        }
    }
}
