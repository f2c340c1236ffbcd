package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/** What a model misses each of M measurements by, as a function of N numbers: F(x). */
public interface Residuals {
    /** F(x) (M) at x (N). */
    Tensor values(Tensor x);

    /** The Jacobian (M, N) at x (N): row m has the slopes of residual m. */
    Tensor jacobian(Tensor x);
}
