package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LogSoftmaxTest {
    private final LogSoftmax layer = new LogSoftmax();

    /** Lecture 7: the losses of three pictures, minus the log-probability of their right class. */
    @Test
    void works_out_the_example_of_the_lecture() {
        Tensor y = layer.forward(Tensor.of(new double[][] {{3.2, 5.1, -1.7}}));

        assertThat(y).isWithin(Tensor.of(new double[][] {{-2.04, -0.14, -6.94}}), 0.005);
    }

    /** p = (1/4, 3/4). */
    @Test
    void works_out_a_case_by_hand() {
        Tensor y = layer.forward(Tensor.of(new double[][] {{0, Math.log(3)}}));

        assertThat(y).isWithin(Tensor.of(new double[][] {{-Math.log(4), Math.log(0.75)}}), 1e-15);
        assertThat(layer.backward(Tensor.of(new double[][] {{5, 3}})))
                .isWithin(Tensor.of(new double[][] {{3, -3}}), 1e-14);
    }

    @Test
    void is_right_far_out_with_each_row_on_its_own() {
        Tensor y = layer.forward(Tensor.of(new double[][] {{1000, -1000, 1000}, {-1000, -1000, -1000}}));

        double half = -Math.log(2);
        double third = -Math.log(3);
        assertThat(y).isWithin(Tensor.of(new double[][] {{half, half - 2000, half}, {third, third, third}}), 1e-12);
        assertThat(layer.backward(Tensor.of(new double[][] {{0, 6, 0}, {3, 0, 0}})))
                .isWithin(Tensor.of(new double[][] {{-3, 6, -3}, {2, -1, -1}}), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void is_the_logarithm_of_the_softmax(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d()).divide(100); // so that no probability is 0

        assertThat(layer.forward(x)).isWithin(new Softmax().forward(x).log(), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void the_probabilities_of_a_row_have_the_sum_one(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor y = layer.forward(values.draw(seed, dims.n(), dims.d()));

        assertThat(y.exp().sum(1)).isWithin(Tensor.ones(dims.n()), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor perRow = Values.INTEGERS.draw(seed + 1, dims.n(), 1);

        assertThat(layer.forward(x.plus(perRow))).isWithin(layer.forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void differences_of_a_row_stay(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        Tensor y = layer.forward(x);

        assertThat(y.minus(y.flip(1))).isWithin(x.minus(x.flip(1)), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void rows_of_dx_have_the_sum_zero(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        layer.forward(values.draw(seed, dims.n(), dims.d()));

        Tensor dx = layer.backward(Values.NORMAL.draw(seed + 1, dims.n(), dims.d()));

        assertThat(dx.sum(1)).isWithin(Tensor.zeros(dims.n()), 1e-13);
    }

    /** The loss -yₗ of a label l: the gradient is p less a one at l. */
    @Property(seed = "2026", tries = 50)
    void the_surprise_at_a_label_has_the_gradient_of_cross_entropy(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor right = Tensor.zeros(dims.n(), dims.d());
        right.addPick(dims.labels(seed + 1), 1);

        layer.forward(x);

        assertThat(layer.backward(right.negate()))
                .isWithin(new Softmax().forward(x).minus(right), 1e-14);
    }

    @Test
    void refuses_what_is_not_a_matrix() {
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("LogSoftmax.forward: x: expected shape (any, any) but got (3).");
    }
}
