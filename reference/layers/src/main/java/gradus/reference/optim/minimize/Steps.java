package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/** The loop that all ways to a minimum share. */
record Steps(String type, Objective f, Stopping stopping) {
    Minimum from(Tensor start, Stepper stepper) {
        Tensor x = start.copy();
        for (int k = 0; ; k++) {
            Tensor at = stepper.lookAhead(x);
            Tensor g = gradient(at, k);
            if (stopping.smallGradient(g)) {
                return ended(at, k, Ending.SMALL_GRADIENT);
            }
            if (k >= stopping.limit()) {
                return ended(x, k, Ending.OUT_OF_STEPS);
            }
            Tensor next = stepper.next(x, g).orElse(null);
            if (next == null) {
                return ended(x, k, Ending.NO_DESCENT);
            }
            boolean small = stopping.smallStep(next.minus(x));
            x = next;
            if (small) {
                return ended(x, k + 1, Ending.SMALL_STEP);
            }
        }
    }

    private Tensor gradient(Tensor x, int k) {
        Tensor g = f.gradient(x);
        g.require(type + ".minimize: gradient", x.shape().toArray());
        if (g.size() > 0 && !(g.abs().max() < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    type + ".minimize: expected a finite gradient but got an infinity or NaN after " + k + " steps.");
        }
        return g;
    }

    private Minimum ended(Tensor x, int k, Ending ending) {
        double value = f.value(x);
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    type + ".minimize: expected a finite value but got " + value + " after " + k + " steps.");
        }
        return new Minimum(x, value, k, ending);
    }
}
