package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/** Solves A Δ = g, where A (n, n) is a matrix of curvature and g a gradient of n entries; Δ is shaped like g. Nothing is inverted. */
record LinearStep(String type, String matrix) {
    Tensor solve(Tensor a, Tensor g) {
        int n = g.size();
        a.require(type + ".minimize: " + matrix, n, n);
        if (!(a.abs().max() < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    type + ".minimize: expected finite numbers in the " + matrix + " but got an infinity or NaN.");
        }
        try {
            return a.solve(g.reshape(n, 1)).reshape(g.shape());
        } catch (ArithmeticException singular) {
            ArithmeticException undefined = new ArithmeticException(
                    type + ".minimize: the " + matrix + " is singular, so the step is not defined.");
            undefined.initCause(singular);
            throw undefined;
        }
    }
}
