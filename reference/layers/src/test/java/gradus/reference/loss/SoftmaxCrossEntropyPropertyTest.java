package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Softmax;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Relations that hold for every batch of logits (N, C). */
class SoftmaxCrossEntropyPropertyTest {
    private final SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy();

    @Property(seed = "2026", tries = 50)
    void equal_logits_cost_the_logarithm_of_the_number_of_classes(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor equal = Tensor.zeros(dims.n(), dims.d()).plus(values.draw(seed, dims.n(), 1));

        assertThat(loss.forward(equal, labels)).isCloseTo(Math.log(dims.d()), within(1e-14));
    }

    @Property(seed = "2026", tries = 50)
    void a_constant_added_to_a_row_changes_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        Tensor perRow = Values.INTEGERS.draw(seed + 1, dims.n(), 1);

        double shifted = loss.forward(logits.plus(perRow), labels);

        assertThat(shifted).isCloseTo(loss.forward(logits, labels), within(1e-11));
    }

    @Property(seed = "2026", tries = 50)
    void a_batch_seen_twice_costs_the_same_and_halves_the_gradient(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        double once = loss.forward(logits, labels);
        Tensor gradient = loss.backward();

        double twice = loss.forward(Tensor.concat(0, logits, logits), Relabelled.joined(labels, labels));

        assertThat(twice).isCloseTo(once, within(1e-14 * once));
        assertThat(loss.backward().slice(0, dims.n(), 2 * dims.n())).isWithin(gradient.divide(2), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void each_row_of_the_gradient_pushes_one_class_up_and_the_others_down(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        loss.forward(values.draw(seed, dims.n(), dims.d()).divide(100), labels); // so that no probability is 0 or 1

        Tensor gradient = loss.backward();

        assertThat(gradient.sum(1)).isWithin(Tensor.zeros(dims.n()), 1e-14);
        assertThat(gradient.less(0).sum(1)).hasEntriesOf(Tensor.ones(dims.n()));
        assertThat(gradient.pick(labels).less(0)).hasEntriesOf(Tensor.ones(dims.n()));
    }

    @Property(seed = "2026", tries = 50)
    void two_classes_are_binary_cross_entropy(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor logits = values.draw(seed, dims.n(), 2).divide(100); // so that no probability is 0

        Tensor p = new Sigmoid().forward(logits.select(1, 0).minus(logits.select(1, 1)));

        assertThat(loss.forward(logits, Relabelled.all(0, dims.n())))
                .isCloseTo(-p.log().mean(), within(1e-13));
    }

    @Property(seed = "2026", tries = 50)
    void the_fused_gradient_is_the_one_through_softmax(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d()).divide(100); // so that no probability is 0
        Softmax softmax = new Softmax();
        Tensor p = softmax.forward(logits);
        Tensor dp = Tensor.zeros(dims.n(), dims.d());
        dp.addPick(labels, p.pick(labels).reciprocal().divide(-dims.n()));

        loss.forward(logits, labels);

        assertThat(loss.backward()).isWithin(softmax.backward(dp), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void labels_may_be_renamed_with_their_columns(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        IntTensor labels = dims.labels(seed);
        Tensor logits = values.draw(seed, dims.n(), dims.d());
        double expected = loss.forward(logits, labels);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(logits.flip(1), Relabelled.mirrored(labels, dims.d())))
                .isCloseTo(expected, within(1e-14 * expected));
        assertThat(loss.backward()).isWithin(gradient.flip(1), 1e-15);
    }
}
