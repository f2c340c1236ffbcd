package gradus.reference.train;

import static gradus.reference.TensorAssert.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.reference.loss.WeightedSoftmaxCrossEntropy;
import gradus.reference.net.Sequential;
import gradus.reference.norm.BatchNorm;
import gradus.reference.optim.Adam;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.ValueClipping;
import gradus.reference.train.augment.Noise;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.reference.train.metric.Accuracy;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final MeanSquaredError LOSS = new MeanSquaredError(Reduction.MEAN_BATCH);
    private static final Training PLAN =
            Training.with(GradientDescent::new).rate(0.1).epochs(4).batches(3);
    private static final Samples<Tensor> LINE = line(7);

    /** y = 2 x. */
    private static Samples<Tensor> line(int n) {
        Tensor x = Values.NORMAL.draw(3, n, 1);
        return Samples.of(x, x.times(2));
    }

    /** Two classes that no straight line divides: inside and outside of a circle. */
    private static Samples<IntTensor> circle(long seed, int n) {
        Tensor x = Values.NORMAL.draw(seed, n, 2);
        double[] outside = x.square().sum(1).greater(1.4).toArray();
        return Samples.of(
                x, IntTensor.of(IntStream.range(0, n).map(i -> (int) outside[i]).toArray()));
    }

    private static Layer net() {
        Layer net = new Sequential(new Affine(2, 11), new BatchNorm(11, 0.9, 1e-5), new Tanh(), new Affine(11, 2));
        for (Parameter p : net.parameters()) {
            p.set(Values.NORMAL.draw(p.value().size(), p.value().shape().toArray()));
        }
        return net;
    }

    @Test
    void learns_what_a_line_cannot_divide() {
        Layer net = net();
        Samples<IntTensor> unseen = circle(6, 200);

        History history = Training.with(Adam::new)
                .rate(0.05)
                .epochs(60)
                .batches(32)
                .seed(new Seed(1))
                .fit(net, new SoftmaxCrossEntropy(), circle(5, 300), unseen);

        assertThat(history.epochs()).hasSize(60);
        assertThat(history.trainLosses().get(59)).isLessThan(0.25);
        assertThat(history.validationLosses().get(59)).isLessThan(0.25);
        assertThat(Accuracy.of(net.forward(unseen.x()), unseen.targets())).isGreaterThan(0.92);
    }

    @Test
    void the_same_seed_gives_the_same_history_and_net() {
        Training plan = Training.with(Adam::new)
                .rate(0.02)
                .epochs(3)
                .batches(7)
                .augment(new Noise(0.1))
                .seed(new Seed(1));
        Layer one = net();
        Layer two = net();

        History first = plan.fit(one, new SoftmaxCrossEntropy(), circle(5, 30), circle(6, 10));
        History second = plan.fit(two, new SoftmaxCrossEntropy(), circle(5, 30), circle(6, 10));
        History other = plan.seed(new Seed(2)).fit(net(), new SoftmaxCrossEntropy(), circle(5, 30), circle(6, 10));

        assertThat(first).isEqualTo(second).isNotEqualTo(other);
        assertThat(one.parameters().get(0).value())
                .hasEntriesOf(two.parameters().get(0).value());
    }

    /** Epochs differ in order: with the same one, the same net and rate 0, the losses of the batches would be equal. */
    @Test
    void every_epoch_has_its_own_order_and_tells_of_every_iteration() {
        List<Double> losses = new ArrayList<>();
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void after(Epoch epoch) {
                told.add("epoch " + epoch.number());
            }

            @Override
            public void after(int epoch, int iteration, double loss) {
                told.add(epoch + "." + iteration);
                losses.add(loss);
            }
        };

        History history = PLAN.rate(0).epochs(2).tell(progress).fit(new Affine(1, 1), LOSS, LINE);

        assertThat(told).containsExactly("0.0", "0.1", "0.2", "epoch 0", "1.0", "1.1", "1.2", "epoch 1");
        assertThat(losses.subList(0, 3)).isNotEqualTo(losses.subList(3, 6));
        double whole = LINE.targets().square().mean();
        assertThat(history.trainLosses()).allSatisfy(loss -> assertThat(loss).isCloseTo(whole, within(1e-14)));
        assertThat(history.validationLosses())
                .allSatisfy(loss -> assertThat(loss).isNaN());
    }

    @Test
    void a_listener_of_epochs_alone_is_enough() {
        List<Epoch> heard = new ArrayList<>();

        History history = PLAN.tell(heard::add).fit(new Affine(1, 1), LOSS, LINE);

        assertThat(heard).hasSize(4).isEqualTo(history.epochs());
    }

    @Test
    void the_schedule_sets_the_rate_of_each_epoch() {
        History history = PLAN.schedule(epoch -> epoch == 1 ? 0.25 : 0).fit(new Affine(1, 1), LOSS, LINE, LINE);

        assertThat(history.epochs().stream().map(Epoch::rate)).containsExactly(0.0, 0.25, 0.0, 0.0);
        assertThat(history.validationLosses().get(0))
                .isCloseTo(LINE.targets().square().mean(), within(1e-14));
        assertThat(history.validationLosses().get(1))
                .isLessThan(history.validationLosses().get(0));
        assertThat(history.validationLosses().get(2))
                .isEqualTo(history.validationLosses().get(1));
    }

    @Test
    void clipping_and_augmentation_are_applied() {
        Layer net = new Affine(1, 1);
        PLAN.rate(1).epochs(1).batches(7).clip(new ValueClipping(1e-3)).fit(net, LOSS, LINE);
        Layer shifted = new Affine(1, 1);
        PLAN.rate(0.1).epochs(1).batches(7).augment((x, seed) -> x.times(0)).fit(shifted, LOSS, LINE);

        assertThat(net.parameters().get(0).value().get(0, 0)).isCloseTo(1e-3, within(1e-15));
        assertThat(shifted.parameters().get(0).value().get(0, 0)).isZero();
    }

    @Test
    void each_batch_is_augmented_by_another_seed() {
        List<Seed> seeds = new ArrayList<>();

        PLAN.epochs(2)
                .augment((x, seed) -> {
                    seeds.add(seed);
                    return x;
                })
                .fit(new Affine(1, 1), LOSS, LINE);

        assertThat(seeds).hasSize(6).doesNotHaveDuplicates();
    }

    /** The rate grows until the loss rises: rises in a row end it, and the net goes back to where the loss was least. */
    @Test
    void stops_early_and_returns_to_the_best() {
        Layer net = new Affine(1, 1);
        Training plan = PLAN.schedule(epoch -> epoch < 3 ? 0.05 : 4).epochs(50).batches(7);

        History history =
                plan.stop(new EarlyStopping(3, EarlyStopping.Reading.RISES)).fit(net, LOSS, LINE, line(11));

        assertThat(history.best()).isEqualTo(2);
        assertThat(history.epochs()).hasSize(6);
        double now = new Trainer<>(net, LOSS, GradientDescent::new).evaluate(line(11), new Batches(11));
        assertThat(now).isCloseTo(history.validationLosses().get(2), within(1e-14));
    }

    @Test
    void without_early_stopping_the_last_parameters_stay() {
        Layer net = new Affine(1, 1);

        History history = PLAN.schedule(epoch -> epoch < 1 ? 0.05 : 4)
                .epochs(3)
                .batches(7)
                .fit(net, LOSS, LINE, LINE);

        assertThat(history.best()).isZero();
        assertThat(LOSS.forward(net.forward(LINE.x()), LINE.targets()))
                .isEqualTo(history.validationLosses().get(2))
                .isGreaterThan(history.validationLosses().get(0));
    }

    /** Nothing was ever better than the start. */
    @Test
    void without_a_number_to_go_by_returns_to_the_start() {
        Layer net = new Affine(1, 1);
        Samples<Tensor> broken = LINE.with(LINE.x().times(Double.NaN));

        History history =
                PLAN.stop(new EarlyStopping(2, EarlyStopping.Reading.RISES)).fit(net, LOSS, LINE, broken);

        assertThat(history.best()).isEqualTo(-1);
        assertThat(history.epochs()).hasSize(3);
        assertThat(net.parameters().get(0).value().get(0, 0)).isZero();
    }

    @Test
    void without_a_rise_goes_on_to_the_end() {
        Layer net = new Affine(1, 1);
        History history = PLAN.rate(0.05)
                .stop(new EarlyStopping(1, EarlyStopping.Reading.NO_IMPROVEMENT))
                .fit(net, LOSS, LINE, LINE);

        assertThat(history.epochs()).hasSize(4);
        assertThat(history.best()).isEqualTo(3);
        assertThat(LOSS.forward(net.forward(LINE.x()), LINE.targets()))
                .isCloseTo(history.validationLosses().get(3), within(1e-14));
    }

    @Test
    void ends_in_use() {
        Layer net = net();

        PLAN.epochs(1).fit(net, new SoftmaxCrossEntropy(), circle(5, 9));
        Checkpoint before = Checkpoint.of(net);
        net.forward(circle(7, 5).x()); // in training, running statistics would move

        net.state()
                .forEach((name, tensor) -> assertThat(tensor)
                        .hasEntriesOf(requireNonNull(before.state().get(name))));
    }

    @Test
    void no_epoch_changes_nothing() {
        Layer net = new Affine(1, 1);

        assertThat(PLAN.epochs(0).fit(net, LOSS, LINE).epochs()).isEmpty();
        assertThat(net.parameters().get(0).value().get(0, 0)).isZero();
    }

    @Test
    void divergence_ends_with_what_and_when() {
        assertThatThrownBy(() -> PLAN.rate(1e200).fit(new Affine(1, 1), LOSS, LINE))
                .isInstanceOf(DivergedException.class)
                .hasMessage("Training: loss: expected a finite number but got Infinity in epoch 0, iteration 1."
                        + " Hint: lower the learning rate, clip the gradients, or look for NaN in the inputs.");
        assertThatThrownBy(() ->
                        PLAN.fit(new Affine(1, 1), LOSS, LINE.with(LINE.x().times(Double.NaN))))
                .isInstanceOf(DivergedException.class)
                .hasMessageContaining("got NaN in epoch 0, iteration 0.");
    }

    /** With the rate 0 nothing is learned, and the losses of the batches make that of all. */
    @Test
    void reports_the_loss_of_all_samples_whatever_the_batches() {
        for (Reduction reduction : Reduction.values()) {
            MeanSquaredError loss = new MeanSquaredError(reduction);
            double whole = loss.forward(Tensor.zeros(7, 1), LINE.targets());
            for (int size = 1; size <= 7; size++) {
                Training plan = PLAN.rate(0).epochs(1).batches(size);
                Epoch epoch =
                        plan.fit(new Affine(1, 1), loss, LINE, LINE).epochs().get(0);

                assertThat(epoch.trainLoss()).isCloseTo(whole, within(1e-13));
                assertThat(epoch.validationLoss()).isCloseTo(whole, within(1e-13));
            }
        }
    }

    /** Of six batches of one sample four count; the logits are all 0, so each costs ln 2, and weighs 1 or 3. */
    @Test
    void passes_over_batches_of_which_nothing_counts() {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.of(1, 3), -1, 0);
        Samples<IntTensor> samples = Samples.of(Tensor.zeros(6, 1), IntTensor.of(-1, 0, 0, -1, 1, 0));
        List<Double> told = new ArrayList<>();
        Progress listener = new Progress() {
            @Override
            public void after(Epoch epoch) {}

            @Override
            public void after(int epoch, int iteration, double value) {
                told.add(value);
            }
        };

        History history = PLAN.epochs(1).rate(0).batches(1).tell(listener).fit(new Affine(1, 2), loss, samples);

        assertThat(told).hasSize(4).allSatisfy(value -> assertThat(value).isCloseTo(Math.log(2), within(1e-15)));
        assertThat(history.epochs().get(0).trainLoss()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void refuses_samples_of_which_none_counts() {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.ones(2), -1, 0);
        Samples<IntTensor> ignored = Samples.of(Tensor.zeros(3, 1), IntTensor.of(-1, -1, -1));
        Samples<IntTensor> some = Samples.of(Tensor.zeros(3, 1), IntTensor.of(-1, 0, 1));
        Training stopping = PLAN.stop(new EarlyStopping(1, EarlyStopping.Reading.RISES));

        assertThatThrownBy(() -> PLAN.fit(new Affine(1, 2), loss, ignored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Training.fit: train: expected at least one sample but got 3 of which none counts for the"
                        + " loss.");
        assertThatThrownBy(() -> stopping.fit(new Affine(1, 2), loss, some, ignored))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Training.fit: validation: expected at least one sample, to stop early by, but got 3 of"
                        + " which none counts for the loss.");
        assertThat(PLAN.fit(new Affine(1, 2), loss, some, ignored).validationLosses())
                .containsOnly(Double.NaN)
                .hasSize(4);
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> PLAN.fit(new Affine(1, 1), LOSS, LINE.slice(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Training.fit: train: expected at least one sample but got none.");
        assertThatThrownBy(() -> PLAN.stop(new EarlyStopping(1, EarlyStopping.Reading.RISES))
                        .fit(new Affine(1, 1), LOSS, LINE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Training.fit: validation: expected at least one sample, to stop early by, but got none.");
        assertThatThrownBy(() -> PLAN.epochs(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Training: epochs: expected 0 or more but got -1.");
    }

    @Test
    void begins_with_plain_settings() {
        Training plan = Training.with(Adam::new);

        assertThat(plan.schedule().rate(7)).isEqualTo(0.1);
        assertThat(plan.epochs()).isEqualTo(10);
        assertThat(plan.batches().size()).isEqualTo(32);
        assertThat(plan.seed()).isEqualTo(new Seed(0));
        assertThat(plan.stopping()).isEmpty();
    }
}
