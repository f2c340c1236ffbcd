package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/**
 * Newton's method with an approximate inverse B of the Hessian, made of gradients alone: p = -B ∇f; x ← x + α p; then, with s = Δx, y = Δ∇f
 * and r = 1 / s · y, B ← (I - r s yᵀ) B (I - r y sᵀ) + r s sᵀ (Broyden, Fletcher, Goldfarb, Shanno).
 *
 * <p>B begins as I, and as (s · y / y · y) I before its first update. α is 1 where that will do, else from the line search. Where s · y is not
 * positive, B stays.
 *
 * <p>B has n² entries, and a step takes O(n²). x may have any shape of n entries; the start is not written to, and nothing is kept from one
 * call to the next.
 *
 * <p>Source: lecture 5 names it; Nocedal and Wright, Numerical Optimization, 6.1.
 */
public final class Bfgs implements Minimizer {
    private final LineSearch search;
    private final Stopping stopping;

    /** Makes the method with {@link WolfeBisection}. */
    public Bfgs(Stopping stopping) {
        this(new WolfeBisection(), stopping);
    }

    /** Makes the method with a line search, which decides how far each step goes. */
    public Bfgs(LineSearch search, Stopping stopping) {
        this.search = search;
        this.stopping = stopping;
    }

    @Override
    public Minimum minimize(Objective f, Tensor start) {
        InverseHessian inverse = new Full(start.size());
        return new Steps("Bfgs", f, stopping).from(start, new QuasiNewton(f, inverse, search));
    }

    private static final class Full implements InverseHessian {
        private Tensor b;
        private boolean fresh = true;

        Full(int n) {
            b = Tensor.eye(n);
        }

        @Override
        public Tensor times(Tensor g) {
            return b.matmul(g.reshape(g.size(), 1)).reshape(g.shape());
        }

        @Override
        public void learn(Tensor step, Tensor change) {
            Tensor s = step.reshape(step.size(), 1);
            Tensor y = change.reshape(change.size(), 1);
            double r = 1 / s.dot(y);
            if (fresh) {
                b = b.times(s.dot(y) / y.dot(y));
                fresh = false;
            }
            // B is symmetric, so the product of three matrices comes down to a sum of outer products.
            Tensor by = b.matmul(y);
            Tensor mixed = s.matmulTransposed(by);
            b = b.minus(mixed.plus(mixed.transpose()).times(r))
                    .plus(s.matmulTransposed(s).times(r * (1 + r * y.dot(by))));
        }
    }
}
