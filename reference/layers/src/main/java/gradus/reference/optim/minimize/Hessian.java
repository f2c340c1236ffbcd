package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/** The matrix of second derivatives. */
public interface Hessian {
    /** The Hessian (n, n) at an x of n entries, which count row-major. */
    Tensor at(Tensor x);
}
