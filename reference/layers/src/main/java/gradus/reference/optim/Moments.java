package gradus.reference.optim;

import gradus.tensor.Tensor;

/** Running means of gradients and of their squares: m ← β₁ m + (1 - β₁) ∇; v ← β₂ v + (1 - β₂) ∇², with m = v = 0 at first. */
final class Moments {
    private final double beta1;
    private final double beta2;
    private Tensor m = Tensor.zeros();
    private Tensor v = Tensor.zeros();
    private int steps;

    Moments(String type, double beta1, double beta2) {
        Require.share(type + ": beta1", beta1);
        Require.share(type + ": beta2", beta2);
        this.beta1 = beta1;
        this.beta2 = beta2;
    }

    void add(Tensor gradient) {
        m = m.times(beta1).plus(gradient.times(1 - beta1));
        v = v.times(beta2).plus(gradient.square().times(1 - beta2));
        steps++;
    }

    Tensor m() {
        return m;
    }

    Tensor v() {
        return v;
    }

    /** m̂ = m / (1 - β₁ᵏ), after k steps: without it the zero at the start would weigh too much. */
    Tensor correctedM() {
        return m.divide(1 - Math.pow(beta1, steps));
    }

    /** v̂ = v / (1 - β₂ᵏ). */
    Tensor correctedV() {
        return v.divide(1 - Math.pow(beta2, steps));
    }
}
