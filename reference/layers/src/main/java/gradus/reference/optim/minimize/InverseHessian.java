package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/** An approximation of H⁻¹ that learns from each step. */
interface InverseHessian {
    /** H⁻¹ g, shaped like g. */
    Tensor times(Tensor g);

    /** Learns that the step s changed the gradient by y, so that H⁻¹ y = s from now on; s · y is positive. */
    void learn(Tensor s, Tensor y);
}
