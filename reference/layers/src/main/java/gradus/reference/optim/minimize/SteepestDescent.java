package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.Optional;

/**
 * Gradient descent that finds its rate anew in every step: α = argmin f(x - α ∇f(x)), as far as the line search finds it; x ← x - α ∇f(x).
 *
 * <p>With the exact α, each step is at right angles to the one before.
 *
 * <p>Source: lecture 5, optimal learning rate.
 */
public final class SteepestDescent implements Minimizer {
    private final LineSearch search;
    private final Stopping stopping;

    public SteepestDescent(LineSearch search, Stopping stopping) {
        this.search = search;
        this.stopping = stopping;
    }

    @Override
    public Minimum minimize(Objective f, Tensor start) {
        return new Steps("SteepestDescent", f, stopping).from(start, (x, g) -> along(new Line(f, x, g.negate())));
    }

    private Optional<Tensor> along(Line line) {
        double rate = search.rate(line);
        return rate > 0 ? Optional.of(line.at(rate)) : Optional.empty();
    }
}
