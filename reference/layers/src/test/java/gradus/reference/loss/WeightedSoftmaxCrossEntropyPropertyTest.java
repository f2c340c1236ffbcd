package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Relations that hold for every batch of logits (N, C). */
class WeightedSoftmaxCrossEntropyPropertyTest {
    @Property(seed = "2026", tries = 50)
    void equal_weights_without_smoothing_are_the_plain_loss(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        SoftmaxCrossEntropy plain = new SoftmaxCrossEntropy();
        double expected = plain.forward(logits, labels);
        WeightedSoftmaxCrossEntropy loss = loss(Tensor.full(Shape.of(dims.d()), 2.5), 0);

        assertThat(loss.forward(logits, labels)).isCloseTo(expected, within(1e-14 * expected));
        assertThat(loss.backward()).isWithin(plain.backward(), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void equal_logits_cost_the_logarithm_of_the_number_of_classes(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(max = 1) double smoothing) {
        IntTensor labels = dims.labels(seed);
        Tensor equal = Tensor.zeros(dims.n(), dims.d()).plus(values.draw(seed, dims.n(), 1));

        assertThat(loss(weights(dims, seed), 0).forward(equal, labels)).isCloseTo(Math.log(dims.d()), within(1e-14));
        assertThat(loss(Tensor.ones(dims.d()), smoothing).forward(equal, labels))
                .isCloseTo(Math.log(dims.d()), within(1e-14));
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        Tensor perRow = Values.INTEGERS.draw(seed + 1, dims.n(), 1);
        WeightedSoftmaxCrossEntropy loss = loss(weights(dims, seed + 2), 0.1);
        double expected = loss.forward(logits, labels);

        assertThat(loss.forward(logits.plus(perRow), labels)).isCloseTo(expected, within(1e-11));
    }

    @Property(seed = "2026", tries = 50)
    void each_row_of_the_gradient_has_the_sum_zero(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        WeightedSoftmaxCrossEntropy loss = loss(weights(dims, seed), 0.1);
        loss.forward(values.draw(seed + 1, dims.n(), dims.d()), labels);

        assertThat(loss.backward().sum(1)).isWithin(Tensor.zeros(dims.n()), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void without_smoothing_only_the_right_class_is_pushed_up(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        WeightedSoftmaxCrossEntropy loss = loss(weights(dims, seed), 0);
        loss.forward(values.draw(seed + 1, dims.n(), dims.d()).divide(100), labels); // so that no probability is 0 or 1

        Tensor gradient = loss.backward();

        assertThat(gradient.less(0).sum(1)).hasEntriesOf(Tensor.ones(dims.n()));
        assertThat(gradient.pick(labels).less(0)).hasEntriesOf(Tensor.ones(dims.n()));
    }

    @Property(seed = "2026", tries = 50)
    void only_the_proportions_of_the_weights_count(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        Tensor weights = weights(dims, seed + 1);
        WeightedSoftmaxCrossEntropy loss = loss(weights, 0.1);
        WeightedSoftmaxCrossEntropy heavier = loss(weights.times(8), 0.1);

        assertThat(heavier.forward(logits, labels)).isEqualTo(loss.forward(logits, labels));
        assertThat(heavier.backward()).hasEntriesOf(loss.backward());
    }

    /** The class of the first sample weighs 2; or else its samples come twice. */
    @Property(seed = "2026", tries = 50)
    void a_weight_of_two_is_every_sample_of_the_class_twice(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        int[] ofOne = IntStream.range(0, dims.n())
                .filter(n -> labels.get(n) == labels.get(0))
                .toArray();
        Tensor repeated = Tensor.concat(0, logits, logits.take(IntTensor.of(ofOne)));
        IntTensor repeatedLabels = Relabelled.joined(labels, Relabelled.all(labels.get(0), ofOne.length));
        WeightedSoftmaxCrossEntropy loss = loss(
                Relabelled.oneHot(IntTensor.of(labels.get(0)), dims.d())
                        .select(0, 0)
                        .plus(1),
                0);
        double expected = new SoftmaxCrossEntropy().forward(repeated, repeatedLabels);

        assertThat(loss.forward(logits, labels)).isCloseTo(expected, within(1e-13 * expected));
    }

    @Property(seed = "2026", tries = 50)
    void ignoring_samples_is_leaving_them_out(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        WeightedSoftmaxCrossEntropy loss = loss(weights(dims, seed + 1), 0.1);
        int n = dims.n();
        IntTensor inner = IntTensor.of(Arrays.copyOfRange(labels.toArray(), 1, n));
        double expected = loss.forward(logits.slice(0, 1, n), inner);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(logits, Relabelled.joined(IntTensor.of(-1), inner)))
                .isCloseTo(expected, within(1e-13 * expected));
        assertThat(loss.backward()).isWithin(gradient.pad(0, 1, 0), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void labels_may_be_renamed_with_their_columns(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        Tensor weights = weights(dims, seed + 1);
        WeightedSoftmaxCrossEntropy loss = loss(weights, 0.1);
        WeightedSoftmaxCrossEntropy turned = loss(weights.flip(0), 0.1);
        double expected = loss.forward(logits, labels);

        assertThat(turned.forward(logits.flip(1), Relabelled.mirrored(labels, dims.d())))
                .isCloseTo(expected, within(1e-13 * expected));
        assertThat(turned.backward()).isWithin(loss.backward().flip(1), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void smoothing_mixes_the_label_with_all_classes_evenly(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(max = 1) double smoothing) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        SoftmaxCrossEntropy plain = new SoftmaxCrossEntropy();
        double expected = (1 - smoothing) * plain.forward(logits, labels);
        for (int k = 0; k < dims.d(); k++) {
            expected += smoothing / dims.d() * plain.forward(logits, Relabelled.all(k, dims.n()));
        }

        assertThat(loss(Tensor.ones(dims.d()), smoothing).forward(logits, labels))
                .isCloseTo(expected, within(1e-13 * expected));
    }

    /** The best logits are the logarithms of the smoothed target, not infinitely far apart. */
    @Property(seed = "2026", tries = 50)
    void smoothing_makes_the_best_answer_a_finite_one(
            @ForAll Primes dims, @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1) double smoothing) {
        IntTensor labels = dims.labels(seed);
        // The best logits follow from the labels, so no kind of values is drawn
        Tensor target = Tensor.full(Shape.of(dims.n(), dims.d()), smoothing / dims.d());
        target.addPick(labels, 1 - smoothing);
        WeightedSoftmaxCrossEntropy loss = loss(Tensor.ones(dims.d()), smoothing);

        double least = loss.forward(target.log(), labels);

        assertThat(least).isCloseTo(-target.dot(target.log()) / dims.n(), within(1e-14));
        assertThat(loss.backward()).isWithin(Tensor.zeros(dims.n(), dims.d()), 1e-15);
    }

    private static WeightedSoftmaxCrossEntropy loss(Tensor weights, double smoothing) {
        return new WeightedSoftmaxCrossEntropy(weights, -1, smoothing);
    }

    private static Tensor weights(Primes dims, long seed) {
        return Tensor.uniform(Shape.of(dims.d()), new Seed(seed)).plus(0.5);
    }
}
