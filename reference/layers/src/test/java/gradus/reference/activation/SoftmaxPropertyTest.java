package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every row of scores (N, C). */
class SoftmaxPropertyTest {
    private final Softmax softmax = new Softmax();

    @Property(seed = "2026", tries = 50)
    void rows_have_the_sum_one(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor p = softmax.forward(values.draw(seed, dims.n(), dims.d()));

        assertThat(p.sum(1)).isWithin(Tensor.ones(dims.n()), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor perRow = Values.INTEGERS.draw(seed + 1, dims.n(), 1);

        assertThat(softmax.forward(x.plus(perRow))).isWithin(softmax.forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void turning_the_columns_round_turns_the_answer_round(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(softmax.forward(x.flip(1))).isWithin(softmax.forward(x).flip(1), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void two_classes_are_a_sigmoid(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), 2);

        Tensor sigmoid = new Sigmoid().forward(x.select(1, 0).minus(x.select(1, 1)));

        assertThat(softmax.forward(x).select(1, 0)).isWithin(sigmoid, 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void quotients_of_probabilities_are_differences_of_scores(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d()).divide(100); // so that no probability is 0

        Tensor logP = softmax.forward(x).log();

        assertThat(logP.minus(logP.flip(1))).isWithin(x.minus(x.flip(1)), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void rows_of_dx_have_the_sum_zero(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        softmax.forward(values.draw(seed, dims.n(), dims.d()));

        Tensor dx = softmax.backward(Values.NORMAL.draw(seed + 1, dims.n(), dims.d()));

        assertThat(dx.sum(1)).isWithin(Tensor.zeros(dims.n()), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_of_dy_changes_nothing(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        softmax.forward(values.draw(seed, dims.n(), dims.d()));
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Tensor perRow = Values.NORMAL.draw(seed + 2, dims.n(), 1);

        assertThat(softmax.backward(dy.plus(perRow))).isWithin(softmax.backward(dy), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void the_jacobian_is_symmetric(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        softmax.forward(values.draw(seed, dims.n(), dims.d()));
        Tensor g = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Tensor h = Values.NORMAL.draw(seed + 2, dims.n(), dims.d());

        double there = softmax.backward(g).dot(h);
        double back = softmax.backward(h).dot(g);

        assertThat(there).isCloseTo(back, within(1e-13));
    }
}
