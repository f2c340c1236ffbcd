package gradus.reference.init;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.tensor.Initializer;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What becomes of signals and of gradients in a net, by what its weights start with. */
class SignalTest {
    private static final Seed SEED = new Seed(3);

    private static Affine affine(Initializer initializer, Seed seed, int inputs, int outputs) {
        Affine layer = new Affine(inputs, outputs);
        layer.parameters().get(0).set(initializer.create(Shape.of(inputs, outputs), seed));
        return layer;
    }

    /** The endterm of 2020, 8f: Var(s) = n · α²/3 · Var(x) with α = √(3/n), whatever the distribution of x, of mean 0. */
    @Test
    void xavier_uniform_keeps_the_variance_through_a_sum() {
        Tensor even = Tensor.uniform(Shape.of(200, 500), SEED).minus(0.5).times(6); // variance 3
        Tensor bell = Tensor.normal(Shape.of(200, 500), SEED).times(2); // variance 4
        Affine layer = affine(new XavierUniform(), SEED.next(), 500, 400);

        assertThat(variance(layer.forward(even))).isCloseTo(3, within(0.06));
        assertThat(variance(layer.forward(bell))).isCloseTo(4, within(0.08));
    }

    /** Lecture 7: Var(s) = n Var(w) Var(x). */
    @Test
    void xavier_normal_keeps_the_variance_through_a_sum() {
        Tensor x = Tensor.normal(Shape.of(200, 500), SEED).times(2);

        assertThat(variance(affine(new XavierNormal(), SEED.next(), 500, 400).forward(x)))
                .isCloseTo(4, within(0.08));
    }

    /** The endterm of 2020, 2d: a ReLU halves the mean square; the 2 of He makes up for it. */
    @Test
    void he_keeps_the_mean_square_through_relu_and_a_sum() {
        Tensor x = Tensor.normal(Shape.of(200, 500), SEED).times(2);
        Tensor y = new Relu().forward(x);

        assertThat(y.square().mean()).isCloseTo(2, within(0.04));
        assertThat(affine(new He(), SEED.next(), 500, 400).forward(y).square().mean())
                .isCloseTo(4, within(0.12));
    }

    /** Glorot keeps the variance forward and backward as well as one number can: the harmonic middle of both. */
    @Test
    void glorot_lies_between_forward_and_backward() {
        Affine layer = affine(new Glorot(), SEED.next(), 500, 300);
        Tensor y = layer.forward(Tensor.normal(Shape.of(200, 500), SEED));
        Tensor dx = layer.backward(Tensor.normal(Shape.of(200, 300), SEED.child(1)));

        assertThat(variance(y)).isCloseTo(500 * 2.0 / 800, within(0.03));
        assertThat(variance(dx)).isCloseTo(300 * 2.0 / 800, within(0.02));
    }

    /** Lecture 7, ten layers of 500 units: the deviation of the last outputs is about 3e-7. */
    @Test
    void small_weights_let_a_deep_tanh_net_fall_silent() {
        assertThat(lastDeviation(new Gaussian(0.01), Tanh::new)).isBetween(1e-7, 1e-6);
    }

    /** Lecture 7: nine out of ten outputs are beyond ±0.99, where the slope of tanh is below 0.02. */
    @Test
    void large_weights_saturate_a_deep_tanh_net() {
        Tensor last = last(new Gaussian(1), Tanh::new);

        assertThat(last.abs().greater(0.99).mean()).isBetween(0.85, 0.95);
        assertThat(deviation(last)).isBetween(0.97, 0.99);
    }

    @Test
    void xavier_keeps_a_deep_tanh_net_alive() {
        assertThat(lastDeviation(new XavierNormal(), Tanh::new)).isBetween(0.2, 0.25);
        assertThat(lastDeviation(new XavierUniform(), Tanh::new)).isBetween(0.2, 0.25);
    }

    /** Lecture 7: under ReLU, Xavier's signals halve their square at each layer, He's do not. */
    @Test
    void he_keeps_a_deep_relu_net_alive_and_xavier_does_not() {
        double xavier = lastDeviation(new XavierNormal(), Relu::new);
        double he = lastDeviation(new He(), Relu::new);

        assertThat(xavier).isBetween(0.018, 0.032);
        assertThat(he).isCloseTo(xavier * 32, within(1e-9)); // √2 ten times
    }

    private static double lastDeviation(Initializer initializer, Supplier<Layer> activation) {
        return deviation(last(initializer, activation));
    }

    private static Tensor last(Initializer initializer, Supplier<Layer> activation) {
        Tensor x = Tensor.normal(Shape.of(23, 500), SEED);
        for (int i = 0; i < 10; i++) {
            x = activation
                    .get()
                    .forward(affine(initializer, SEED.child(i), 500, 500).forward(x));
        }
        return x;
    }

    private static double deviation(Tensor x) {
        return Math.sqrt(variance(x));
    }

    private static double variance(Tensor x) {
        return x.minus(x.mean()).square().mean();
    }

    /** The endterm of 2020, 2a: the sums are -0.03 and 1.5; there tanh has the slopes 0.999 and 0.181. */
    @Test
    void works_out_the_two_sums_of_the_exam() {
        Tensor x = Tensor.of(new double[][] {{2, -4, 1}});
        Affine layer = new Affine(3, 2);
        layer.parameters().get(0).set(Tensor.of(new double[][] {{0.05, 1}, {0.025, 0.5}, {-0.03, 1.5}}));
        Tanh tanh = new Tanh();

        Tensor s = layer.forward(x);

        assertThat(s).isWithin(Tensor.of(new double[][] {{-0.03, 1.5}}), 1e-15);
        assertThat(tanh.forward(s)).isWithin(Tensor.of(new double[][] {{-0.029991, 0.905148}}), 5e-7);
        assertThat(tanh.backward(Tensor.ones(1, 2))).isWithin(Tensor.of(new double[][] {{0.99910, 0.18071}}), 5e-6);
    }

