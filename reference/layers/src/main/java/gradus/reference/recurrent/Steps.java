package gradus.reference.recurrent;

import gradus.tensor.Tensor;

/** The gradient of weights that serve every step of a sequence. */
final class Steps {
    private Steps() {}

    /** Σ x_tᵀ d_t over all samples and steps, (D, K), for x (N, T, D) and d (N, T, K). */
    static Tensor product(Tensor x, Tensor d) {
        return rows(x).transposedMatmul(rows(d));
    }

    /** (N, T, K) as (N T, K). */
    private static Tensor rows(Tensor t) {
        return t.reshape(t.dim(0) * t.dim(1), t.dim(2));
    }
}
