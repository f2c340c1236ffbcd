package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TanhTest {
    private final Tanh tanh = new Tanh();

    /** tanh(ln 3) = (3 - 1/3) / (3 + 1/3) = 4/5, and 1 - 16/25 = 9/25. */
    @Test
    void works_out_a_case_by_hand() {
        Tensor y = tanh.forward(Tensor.of(0, Math.log(3)));

        assertThat(y).isWithin(Tensor.of(0, 0.8), 1e-14);
        assertThat(tanh.backward(Tensor.of(1, 2))).isWithin(Tensor.of(1, 0.72), 1e-14);
    }

    /** The exam of August 2020, 2a: two weighted sums of (2, -4, 1), one near the middle of tanh, one far out. */
    @Test
    void works_out_the_exam_problem() {
        Tensor w = Tensor.of(new double[][] {{0.05, 1}, {0.025, 0.5}, {-0.03, 1.5}});
        Tensor s = Tensor.of(new double[][] {{2, -4, 1}}).matmul(w);

        assertThat(s).isWithin(Tensor.of(new double[][] {{-0.03, 1.5}}), 1e-15);
        assertThat(tanh.forward(s)).isWithin(Tensor.of(new double[][] {{-0.029991, 0.905148}}), 1e-6);
        assertThat(tanh.backward(Tensor.ones(1, 2))).isWithin(Tensor.of(new double[][] {{0.99910, 0.18071}}), 1e-5);
    }

    @Test
    void is_right_far_out() {
        Tensor y = tanh.forward(Tensor.of(1000, -1000));

        assertThat(y).hasEntriesOf(Tensor.of(1, -1));
        assertThat(tanh.backward(Tensor.of(3, 3))).hasEntriesOf(Tensor.of(0, 0));
    }

    @Property(seed = "2026", tries = 50)
    void is_odd(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(tanh.forward(x.negate())).isWithin(tanh.forward(x).negate(), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void is_a_stretched_sigmoid(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        Tensor stretched = new Sigmoid().forward(x.times(2)).times(2).minus(1);

        assertThat(tanh.forward(x)).isWithin(stretched, 1e-14);
    }
}
