package gradus.reference.train;

import static gradus.reference.TensorAssert.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.reference.net.Sequential;
import gradus.reference.optim.Adam;
import gradus.reference.train.data.Samples;
import gradus.reference.train.metric.Accuracy;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** G16: points of 7 numbers that really depend on 2; the class is the sign of the first of these. */
class PretrainingTest {
    private static final Tensor HIDDEN = Values.NORMAL.draw(1, 150, 2);
    private static final Tensor X = HIDDEN.matmul(Values.NORMAL.draw(2, 2, 7));
    private static final IntTensor LABELS =
            IntTensor.of(Arrays.stream(HIDDEN.select(1, 0).greater(0).toArray())
                    .mapToInt(v -> (int) v)
                    .toArray());

    private static Layer drawn(Layer layer, long seed) {
        layer.parameters()
                .forEach(p -> p.set(
                        Values.NORMAL.draw(seed, p.value().shape().toArray()).times(0.3)));
        return layer;
    }

    private final Layer encoder = drawn(new Sequential(new Affine(7, 2), new Tanh()), 3);
    private final Layer decoder = drawn(new Affine(2, 7), 4);
    private final Pretraining pretraining = new Pretraining(encoder, decoder);
    private final Training plan = Training.with(Adam::new).rate(0.02).epochs(40).batches(25);

    private void learnCode() {
        plan.fit(pretraining.autoencoder(), new MeanSquaredError(Reduction.MEAN_ALL), Pretraining.targets(X));
    }

    @Test
    void the_autoencoder_learns_a_code_without_labels() {
        double before = new MeanSquaredError(Reduction.MEAN_ALL)
                .forward(pretraining.autoencoder().forward(X), X);

        learnCode();

        double after = new MeanSquaredError(Reduction.MEAN_ALL)
                .forward(pretraining.autoencoder().forward(X), X);
        assertThat(after).isLessThan(before / 4);
    }

    @Test
    void a_head_on_the_frozen_code_learns_from_few_labels() {
        learnCode();
        Checkpoint learned = Checkpoint.of(encoder);
        Layer net = pretraining.frozen(new Affine(2, 2));

        plan.rate(0.1).fit(net, new SoftmaxCrossEntropy(), Samples.of(X, LABELS).slice(0, 25));

        encoder.parameters()
                .forEach(p -> assertThat(p.value())
                        .hasEntriesOf(requireNonNull(learned.parameters().get(p.name()))));
        assertThat(net.parameters().stream().map(Parameter::name)).containsExactly("1.w", "1.b");
        assertThat(Accuracy.of(net.forward(X), LABELS)).isGreaterThan(0.85);
    }

    @Test
    void an_encoder_that_learns_on_changes() {
        Checkpoint before = Checkpoint.of(encoder);
        Layer net = pretraining.fineTuned(new Affine(2, 2));

        plan.epochs(2).fit(net, new SoftmaxCrossEntropy(), Samples.of(X, LABELS).slice(0, 15));

        assertThat(net.parameters().stream().map(Parameter::name)).containsExactly("0.0.w", "0.0.b", "1.w", "1.b");
        assertThat(encoder.parameters()
                        .get(0)
                        .value()
                        .minus(requireNonNull(before.parameters().get("0.w")))
                        .abs()
                        .max())
                .isGreaterThan(1e-3);
    }
}
