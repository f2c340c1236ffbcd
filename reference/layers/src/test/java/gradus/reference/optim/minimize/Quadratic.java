package gradus.reference.optim.minimize;

import gradus.reference.Values;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/** f(x) = ½ xᵀ A x - bᵀ x for a symmetric A (n, n) and b (n); its gradient is A x - b, its Hessian A. */
record Quadratic(Tensor a, Tensor b) implements Objective {
    /** A well-conditioned one: A = I + RᵀR / n. */
    static Quadratic drawn(long seed, int n) {
        Tensor root = Values.NORMAL.draw(seed, n, n);
        return new Quadratic(
                Tensor.eye(n).plus(root.transposedMatmul(root).divide(n)), Values.NORMAL.draw(seed + 1, n));
    }

    @Override
    public double value(Tensor x) {
        return x.dot(product(x)) / 2 - b.dot(x);
    }

    @Override
    public Tensor gradient(Tensor x) {
        return product(x).minus(b);
    }

    Tensor minimum() {
        return a.solve(b.expand(1)).reshape(b.shape());
    }

    private Tensor product(Tensor x) {
        return a.matmul(x.expand(1)).reshape(b.shape());
    }
}
