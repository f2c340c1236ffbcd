package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Gauss-Newton steps that are held back: 2 (Jᵀ J + λ D) Δ = ∇f. A step that does not make f smaller, or is not defined because λ vanishes
 * beside a singular Jᵀ J, is not taken, but tried again with ten times the λ; one that does makes λ ten times smaller for the next, but not
 * below 1e-30.
 *
 * <p>Beside large residuals the last digits of x do not show in f. So where the first step tried is small by the stopping rule, or promises less than
 * f is rounded by, the gradient decides in place of f: if it is shorter there the step is taken, else x is the minimum, and stays.
 */
final class Damped implements Stepper {
    private static final double FACTOR = 10;
    private static final double LEAST = 1e-30; // from 0 there would be no way back up
    private static final double ROUNDING = 1e-14; // of f, a sum
    private static final int RAISES = 60;

    private final SumOfSquares f;
    private final LinearStep step;
    private final Stopping stopping;
    private final UnaryOperator<Tensor> damping; // from Jᵀ J to D
    private double lambda;

    Damped(String type, SumOfSquares f, Stopping stopping, UnaryOperator<Tensor> damping, double lambda) {
        this.f = f;
        this.stopping = stopping;
        this.step = new LinearStep(type, "matrix JᵀJ + λD");
        this.damping = damping;
        this.lambda = lambda;
    }

    static double required(String type, double lambda) {
        if (!(lambda > 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    type + ": lambda: expected a finite number above 0 but got " + lambda + ".");
        }
        return lambda;
    }

    @Override
    public Optional<Tensor> next(Tensor x, Tensor gradient) {
        Tensor curvature = f.halfCurvature(x);
        Tensor d = damping.apply(curvature);
        double value = f.value(x);
        boolean first = true;
        for (int i = 0; i <= RAISES; i++) {
            Tensor damped = curvature.plus(d.times(lambda)).times(2);
            Optional<Tensor> step = solved(damped, gradient, i == RAISES);
            if (step.isPresent()) {
                Tensor next = x.minus(step.get());
                boolean unseen = first && unseen(step.get(), gradient, value);
                if (unseen ? shorter(f.gradient(next), gradient) : f.value(next) < value) {
                    lambda = Math.max(lambda / FACTOR, LEAST);
                    return Optional.of(next);
                }
                if (unseen) {
                    return Optional.of(x);
                }
                first = false;
            }
            lambda *= FACTOR;
        }
        return Optional.empty();
    }

    private boolean unseen(Tensor step, Tensor gradient, double value) {
        return stopping.smallStep(step) || gradient.dot(step) <= ROUNDING * value;
    }

    private static boolean shorter(Tensor a, Tensor b) {
        return a.dot(a) < b.dot(b);
    }

    /** Nothing where λ is too small to make up for a singular Jᵀ J, unless it is raised no further. */
    private Optional<Tensor> solved(Tensor damped, Tensor gradient, boolean last) {
        try {
            return Optional.of(step.solve(damped, gradient));
        } catch (ArithmeticException singular) {
            if (last) {
                throw singular;
            }
            return Optional.empty();
        }
    }
}
