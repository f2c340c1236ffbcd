package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Backward multiplies by a Jacobian that nobody builds; here it is built, entry by entry, to see that it is the one. */
class SoftmaxJacobianTest {
    private final Softmax softmax = new Softmax();

    /** The exam of July 2021, 5.3 and 5.4: ∂pᵢ/∂zᵢ = pᵢ (1 - pᵢ), and ∂pᵢ/∂zⱼ = -pᵢ pⱼ for another j. */
    @Property(seed = "2026", tries = 50)
    void backward_is_a_product_with_the_jacobian_of_each_row(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor p = softmax.forward(values.draw(seed, dims.n(), dims.d()));
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Tensor expected = Tensor.stack(
                0,
                IntStream.range(0, dims.n())
                        .mapToObj(n -> dy.slice(0, n, n + 1)
                                .matmul(jacobian(p.select(0, n)))
                                .reshape(dims.d()))
                        .toList());

        assertThat(softmax.backward(dy)).isWithin(expected, 1e-14);
    }

    /** One upstream row of the identity matrix for each probability gives the Jacobian of a single sample, row by row. */
    @Test
    void unit_upstreams_read_the_jacobian_off() {
        Tensor x = Values.NORMAL.draw(3, 1, 7).broadcastTo(Shape.of(7, 7));
        Tensor p = softmax.forward(x);

        assertThat(softmax.backward(Tensor.eye(7))).isWithin(jacobian(p.select(0, 0)), 1e-15);
    }

    private static Tensor jacobian(Tensor p) {
        int c = p.dim(0);
        Tensor jacobian = Tensor.zeros(c, c);
        for (int i = 0; i < c; i++) {
            for (int j = 0; j < c; j++) {
                jacobian.set(i, j, i == j ? p.get(i) * (1 - p.get(i)) : -p.get(i) * p.get(j));
            }
        }
        return jacobian;
    }
}
