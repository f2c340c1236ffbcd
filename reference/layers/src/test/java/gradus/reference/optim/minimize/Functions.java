package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** Functions to minimise. */
final class Functions {
    private Functions() {}

    static Objective of(ToDoubleFunction<Tensor> value, UnaryOperator<Tensor> gradient) {
        return new Objective() {
            @Override
            public double value(Tensor x) {
                return value.applyAsDouble(x);
            }

            @Override
            public Tensor gradient(Tensor x) {
                return gradient.apply(x);
            }
        };
    }

    /** f(x) = Σ x². */
    record Parabola() implements Objective {
        @Override
        public double value(Tensor x) {
            return x.square().sum();
        }

        @Override
        public Tensor gradient(Tensor x) {
            return x.times(2);
        }
    }

    /** Rosenbrock's valley as residuals: (1 - x, 10 (y - x²)); the minimum is (1, 1). */
    record Rosenbrock() implements Residuals {
        @Override
        public Tensor values(Tensor p) {
            double x = p.get(0);
            return Tensor.of(1 - x, 10 * (p.get(1) - x * x));
        }

        @Override
        public Tensor jacobian(Tensor p) {
            return Tensor.of(new double[][] {{-1, 0}, {-20 * p.get(0), 10}});
        }
    }

    /** F(x) = A x - b, for A (M, N) and b (M). */
    record Linear(Tensor a, Tensor b) implements Residuals {
        @Override
        public Tensor values(Tensor x) {
            return a.matmul(x.expand(1)).reshape(b.shape()).minus(b);
        }

        @Override
        public Tensor jacobian(Tensor x) {
            return a;
        }

        /** (AᵀA)⁻¹ Aᵀ b. */
        Tensor closedForm() {
            return a.transposedMatmul(a).solve(a.transposedMatmul(b.expand(1))).reshape(a.dim(1));
        }
    }
}
