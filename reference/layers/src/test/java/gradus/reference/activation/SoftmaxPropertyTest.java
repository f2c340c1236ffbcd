package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every row of scores: N = 5, C = 7. */
class SoftmaxPropertyTest {
    private final Softmax softmax = new Softmax();

    @Property(seed = "2026", tries = 50)
    void rows_have_the_sum_one(@ForAll long seed, @ForAll Values values) {
        Tensor p = softmax.forward(values.draw(seed, 5, 7));

        assertThat(p.sum(1)).isWithin(Tensor.ones(5), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor perRow = Values.INTEGERS.draw(seed + 1, 5, 1);

        assertThat(softmax.forward(x.plus(perRow))).isWithin(softmax.forward(x), 1e-11);
    }

    @Property(seed = "2026", tries = 50)
    void turning_the_columns_round_turns_the_answer_round(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);

        assertThat(softmax.forward(x.flip(1))).isWithin(softmax.forward(x).flip(1), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void two_classes_are_a_sigmoid(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 2);

        Tensor sigmoid = new Sigmoid().forward(x.select(1, 0).minus(x.select(1, 1)));

        assertThat(softmax.forward(x).select(1, 0)).isWithin(sigmoid, 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void quotients_of_probabilities_are_differences_of_scores(@ForAll long seed) {
        Tensor x = Values.NORMAL.draw(seed, 5, 7);

        Tensor logP = softmax.forward(x).log();

        assertThat(logP.minus(logP.flip(1))).isWithin(x.minus(x.flip(1)), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void rows_of_dx_have_the_sum_zero(@ForAll long seed, @ForAll Values values) {
        softmax.forward(values.draw(seed, 5, 7));

        Tensor dx = softmax.backward(Values.NORMAL.draw(seed + 1, 5, 7));

        assertThat(dx.sum(1)).isWithin(Tensor.zeros(5), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_of_dy_changes_nothing(@ForAll long seed, @ForAll Values values) {
        softmax.forward(values.draw(seed, 5, 7));
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 7);
        Tensor perRow = Values.NORMAL.draw(seed + 2, 5, 1);

        assertThat(softmax.backward(dy.plus(perRow))).isWithin(softmax.backward(dy), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void the_jacobian_is_symmetric(@ForAll long seed, @ForAll Values values) {
        softmax.forward(values.draw(seed, 5, 7));
        Tensor g = Values.NORMAL.draw(seed + 1, 5, 7);
        Tensor h = Values.NORMAL.draw(seed + 2, 5, 7);

        double there = softmax.backward(g).dot(h);
        double back = softmax.backward(h).dot(g);

        assertThat(there).isCloseTo(back, within(1e-13));
    }
}
