package gradus.reference.loss;

import gradus.tensor.Tensor;

/** What probabilities must fulfil. */
final class Probabilities {
    private Probabilities() {}

    static void require(String where, Tensor p) {
        if (p.size() > 0 && !(p.min() >= 0 && p.max() <= 1)) { // so that NaN is refused too
            double odd = p.min() >= 0 ? p.max() : p.min();
            throw new IllegalArgumentException(where + ": expected probabilities from 0 to 1 but got " + odd + ".");
        }
    }
}
