package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/**
 * Where a minimisation ended, and why.
 *
 * @param x the last point
 * @param value of the function there
 * @param steps how many were taken
 */
public record Minimum(Tensor x, double value, int steps, Ending ending) {
    public boolean converged() {
        return ending.converged();
    }
}
