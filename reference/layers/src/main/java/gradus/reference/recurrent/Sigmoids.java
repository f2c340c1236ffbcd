package gradus.reference.recurrent;

import gradus.tensor.Tensor;

/** The squashing of gates: σ(a) = 1 / (1 + exp(-a)), with the slope σ (1 - σ). */
final class Sigmoids {
    private Sigmoids() {}

    /** Far below 0 the exponential is infinite and its reciprocal 0, which is right. */
    static Tensor of(Tensor a) {
        return a.negate().exp().plus(1).reciprocal();
    }

    /** The gradient of a, where σ(a) is s. */
    static Tensor backward(Tensor ds, Tensor s) {
        return ds.times(s).times(s.oneMinus());
    }
}
