package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * {@link Bfgs} that keeps the last m pairs (s, y) in place of a matrix, and makes p = -B ∇f of them in two loops.
 *
 * <p>q = ∇f; from the newest pair to the oldest: a = r s · q, q ← q - a y; then q ← (s · y / y · y) q with the newest pair; from the
 * oldest to the newest: q ← q + (a - r y · q) s; p = -q, with r = 1 / s · y of each pair.
 *
 * <p>A step takes O(m n).
 *
 * <p>Source: lecture 5 names it; Nocedal 1980.
 */
public final class Lbfgs implements Minimizer {
    private final int memory;
    private final LineSearch search;
    private final Stopping stopping;

    /** Makes the method with {@link WolfeBisection}. */
    public Lbfgs(int memory, Stopping stopping) {
        this(memory, new WolfeBisection(), stopping);
    }

    /** @throws IllegalArgumentException if the memory m is below 1 */
    public Lbfgs(int memory, LineSearch search, Stopping stopping) {
        if (memory < 1) {
            throw new IllegalArgumentException("Lbfgs: memory: expected 1 or more but got " + memory + ".");
        }
        this.memory = memory;
        this.search = search;
        this.stopping = stopping;
    }

    @Override
    public Minimum minimize(Objective f, Tensor start) {
        return new Steps("Lbfgs", f, stopping).from(start, new QuasiNewton(f, new Limited(memory), search));
    }

    private record Pair(Tensor s, Tensor y, double r) {
        double scale() {
            return 1 / (r * y.dot(y));
        }
    }

    private static final class Limited implements InverseHessian {
        private final int memory;
        private final Deque<Pair> pairs = new ArrayDeque<>(); // the newest first

        Limited(int memory) {
            this.memory = memory;
        }

        @Override
        public Tensor times(Tensor g) {
            List<Double> shares = new ArrayList<>();
            Tensor q = g;
            for (Pair pair : pairs) {
                double a = pair.r * pair.s.dot(q);
                shares.add(0, a);
                q = q.minus(pair.y.times(a));
            }
            q = pairs.isEmpty() ? q : q.times(pairs.getFirst().scale());
            Iterator<Pair> oldestFirst = pairs.descendingIterator();
            for (double a : shares) {
                Pair pair = oldestFirst.next();
                q = q.plus(pair.s.times(a - pair.r * pair.y.dot(q)));
            }
            return q;
        }

        @Override
        public void learn(Tensor s, Tensor y) {
            pairs.addFirst(new Pair(s, y, 1 / s.dot(y)));
            if (pairs.size() > memory) {
                pairs.removeLast();
            }
        }
    }
}