    /** Lecture 7: the hidden units compute the same, and get the same gradient; from 0 even none at all. */
    @Test
    void equal_weights_stay_equal() {
        Tensor equal = hiddenGradient(new Constant(0.5));

        assertThat(equal).hasEntriesOf(equal.slice(1, 0, 1).broadcastTo(equal.shape()));
        assertThat(equal.abs().min()).isGreaterThan(1e-3);
        assertThat(hiddenGradient(new Constant(0))).hasEntriesOf(Tensor.zeros(3, 5));
        Tensor different = hiddenGradient(new Gaussian(0.5));
        assertThat(different.minus(different.flip(1)).abs().max()).isGreaterThan(0.1);
    }

    /** The gradient of w (3, 5) in a net 3-5-2 of tanh. */
    private static Tensor hiddenGradient(Initializer initializer) {
        Affine first = affine(initializer, SEED, 3, 5);
        Affine second = affine(initializer, SEED.next(), 5, 2);
        Tanh tanh = new Tanh();
        second.forward(tanh.forward(first.forward(Tensor.of(new double[][] {{1, 2, -0.5}}))));
        first.backward(tanh.backward(second.backward(Tensor.of(new double[][] {{1, 2}}))));
        return first.parameters().get(0).gradient();
    }

    /** Lecture 7: biases of 0.01 start every ReLU awake; from 0, no gradient comes back where nothing came in. */
    @Test
    void a_small_positive_bias_wakes_relu() {
        assertThat(wokenBy(new Constant(0.01))).hasEntriesOf(Tensor.ones(1, 5));
        assertThat(wokenBy(new Constant(0))).hasEntriesOf(Tensor.zeros(1, 5));
    }

    private static Tensor wokenBy(Initializer bias) {
        Affine layer = affine(new Gaussian(0.01), SEED, 3, 5);
        layer.parameters().get(1).set(bias.create(Shape.of(5), SEED));
        Relu relu = new Relu();
        relu.forward(layer.forward(Tensor.zeros(1, 3)));
        return relu.backward(Tensor.ones(1, 5));
    }

    /** The slope of a sigmoid is at most 1/4, so that four in a row pass on at most 1/256. */
    @Property(seed = "2026", tries = 20)
    void four_sigmoids_pass_on_at_most_a_256th(@ForAll long seed) {
        Sigmoid[] chain = {new Sigmoid(), new Sigmoid(), new Sigmoid(), new Sigmoid()};
        Tensor x = Tensor.normal(Shape.of(5, 7), new Seed(seed)).times(3);
        for (Sigmoid layer : chain) {
            x = layer.forward(x);
        }
        Tensor dx = Tensor.ones(5, 7);
        for (int i = 3; i >= 0; i--) {
            Tensor before = dx;
            dx = chain[i].backward(before);
            assertThat(dx.divide(before).max()).isLessThanOrEqualTo(0.25);
        }
        assertThat(dx.max()).isBetween(0.0, 1.0 / 256);
    }

    @Test
    void the_slope_of_a_sigmoid_is_a_quarter_at_zero() {
        Sigmoid sigmoid = new Sigmoid();
        sigmoid.forward(Tensor.of(0));

        assertThat(sigmoid.backward(Tensor.of(1))).hasEntriesOf(Tensor.of(0.25));
    }

    /** Three ReLU layers with weights α 1 pass on α³: 8 for α = 2, 1/8 for α = 1/2. */
    @Test
    void stretching_layers_explode_and_shrinking_ones_vanish() {
        assertThat(throughThree(2)).hasEntriesOf(Tensor.full(Shape.of(1, 3), 8));
        assertThat(throughThree(0.5)).hasEntriesOf(Tensor.full(Shape.of(1, 3), 0.125));
    }

    private static Tensor throughThree(double alpha) {
        Tensor x = Tensor.of(new double[][] {{1, 2, 3}});
        Tensor dx = Tensor.ones(1, 3);
        for (int i = 0; i < 3; i++) {
            Affine layer = new Affine(3, 3);
            layer.parameters().get(0).set(Tensor.eye(3).times(alpha));
            Relu relu = new Relu();
            x = relu.forward(layer.forward(x));
            dx = layer.backward(relu.backward(dx));
        }
        return dx;
    }

    /** With w = q Λ qᵀ, T steps of a linear recurrence pass on λᵀ along each eigenvector: 2, 1 and 1/2 give 1024, 1 and 1/1024. */
    @Test
    void a_recurrence_passes_on_powers_of_its_eigenvalues() {
        Tensor q = new Orthogonal().create(Shape.of(3, 3), SEED);
        Affine step = new Affine(3, 3);
        step.parameters().get(0).set(q.times(Tensor.of(2, 1, 0.5)).matmulTransposed(q));
        step.forward(Tensor.zeros(3, 3));

        Tensor d = q.transpose(); // each row an eigenvector
        for (int t = 0; t < 10; t++) {
            d = step.backward(d);
        }

        assertThat(d)
                .isWithin(q.transpose().times(Tensor.of(1024, 1, 1.0 / 1024).expand(1)), 1e-9);
    }
}
