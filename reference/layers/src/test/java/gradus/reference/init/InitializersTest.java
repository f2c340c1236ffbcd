package gradus.reference.init;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.conv.TransposedConv2d;
import gradus.reference.dense.Maxout;
import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every initialiser: mean and variance of 10⁵ weights, its formula on each kind of weight, and what it refuses. */
class InitializersTest {
    private static final Seed SEED = new Seed(7);
    private static final Shape MATRIX = Shape.of(250, 400); // fan-in 250, fan-out 400
    private static final Shape FILTERS = Shape.of(13, 11, 3, 5); // fan-in 165, fan-out 195
    private static final Shape SIGNALS = Shape.of(7, 3, 5); // fan-in 15, fan-out 35

    /** How numbers of mean 0 and variance 1 are drawn: bell-shaped, or even between ±√3. */
    private static Tensor standard(Distribution distribution, Shape shape) {
        return distribution == Distribution.NORMAL
                ? Tensor.normal(shape, SEED)
                : Tensor.uniform(shape, SEED).times(2).minus(1).times(Math.sqrt(3));
    }

    private record Case(
            Initializer initializer, Distribution distribution, double matrix, double filters, double signals) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new Gaussian(0.01), Distribution.NORMAL, 1e-4, 1e-4, 1e-4),
                new Case(new Gaussian(1), Distribution.NORMAL, 1, 1, 1),
                new Case(new XavierNormal(), Distribution.NORMAL, 1.0 / 250, 1.0 / 165, 1.0 / 15),
                new Case(new XavierUniform(), Distribution.UNIFORM, 1.0 / 250, 1.0 / 165, 1.0 / 15),
                new Case(new He(), Distribution.NORMAL, 2.0 / 250, 2.0 / 165, 2.0 / 15),
                new Case(new He(Distribution.UNIFORM), Distribution.UNIFORM, 2.0 / 250, 2.0 / 165, 2.0 / 15),
                new Case(new Glorot(), Distribution.NORMAL, 2.0 / 650, 2.0 / 360, 2.0 / 50),
                new Case(new Glorot(Distribution.UNIFORM), Distribution.UNIFORM, 2.0 / 650, 2.0 / 360, 2.0 / 50));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_drawn_with_its_variance(Case of) {
        check(of, MATRIX, of.matrix);
        check(of, FILTERS, of.filters);
        check(of, SIGNALS, of.signals);
    }

    private static void check(Case of, Shape shape, double variance) {
        Tensor expected = standard(of.distribution, shape).times(Math.sqrt(variance));

        assertThat(of.initializer.create(shape, SEED)).isCloseTo(expected, 1e-14);
    }

    /** Within five standard deviations of what 10⁵ draws show. */
    @ParameterizedTest
    @MethodSource("cases")
    void a_hundred_thousand_weights_show_mean_zero_and_the_variance(Case of) {
        int draws = MATRIX.size();
        double kurtosis = of.distribution == Distribution.NORMAL ? 3 : 1.8;

        Tensor w = of.initializer.create(MATRIX, SEED);

        assertThat(w.mean()).isCloseTo(0, within(5 * Math.sqrt(of.matrix / draws)));
        assertThat(w.square().mean()).isCloseTo(of.matrix, within(5 * of.matrix * Math.sqrt((kurtosis - 1) / draws)));
    }

    /** Lecture 7: 500 inputs give the deviations 0.04472 and 0.06325. */
    @Test
    void works_out_the_deviations_for_the_lectures_net() {
        Shape layer = Shape.of(500, 500);

        assertThat(deviation(new XavierNormal().create(layer, SEED))).isCloseTo(0.04472, within(2e-4));
        assertThat(deviation(new XavierUniform().create(layer, SEED))).isCloseTo(0.04472, within(2e-4));
        assertThat(deviation(new He().create(layer, SEED))).isCloseTo(0.06325, within(3e-4));
    }

    private static double deviation(Tensor w) {
        return Math.sqrt(w.square().mean());
    }

    /** The limit is √(3/n), √(6/n) and √(6/(in + out)), which the draws come near. */
    @Test
    void uniform_ones_keep_their_limits() {
        limits(new XavierUniform(), Math.sqrt(3.0 / 250));
        limits(new He(Distribution.UNIFORM), Math.sqrt(6.0 / 250));
        limits(new Glorot(Distribution.UNIFORM), Math.sqrt(6.0 / 650));
    }

    private static void limits(Initializer initializer, double limit) {
        Tensor w = initializer.create(MATRIX, SEED);

        assertThat(w.min()).isBetween(-limit, -0.999 * limit);
        assertThat(w.max()).isBetween(0.999 * limit, limit);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void another_seed_gives_other_weights(Case of) {
        Tensor w = of.initializer.create(SIGNALS, SEED);

        assertThat(w.minus(of.initializer.create(SIGNALS, SEED.next())).abs().min())
                .isGreaterThan(0);
    }

    @Test
    void a_constant_is_everywhere_and_any_shape() {
        assertThat(new Constant(0).create(Shape.of(5), SEED)).hasEntriesOf(Tensor.zeros(5));
        assertThat(new Constant(-2.5).create(FILTERS, SEED)).hasEntriesOf(Tensor.full(FILTERS, -2.5));
        assertThat(new Constant(1).create(Shape.of(), SEED)).hasEntriesOf(Tensor.ones());
    }

    @Test
    void a_gaussian_needs_no_fan() {
        assertThat(new Gaussian(3).create(Shape.of(5), SEED))
                .isCloseTo(Tensor.normal(Shape.of(5), SEED).times(3), 1e-15);
        assertThat(new Gaussian(0).create(Shape.of(5), SEED)).hasEntriesOf(Tensor.zeros(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN})
    void a_gaussian_refuses_a_deviation_below_zero(double deviation) {
        assertThatThrownBy(() -> new Gaussian(deviation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Gaussian: deviation: expected a number of 0 or more but got " + deviation + ".");
    }

    /** An output of a maxout is the greatest of sums over 100 inputs; 20 of them come of 5 outputs of 4 pieces. */
    @Test
    void the_fan_in_of_a_maxout_is_its_inputs() {
        Shape w = new Maxout(100, 5, 4).parameters().get(0).value().shape();
        Tensor standard = Tensor.normal(w, SEED);

        assertThat(new XavierNormal().create(w, SEED)).isCloseTo(standard.times(0.1), 1e-14);
        assertThat(new He().create(w, SEED)).isCloseTo(standard.times(Math.sqrt(0.02)), 1e-14);
        assertThat(new Glorot().create(w, SEED)).isCloseTo(standard.times(Math.sqrt(2.0 / 120)), 1e-14);
        assertThatThrownBy(() -> new He()
                        .create(
                                new Maxout(100, 5, 4)
                                        .parameters()
                                        .get(1)
                                        .value()
                                        .shape(),
                                SEED))
                .isInstanceOf(ShapeException.class);
    }

    /** Of 3 channels and filters of 5 x 7, 105 products reach a pixel; the layer has its channels in front. */
    @Test
    void transposed_filters_are_drawn_as_filters() {
        Shape w = new TransposedConv2d(3, 2, Window.of(5, 7))
                .parameters()
                .get(0)
                .value()
                .shape();

        Tensor drawn = new XavierNormal().create(Shape.of(2, 3, 5, 7), SEED).permute(1, 0, 2, 3);

        assertThat(drawn.shape()).isEqualTo(w);
        assertThat(drawn.permute(1, 0, 2, 3))
                .isCloseTo(Tensor.normal(Shape.of(2, 3, 5, 7), SEED).divide(Math.sqrt(105)), 1e-14);
    }

    static Stream<Initializer> withFan() {
        return Stream.of(new XavierNormal(), new XavierUniform(), new Glorot(), new He());
    }

    @ParameterizedTest
    @MethodSource("withFan")
    void what_has_no_fan_is_refused(Initializer initializer) {
        assertThatThrownBy(() -> initializer.create(Shape.of(3), SEED))
                .isInstanceOf(ShapeException.class)
                .hasMessage(initializer.getClass().getSimpleName() + ".create: shape: expected (D, M) or (F, C, KH, KW)"
                        + " but got (3). A bias has no fan-in; start it with Constant.");
    }

    @ParameterizedTest
    @MethodSource("withFan")
    void no_inputs_give_no_weights(Initializer initializer) {
        assertThat(initializer.create(Shape.of(0, 3), SEED)).hasEntriesOf(Tensor.zeros(0, 3));
        assertThat(initializer.create(Shape.of(3, 0), SEED)).hasEntriesOf(Tensor.zeros(3, 0));
    }
}
