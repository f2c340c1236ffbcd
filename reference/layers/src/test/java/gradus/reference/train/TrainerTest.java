package gradus.reference.train;

import static gradus.reference.TensorAssert.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Identity;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.reference.loss.BinaryCrossEntropy;
import gradus.reference.loss.Huber;
import gradus.reference.loss.MeanAbsoluteError;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.loss.PerPixel;
import gradus.reference.loss.SigmoidCrossEntropy;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.reference.loss.WeightedSoftmaxCrossEntropy;
import gradus.reference.net.Sequential;
import gradus.reference.norm.Dropout;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.Nesterov;
import gradus.reference.optim.ValueClipping;
import gradus.reference.train.data.Batches;
import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Mode;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Tensor X = Values.NORMAL.draw(1, 5, 3);
    private static final Samples<Tensor> SAMPLES = Samples.of(X, Values.NORMAL.draw(2, 5, 2));

    private static Layer net() {
        return net(3, 7, 2);
    }

    private static Layer net(int inputs, int hidden, int outputs) {
        Layer net = new Sequential(new Affine(inputs, hidden), new Tanh(), new Affine(hidden, outputs));
        for (Parameter p : net.parameters()) {
            p.set(Values.NORMAL
                    .draw(p.value().size(), p.value().shape().toArray())
                    .times(0.5));
        }
        return net;
    }

    private static Trainer<Tensor> trainer(Layer net) {
        return new Trainer<>(net, new MeanSquaredError(Reduction.MEAN_BATCH), GradientDescent::new);
    }

    /** w = 1, x = 2, target 5: loss (2 - 5)² = 9, slope 2 · (-3) · 2 = -12, so that w becomes 1 + 0.1 · 12 = 2.2, and b 0.6. */
    @Test
    void works_out_the_example() {
        Layer net = new Affine(1, 1);
        net.parameters().get(0).set(Tensor.ones(1, 1));

        double loss = trainer(net)
                .step(Samples.of(Tensor.of(2).expand(1), Tensor.of(5).expand(1)), 0.1);

        assertThat(loss).isEqualTo(9);
        assertThat(net.parameters().get(0).value().get(0, 0)).isCloseTo(2.2, within(1e-15));
        assertThat(net.parameters().get(1).value().get(0)).isCloseTo(0.6, within(1e-15));
    }

    /** D2, D3: the step of a batch is the mean of the steps that its samples would take one at a time. */
    @Property(seed = "2026", tries = 20)
    void a_batch_steps_by_the_mean_gradient(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.m());
        Samples<IntTensor> batch = Samples.of(x, dims.labels(seed));
        Layer whole = net(dims.m(), dims.t(), dims.d());
        new Trainer<>(whole, new SoftmaxCrossEntropy(), GradientDescent::new).step(batch, 0.1);

        List<List<Tensor>> single = new ArrayList<>();
        for (int n = 0; n < dims.n(); n++) {
            Layer one = net(dims.m(), dims.t(), dims.d());
            new Trainer<>(one, new SoftmaxCrossEntropy(), GradientDescent::new).step(batch.slice(n, n + 1), 0.1);
            single.add(one.parameters().stream().map(Parameter::value).toList());
        }
        for (int i = 0; i < whole.parameters().size(); i++) {
            int number = i;
            Tensor mean = single.stream()
                    .map(s -> s.get(number))
                    .reduce(Tensor::plus)
                    .orElseThrow()
                    .divide(dims.n());
            assertThat(whole.parameters().get(i).value()).isCloseTo(mean, 1e-14);
        }
    }

    /** G22: gradients are cleared before each backward. */
    @Test
    void gradients_of_earlier_batches_do_not_count() {
        Layer net = net();
        Layer noisy = net();
        noisy.parameters().forEach(p -> p.addGradient(Tensor.ones(p.value().shape())));

        trainer(net).step(SAMPLES, 0.1);
        trainer(noisy).step(SAMPLES, 0.1);

        for (int i = 0; i < net.parameters().size(); i++) {
            assertThat(noisy.parameters().get(i).value())
                    .hasEntriesOf(net.parameters().get(i).value());
        }
    }

    /** G22: training trains, evaluation evaluates. */
    @Test
    void modes_are_switched() {
        List<Mode> modes = new ArrayList<>();
        Trainer<Tensor> trainer = trainer(new Remembering(modes));

        trainer.step(SAMPLES, 0.1);
        trainer.evaluate(SAMPLES, new Batches(5));
        trainer.step(SAMPLES, 0.1);

        assertThat(modes).containsExactly(Mode.TRAIN, Mode.EVAL, Mode.TRAIN);
    }

    /**
     * Four typical mistakes, none of which is made: dropout stays off in an evaluation and on in training, gradients do not pile up over
     * three steps, and the loss is given raw scores, not probabilities.
     */
    @Test
    void modes_are_switched_gradients_cleared_and_scores_raw() {
        Samples<IntTensor> one = Samples.of(Tensor.of(new double[][] {{1, 2}}), IntTensor.of(1));
        Affine layer = new Affine(2, 2);
        Dropout dropout = new Dropout(0.5, new Seed(3));
        Trainer<IntTensor> trainer =
                new Trainer<>(new Sequential(dropout, layer), new SoftmaxCrossEntropy(), GradientDescent::new);
        Tensor w = Tensor.zeros(2, 2);
        Tensor b = Tensor.zeros(2);
        for (int step = 0; step < 3; step++) {
            Tensor x = new Dropout(0.5, after(step)).forward(one.x());
            Tensor scores = x.matmul(w).plus(b);
            double share = 1 / (1 + Math.exp(scores.get(0, 1) - scores.get(0, 0))); // of class 0, by softmax
            Tensor d = Tensor.of(new double[][] {{share, -share}});
            assertThat(trainer.step(one, 0.1)).isCloseTo(-Math.log(1 - share), within(1e-14));
            w = w.minus(x.transposedMatmul(d).times(0.1));
            b = b.minus(d.sum(0).times(0.1));
            assertThat(layer.parameters().get(0).value()).isWithin(w, 1e-15);
            assertThat(layer.parameters().get(1).value()).isWithin(b, 1e-15);
            Tensor whole = one.x().matmul(w).plus(b);
            assertThat(trainer.evaluate(one, new Batches(1)))
                    .isCloseTo(Math.log1p(Math.exp(whole.get(0, 0) - whole.get(0, 1))), within(1e-14));
        }
    }

    /** The seed of the forward after so many in training. */
    private static Seed after(int forwards) {
        Seed seed = new Seed(3);
        for (int i = 0; i < forwards; i++) {
            seed = seed.next();
        }
        return seed;
    }

    /** Remembers in which mode each forward was. */
    private static final class Remembering implements Layer {
        private final Affine layer = new Affine(3, 2);
        private final List<Mode> modes;
        private Mode mode = Mode.EVAL;

        Remembering(List<Mode> modes) {
            this.modes = modes;
        }

        @Override
        public Tensor forward(Tensor x) {
            modes.add(mode);
            return layer.forward(x);
        }

        @Override
        public Tensor backward(Tensor dy) {
            return layer.backward(dy);
        }

        @Override
        public void mode(Mode next) {
            mode = next;
        }
    }

    /** θ̃ = θ + β v; v = β v - α ∇L(θ̃); θ = θ + v, two steps by hand. */
    @Test
    void a_rule_that_looks_ahead_gets_the_gradient_there() {
        Layer net = new Affine(1, 1);
        net.parameters().get(0).set(Tensor.ones(1, 1));
        Trainer<Tensor> trainer =
                new Trainer<>(net, new MeanSquaredError(Reduction.MEAN_BATCH), () -> new Nesterov(0.5));
        Samples<Tensor> sample = Samples.of(Tensor.ones(1, 1), Tensor.zeros(1, 1));

        double first = trainer.step(sample, 0.1); // w = 1, b = 0: slopes 2
        double second = trainer.step(sample, 0.1);

        // v = -0.2, w = 0.8, b = -0.2; ahead at w = 0.7, b = -0.3: loss 0.16, slopes 0.8; v = -0.1 - 0.08
        assertThat(first).isEqualTo(1);
        assertThat(second).isCloseTo(0.16, within(1e-15));
        assertThat(net.parameters().get(0).value().get(0, 0)).isCloseTo(0.62, within(1e-15));
        assertThat(net.parameters().get(1).value().get(0)).isCloseTo(-0.38, within(1e-15));
    }

    @Test
    void gradients_are_clipped_before_the_step() {
        Layer net = new Affine(1, 1);
        Samples<Tensor> sample =
                Samples.of(Tensor.ones(1, 1).times(3), Tensor.ones(1, 1).times(100));

        trainer(net).step(sample, 0.1, new ValueClipping(2));

        assertThat(net.parameters().get(0).value().get(0, 0)).isCloseTo(0.2, within(1e-15));
        assertThat(net.parameters().get(1).value().get(0)).isCloseTo(0.2, within(1e-15));
    }

    /** Both places add to the one gradient -1 - 1, and one step is taken. */
    @Test
    void a_parameter_at_two_places_takes_one_step() {
        Parameter shared = new Parameter("w", Tensor.of(0.0));
        Trainer<Tensor> trainer = trainer(new Shift(List.of(shared, shared.named("again"))));

        trainer.step(Samples.of(Tensor.zeros(1, 1), Tensor.ones(1, 1)), 0.1);

        assertThat(shared.value().get(0)).isCloseTo(0.4, within(1e-15));
    }

    /** y = x + Σ p. */
    private record Shift(List<Parameter> parameters) implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            return parameters.stream().map(Parameter::value).reduce(x, Tensor::plus);
        }

        @Override
        public Tensor backward(Tensor dy) {
            parameters.forEach(p -> p.addGradient(dy.sum(0)));
            return dy.copy();
        }
    }

    @Test
    void evaluates_batch_by_batch_and_changes_nothing() {
        Layer net = net();
        Checkpoint before = Checkpoint.of(net);
        double whole = new MeanSquaredError(Reduction.MEAN_BATCH).forward(net.forward(X), SAMPLES.targets());

        assertThat(trainer(net).evaluate(SAMPLES, new Batches(5))).isCloseTo(whole, within(1e-14));
        assertThat(trainer(net).evaluate(SAMPLES, new Batches(2))).isCloseTo(whole, within(1e-14));
        assertThat(trainer(net).evaluate(SAMPLES.slice(0, 0), new Batches(2))).isNaN();
        net.parameters()
                .forEach(p -> assertThat(p.value())
                        .hasEntriesOf(requireNonNull(before.parameters().get(p.name()))));
    }

    @Test
    void a_loss_that_is_not_finite_changes_no_parameter() {
        Layer net = net();
        Checkpoint before = Checkpoint.of(net);
        Samples<Tensor> broken = SAMPLES.with(X.times(Double.NaN));

        assertThat(trainer(net).step(broken, 0.1)).isNaN();
        net.parameters()
                .forEach(p -> assertThat(p.value())
                        .hasEntriesOf(requireNonNull(before.parameters().get(p.name()))));
    }

    @Test
    void a_look_ahead_that_fails_is_taken_back() {
        Layer net = net();
        Trainer<Tensor> trainer =
                new Trainer<>(net, new MeanSquaredError(Reduction.MEAN_BATCH), () -> new Nesterov(0.5));
        trainer.step(SAMPLES, 0.1);
        Tensor w = net.parameters().get(0).value().copy();

        assertThat(trainer.step(SAMPLES.with(X.times(Double.NaN)), 0.1)).isNaN();
        assertThat(net.parameters().get(0).value()).hasEntriesOf(w);
    }

    /** Whatever the batches, the loss is that of all samples at once: a sum grows with every batch, a mean does not. */
    @Property(seed = "2026", tries = 10)
    void the_loss_does_not_depend_on_the_batches(@ForAll @IntRange(min = 1, max = 6) int size) {
        for (Reduction reduction : Reduction.values()) {
            same(new MeanSquaredError(reduction), size);
            same(new MeanAbsoluteError(reduction), size);
            same(new Huber(0.5, reduction), size);
            same(new SigmoidCrossEntropy(reduction), size);
        }
    }

    private static void same(Loss<Tensor> loss, int size) {
        Samples<Tensor> samples = Samples.of(X, Tensor.uniform(Shape.of(5, 2), new Seed(5)));
        double whole = loss.forward(net().forward(X), samples.targets());

        assertThat(new Trainer<>(net(), loss, GradientDescent::new).evaluate(samples, new Batches(size)))
                .isCloseTo(whole, within(1e-13));
    }

    @Test
    void the_loss_of_probabilities_does_not_depend_on_the_batches() {
        Samples<Tensor> samples = Samples.of(Values.NORMAL.draw(1, 5, 2), Tensor.uniform(Shape.of(5, 2), new Seed(5)));
        for (Reduction reduction : Reduction.values()) {
            BinaryCrossEntropy loss = new BinaryCrossEntropy(reduction);
            double whole = loss.forward(new Sigmoid().forward(samples.x()), samples.targets());

            assertThat(new Trainer<>(new Sigmoid(), loss, GradientDescent::new).evaluate(samples, new Batches(2)))
                    .isCloseTo(whole, within(1e-13));
        }
    }

    /** Weights 1 and 3 and the ignored label -1: batches of 2 weigh 0 + 1, 0 + 0 and 3. */
    @Test
    void labels_weigh_as_much_as_they_count() {
        WeightedSoftmaxCrossEntropy loss = new WeightedSoftmaxCrossEntropy(Tensor.of(1, 3), -1, 0.1);
        Samples<IntTensor> samples = Samples.of(X, IntTensor.of(-1, 0, -1, -1, 1));
        Trainer<IntTensor> trainer = new Trainer<>(net(), loss, GradientDescent::new);
        double whole = loss.forward(net().forward(X), samples.targets());

        assertThat(trainer.evaluate(samples, new Batches(2))).isCloseTo(whole, within(1e-14));
        assertThat(trainer.weight(samples)).isEqualTo(4);
        assertThat(trainer.counts(samples.slice(1, 3))).isTrue();
        assertThat(trainer.counts(samples.slice(2, 4))).isFalse();
        assertThat(trainer.evaluate(samples.slice(2, 4), new Batches(2))).isNaN();
    }

    /** The images have 1 and 3 pixels that count, of 3. */
    @Test
    void pixels_weigh_as_much_as_they_count() {
        PerPixel loss = new PerPixel(new WeightedSoftmaxCrossEntropy(Tensor.of(1, 1), 255, 0));
        Tensor scores = Values.NORMAL.draw(1, 2, 2, 1, 3);
        Samples<IntTensor> samples = Samples.of(scores, IntTensor.of(Shape.of(2, 1, 3), 255, 0, 255, 1, 0, 1));

        assertThat(new Trainer<>(new Identity(), loss, GradientDescent::new).evaluate(samples, new Batches(1)))
                .isCloseTo(loss.forward(scores, samples.targets()), within(1e-15));
    }

    @Test
    void nothing_counts_where_there_is_none() {
        Trainer<Tensor> summing = new Trainer<>(net(), new MeanSquaredError(Reduction.SUM), GradientDescent::new);

        assertThat(summing.counts(SAMPLES)).isTrue();
        assertThat(summing.counts(SAMPLES.slice(0, 0))).isFalse();
        assertThat(summing.evaluate(SAMPLES.slice(0, 0), new Batches(2))).isZero();
        assertThat(trainer(net()).counts(SAMPLES.slice(0, 0))).isFalse();
    }
}
