package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Newton's direction with an approximate H⁻¹, and a line search for the length. */
final class QuasiNewton implements Stepper {
    private static final double LEAST = 1e-12; // below, s · y is rounding, or f bends down

    private final Objective f;
    private final InverseHessian inverse;
    private final LineSearch search;
    private @Nullable Tensor lastX;
    private @Nullable Tensor lastG;

    QuasiNewton(Objective f, InverseHessian inverse, LineSearch search) {
        this.f = f;
        this.inverse = inverse;
        this.search = search;
    }

    @Override
    public Optional<Tensor> next(Tensor x, Tensor g) {
        if (lastX != null && lastG != null) {
            learn(x.minus(lastX), g.minus(lastG));
        }
        lastX = x;
        lastG = g.copy(); // the function may write the next gradient into this one
        Line line = new Line(f, x, inverse.times(g).negate());
        double rate = search.rate(line);
        return rate > 0 ? Optional.of(line.at(rate)) : Optional.empty();
    }

    private void learn(Tensor s, Tensor y) {
        double cosine = s.dot(y) / Math.sqrt(s.dot(s) * y.dot(y));
        if (cosine > LEAST) {
            inverse.learn(s, y);
        }
    }
}
