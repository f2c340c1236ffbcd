package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Relations that hold for every batch of logits: N = 5, C = 7. */
class WeightedSoftmaxCrossEntropyPropertyTest {
    private static final IntTensor LABELS = IntTensor.of(2, 0, 6, 3, 3);

    @Property(seed = "2026", tries = 50)
    void equal_weights_without_smoothing_are_the_plain_loss(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        SoftmaxCrossEntropy plain = new SoftmaxCrossEntropy();
        double expected = plain.forward(logits, LABELS);
        WeightedSoftmaxCrossEntropy loss = loss(Tensor.full(Shape.of(7), 2.5), 0);

        assertThat(loss.forward(logits, LABELS)).isCloseTo(expected, within(1e-14 * expected));
        assertThat(loss.backward()).isWithin(plain.backward(), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void equal_logits_cost_the_logarithm_of_the_number_of_classes(
            @ForAll long seed, @ForAll Values values, @ForAll @DoubleRange(max = 1) double smoothing) {
        Tensor equal = Tensor.zeros(5, 7).plus(values.draw(seed, 5, 1));

        assertThat(loss(weights(seed), 0).forward(equal, LABELS)).isCloseTo(Math.log(7), within(1e-14));
        assertThat(loss(Tensor.ones(7), smoothing).forward(equal, LABELS)).isCloseTo(Math.log(7), within(1e-14));
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        Tensor perRow = Values.INTEGERS.draw(seed + 1, 5, 1);
        WeightedSoftmaxCrossEntropy loss = loss(weights(seed + 2), 0.1);
        double expected = loss.forward(logits, LABELS);

        assertThat(loss.forward(logits.plus(perRow), LABELS)).isCloseTo(expected, within(1e-11));
    }

    @Property(seed = "2026", tries = 50)
    void each_row_of_the_gradient_has_the_sum_zero(@ForAll long seed, @ForAll Values values) {
        WeightedSoftmaxCrossEntropy loss = loss(weights(seed), 0.1);
        loss.forward(values.draw(seed + 1, 5, 7), LABELS);

        assertThat(loss.backward().sum(1)).isWithin(Tensor.zeros(5), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void without_smoothing_only_the_right_class_is_pushed_up(@ForAll long seed) {
        WeightedSoftmaxCrossEntropy loss = loss(weights(seed), 0);
        loss.forward(Values.NORMAL.draw(seed + 1, 5, 7), LABELS);

        Tensor gradient = loss.backward();

        assertThat(gradient.less(0).sum(1)).hasEntriesOf(Tensor.ones(5));
        assertThat(gradient.pick(LABELS).less(0)).hasEntriesOf(Tensor.ones(5));
    }

    @Property(seed = "2026", tries = 50)
    void only_the_proportions_of_the_weights_count(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        Tensor weights = weights(seed + 1);
        WeightedSoftmaxCrossEntropy loss = loss(weights, 0.1);
        WeightedSoftmaxCrossEntropy heavier = loss(weights.times(8), 0.1);

        assertThat(heavier.forward(logits, LABELS)).isEqualTo(loss.forward(logits, LABELS));
        assertThat(heavier.backward()).hasEntriesOf(loss.backward());
    }

    /** Class 3 weighs 2; or else its two samples come twice. */
    @Property(seed = "2026", tries = 50)
    void a_weight_of_two_is_every_sample_of_the_class_twice(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        Tensor repeated = Tensor.concat(0, logits, logits.slice(0, 3, 5));
        WeightedSoftmaxCrossEntropy loss = loss(Tensor.of(1, 1, 1, 2, 1, 1, 1), 0);
        double expected = new SoftmaxCrossEntropy().forward(repeated, IntTensor.of(2, 0, 6, 3, 3, 3, 3));

        assertThat(loss.forward(logits, LABELS)).isCloseTo(expected, within(1e-13 * expected));
    }

    @Property(seed = "2026", tries = 50)
    void ignoring_samples_is_leaving_them_out(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        WeightedSoftmaxCrossEntropy loss = loss(weights(seed + 1), 0.1);
        double expected = loss.forward(logits.slice(0, 1, 4), IntTensor.of(0, 6, 3));
        Tensor gradient = loss.backward();

        assertThat(loss.forward(logits, IntTensor.of(-1, 0, 6, 3, -1))).isCloseTo(expected, within(1e-13 * expected));
        assertThat(loss.backward()).isWithin(gradient.pad(0, 1, 1), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void labels_may_be_renamed_with_their_columns(@ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, 5, 7);
        Tensor weights = weights(seed + 1);
        WeightedSoftmaxCrossEntropy loss = loss(weights, 0.1);
        WeightedSoftmaxCrossEntropy turned = loss(weights.flip(0), 0.1);
        double expected = loss.forward(logits, LABELS);

        assertThat(turned.forward(logits.flip(1), IntTensor.of(4, 6, 0, 3, 3)))
                .isCloseTo(expected, within(1e-13 * expected));
        assertThat(turned.backward()).isWithin(loss.backward().flip(1), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void smoothing_mixes_the_label_with_all_classes_evenly(
            @ForAll long seed, @ForAll Values values, @ForAll @DoubleRange(max = 1) double smoothing) {
        Tensor logits = values.draw(seed, 5, 7);
        SoftmaxCrossEntropy plain = new SoftmaxCrossEntropy();
        double expected = (1 - smoothing) * plain.forward(logits, LABELS);
        for (int k = 0; k < 7; k++) {
            expected += smoothing / 7 * plain.forward(logits, IntTensor.of(k, k, k, k, k));
        }

        assertThat(loss(Tensor.ones(7), smoothing).forward(logits, LABELS))
                .isCloseTo(expected, within(1e-13 * expected));
    }

    /** The best logits are the logarithms of the smoothed target, not infinitely far apart. */
    @Property(seed = "2026", tries = 50)
    void smoothing_makes_the_best_answer_a_finite_one(@ForAll @DoubleRange(min = 0.01, max = 1) double smoothing) {
        Tensor target = Tensor.full(Shape.of(5, 7), smoothing / 7);
        target.addPick(LABELS, 1 - smoothing);
        WeightedSoftmaxCrossEntropy loss = loss(Tensor.ones(7), smoothing);

        double least = loss.forward(target.log(), LABELS);

        assertThat(least).isCloseTo(-target.dot(target.log()) / 5, within(1e-14));
        assertThat(loss.backward()).isWithin(Tensor.zeros(5, 7), 1e-15);
    }

    private static WeightedSoftmaxCrossEntropy loss(Tensor weights, double smoothing) {
        return new WeightedSoftmaxCrossEntropy(weights, -1, smoothing);
    }

    private static Tensor weights(long seed) {
        return Tensor.uniform(Shape.of(7), new Seed(seed)).plus(0.5);
    }
}
