package gradus.reference.calculus;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Softmax;
import gradus.reference.optim.minimize.DifferenceHessian;
import gradus.tensor.Objective;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JacobianTest {
    @Property(seed = "2026", tries = 20)
    void of_a_linear_map_is_its_matrix(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor a = Values.NORMAL.draw(seed, dims.m(), dims.d());
        Tensor x = values.draw(seed + 1, dims.d());

        Tensor j = Jacobian.of(v -> a.matmul(v.expand(1)).reshape(dims.m()), x);

        assertThat(j).isCloseTo(a, 1e-9);
    }

    /** (x², x y, sin y) at (2, 3). */
    @Test
    void works_out_the_example() {
        Tensor j = Jacobian.of(
                v -> Tensor.of(v.get(0) * v.get(0), v.get(0) * v.get(1), Math.sin(v.get(1))), Tensor.of(2, 3));

        assertThat(j).isWithin(Tensor.of(new double[][] {{4, 0}, {3, 2}, {0, Math.cos(3)}}), 1e-9);
    }

    /** Lecture 4: backward multiplies by the Jacobian's transpose. */
    @Test
    void backward_is_the_product_with_its_transpose() {
        Tensor x = Values.NORMAL.draw(1, 2, 5);
        Tensor dy = Values.NORMAL.draw(2, 2, 5);
        Tensor j = Jacobian.of(new Softmax()::forward, x);

        Softmax layer = new Softmax();
        layer.forward(x);

        assertThat(j.shape()).isEqualTo(Shape.of(10, 10));
        assertThat(j.transpose().matmul(dy.reshape(10, 1)).reshape(2, 5)).isCloseTo(layer.backward(dy), 1e-9);
    }

    /** f = Σ x³ / 6 + x₀ x₁: Hessian diag(x) with 1 beside. */
    @Test
    void the_hessian_is_the_jacobian_of_the_gradient() {
        Objective f = new Objective() {
            @Override
            public double value(Tensor x) {
                return x.power(3).sum() / 6 + x.get(0) * x.get(1);
            }

            @Override
            public Tensor gradient(Tensor x) {
                return x.square().divide(2).plus(Tensor.of(x.get(1), x.get(0)));
            }
        };
        Tensor x = Tensor.of(2, -3);

        assertThat(Jacobian.of(f::gradient, x)).isWithin(Tensor.of(new double[][] {{2, 1}, {1, -3}}), 1e-9);
        assertThat(new DifferenceHessian(f).at(x)).isWithin(Jacobian.of(f::gradient, x), 1e-9);
    }

    /** The step grows with x: with 1e-5 alone, the digits of x² near 1e8 would be lost. */
    @Test
    void far_out_the_step_is_longer() {
        assertThat(Jacobian.of(v -> v.square(), Tensor.of(1e8))).isCloseTo(Tensor.of(new double[][] {{2e8}}), 1e-9);
    }

    @Test
    void of_nothing_has_no_columns() {
        assertThat(Jacobian.of(v -> Tensor.of(1, 2, 3), Tensor.zeros(0)).shape())
                .isEqualTo(Shape.of(3, 0));
        assertThat(Jacobian.of(v -> Tensor.zeros(0), Tensor.of(1, 2)).shape()).isEqualTo(Shape.of(0, 2));
    }
}
