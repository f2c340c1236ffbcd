package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Softmax;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every batch of logits: N = 5, C = 7. */
class SoftmaxCrossEntropyPropertyTest {
    private static final IntTensor LABELS = IntTensor.of(2, 0, 6, 3, 3);

    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();

    @Property(seed = "2026", tries = 50)
    void equal_logits_cost_the_logarithm_of_the_number_of_classes(@ForAll long seed, @ForAll Values values) {
        Tensor equal = Tensor.zeros(5, 7).plus(values.draw(seed, 5, 1));

        assertThat(loss.forward(equal, LABELS)).isCloseTo(Math.log(7), within(1e-14));
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        Tensor perRow = Values.INTEGERS.draw(seed + 1, 5, 1);

        double shifted = loss.forward(logits.plus(perRow), LABELS);

        assertThat(shifted).isCloseTo(loss.forward(logits, LABELS), within(1e-11));
    }

    @Property(seed = "2026", tries = 50)
    void a_batch_seen_twice_costs_the_same_and_halves_the_gradient(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        double once = loss.forward(logits, LABELS);
        Tensor gradient = loss.backward();

        double twice = loss.forward(Tensor.concat(0, logits, logits), IntTensor.of(2, 0, 6, 3, 3, 2, 0, 6, 3, 3));

        assertThat(twice).isCloseTo(once, within(1e-14 * once));
        assertThat(loss.backward().slice(0, 5, 10)).isWithin(gradient.divide(2), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void each_row_of_the_gradient_pushes_one_class_up_and_the_others_down(@ForAll long seed) {
        loss.forward(Values.NORMAL.draw(seed, 5, 7), LABELS);

        Tensor gradient = loss.backward();

        assertThat(gradient.sum(1)).isWithin(Tensor.zeros(5), 1e-14);
        assertThat(gradient.less(0).sum(1)).hasEntriesOf(Tensor.ones(5));
        assertThat(gradient.pick(LABELS).less(0)).hasEntriesOf(Tensor.ones(5));
    }

    @Property(seed = "2026", tries = 50)
    void two_classes_are_binary_cross_entropy(@ForAll long seed) {
        Tensor logits = Values.NORMAL.draw(seed, 5, 2);

        Tensor p = new Sigmoid().forward(logits.select(1, 0).minus(logits.select(1, 1)));

        assertThat(loss.forward(logits, IntTensor.of(0, 0, 0, 0, 0)))
                .isCloseTo(-p.log().sum() / 5, within(1e-14));
    }

    @Property(seed = "2026", tries = 50)
    void the_fused_gradient_is_the_one_through_softmax(@ForAll long seed) {
        Tensor logits = Values.NORMAL.draw(seed, 5, 7);
        Softmax softmax = new Softmax();
        Tensor p = softmax.forward(logits);
        Tensor dp = Tensor.zeros(5, 7);
        dp.addPick(LABELS, p.pick(LABELS).reciprocal().divide(-5));

        loss.forward(logits, LABELS);

        assertThat(loss.backward()).isWithin(softmax.backward(dp), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void labels_may_be_renamed_with_their_columns(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        double expected = loss.forward(logits, LABELS);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(logits.flip(1), IntTensor.of(4, 6, 0, 3, 3)))
                .isCloseTo(expected, within(1e-14 * expected));
        assertThat(loss.backward()).isWithin(gradient.flip(1), 1e-15);
    }
}
