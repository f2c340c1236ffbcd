package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.reference.init.Orthogonal;
import gradus.reference.loss.MeanSquaredError;
import gradus.reference.net.Sequential;
import gradus.reference.optim.Adam;
import gradus.reference.train.data.Permutation;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Optimizer;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PcaTest {
    /**
     * Around (1, 2): ±3 along (4, -3) / 5 and ±1 along (3, 4) / 5. Variances 9/2 and 1/2 of N = 4; the greater entries, 4/5 and 4/5, are positive.
     */
    @Test
    void works_out_four_samples() {
        Tensor x = Tensor.of(new double[][] {{1 + 2.4, 2 - 1.8}, {1 - 2.4, 2 + 1.8}, {1.6, 2.8}, {0.4, 1.2}});

        Pca pca = Pca.of(x, 2);

        assertThat(pca.mean()).isWithin(Tensor.of(1, 2), 1e-15);
        assertThat(pca.components()).isWithin(Tensor.of(new double[][] {{0.8, -0.6}, {0.6, 0.8}}), 1e-14);
        assertThat(pca.variances()).isWithin(Tensor.of(4.5, 0.5), 1e-14);
        assertThat(pca.total()).isCloseTo(5, within(1e-14));
        assertThat(pca.explained()).isWithin(Tensor.of(0.9, 0.1), 1e-14);
        assertThat(pca.project(x)).isWithin(Tensor.of(new double[][] {{3, 0}, {-3, 0}, {0, 1}, {0, -1}}), 1e-14);
    }

    @Test
    void one_component_is_the_first_of_two() {
        Tensor x = Values.NORMAL.draw(1, 7, 5);

        Pca one = Pca.of(x, 1);
        Pca two = Pca.of(x, 2);

        assertThat(one.components()).hasEntriesOf(two.components().slice(0, 0, 1));
        assertThat(one.total()).isEqualTo(two.total());
    }

    @Property(seed = "2026", tries = 50)
    void components_are_orthonormal_and_variances_fall(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 11, 5);

        Pca pca = Pca.of(x, 5);

        assertThat(pca.components().matmulTransposed(pca.components())).isWithin(Tensor.eye(5), 1e-12);
        Tensor v = pca.variances();
        assertThat(v.slice(0, 0, 4).minus(v.slice(0, 1, 5)).min()).isGreaterThanOrEqualTo(0);
        assertThat(v.sum()).isCloseTo(pca.total(), within(1e-12 * pca.total()));
        Tensor z = pca.project(x);
        assertThat(z.transposedMatmul(z).divide(11)).isWithin(v.times(Tensor.eye(5)), 1e-11 * pca.total());
        assertThat(z.sum(0)).isWithin(Tensor.zeros(5), 1e-11 * x.abs().max());
    }

    @Property(seed = "2026", tries = 50)
    void the_greatest_entry_of_a_component_is_positive(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor rows = Pca.of(values.draw(seed, dims.n(), dims.d()), 2).components();

        assertThat(rows.max(1)).hasEntriesOf(rows.abs().max(1));
    }

    @Property(seed = "2026", tries = 50)
    void all_components_lose_nothing_and_fewer_lose_what_they_do_not_explain(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 11, 5);

        Pca all = Pca.of(x, 5);
        Pca two = Pca.of(x, 2);

        assertThat(all.reconstruct(all.project(x))).isCloseTo(x, 1e-12);
        double lost = two.reconstruct(two.project(x)).minus(x).square().sum();
        assertThat(lost)
                .isCloseTo(11 * (two.total() - two.variances().sum()), within(1e-10 * (11 * two.total() + 1e-3)));
    }

    /** No other K directions lose less. */
    @Property(seed = "2026", tries = 50)
    void drawn_directions_lose_no_less(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor centred = x.minus(x.mean(0));
        Tensor other = new Orthogonal().create(Shape.of(2, dims.d()), new Seed(seed));
        Pca pca = Pca.of(x, 2);

        double kept = centred.matmulTransposed(other).square().sum();

        assertThat(dims.n() * pca.variances().sum()).isGreaterThanOrEqualTo(kept * (1 - 1e-12));
    }

    @Property(seed = "2026", tries = 50)
    void moving_and_turning_move_and_turn_the_mean_and_keep_the_variances(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor turn = new Orthogonal().create(Shape.of(dims.d(), dims.d()), new Seed(seed));
        Tensor by = values.draw(seed + 1, dims.d());

        Pca pca = Pca.of(x, 2);
        Pca moved = Pca.of(x.matmul(turn).plus(by), 2);

        double size = 1 + x.abs().max() + by.abs().max();
        Tensor turned = pca.mean().expand(0).matmul(turn).reshape(dims.d());
        assertThat(moved.mean()).isWithin(turned.plus(by), 1e-14 * size);
        assertThat(moved.variances()).isWithin(pca.variances(), 1e-13 * size * size);
        assertThat(moved.total()).isCloseTo(pca.total(), within(1e-13 * size * size));
    }

    /** Where variances are far apart; components of equal ones may be any. A component may come out with the other sign. */
    @Property(seed = "2026", tries = 50)
    void turning_turns_the_components_and_no_order_changes_them(@ForAll long seed) {
        Tensor x = Values.NORMAL.draw(seed, 11, 3).times(Tensor.of(3, 2, 1));
        Tensor turn = new Orthogonal().create(Shape.of(3, 3), new Seed(seed));
        IntTensor order = Permutation.of(11, new Seed(seed));

        Pca pca = Pca.of(x, 2);
        Pca moved = Pca.of(x.take(order).matmul(turn), 2);

        Tensor angles = moved.components().matmulTransposed(pca.components().matmul(turn));
        assertThat(angles.abs()).isWithin(Tensor.eye(2), 1e-7);
        assertThat(moved.project(x.matmul(turn)).abs()).isWithin(pca.project(x).abs(), 1e-7);
    }

    @Property(seed = "2026", tries = 30)
    void the_order_of_the_samples_does_not_matter(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        IntTensor order = Permutation.of(dims.n(), new Seed(seed));

        Pca pca = Pca.of(x.take(order), 2);

        double size = 1 + x.abs().max();
        assertThat(pca.mean()).isWithin(Pca.of(x, 2).mean(), 1e-14 * size);
        assertThat(pca.variances()).isWithin(Pca.of(x, 2).variances(), 1e-13 * size * size);
    }

    /** Two layers without activation, 5 to 2 to 5, trained to give x back: what comes out is PCA's answer, and what is lost is no less. */
    @Test
    void a_linear_autoencoder_learns_the_same_space() {
        Tensor x =
                Values.NORMAL.draw(1, 11, 5).times(Tensor.of(3, 2, 1, 0.5, 0.2)).plus(1);
        Pca pca = Pca.of(x, 2);
        Affine encoder = new Affine(5, 2);
        Affine decoder = new Affine(2, 5);
        encoder.parameters().get(0).set(Values.NORMAL.draw(2, 5, 2).times(0.3));
        decoder.parameters().get(0).set(Values.NORMAL.draw(3, 2, 5).times(0.3));

        Layer autoencoder = new Sequential(encoder, decoder);
        double lost = trained(autoencoder, x, 4000);

        Tensor best = pca.reconstruct(pca.project(x));
        assertThat(lost)
                .isCloseTo(best.minus(x).square().sum() / 11, within(1e-8))
                .isGreaterThanOrEqualTo(best.minus(x).square().sum() / 11 - 1e-12);
        assertThat(autoencoder.forward(x)).isWithin(best, 1e-3);
        Tensor axes = decoder.parameters().get(0).value(); // in the space of the components: nothing is left outside
        Tensor inside = axes.matmulTransposed(pca.components()).matmul(pca.components());
        assertThat(inside).isWithin(axes, 1e-3);
    }

    @Test
    void explains_nothing_where_nothing_varies() {
        Pca pca = Pca.of(Tensor.full(Shape.of(3, 2), 7), 1);

        assertThat(pca.total()).isZero();
        assertThat(pca.variances()).hasEntriesOf(Tensor.of(0));
        assertThat(pca.explained().get(0)).isNaN();
        assertThat(pca.reconstruct(pca.project(Tensor.full(Shape.of(1, 2), 7))))
                .hasEntriesOf(Tensor.full(Shape.of(1, 2), 7));
    }

    /** A sum of 0.1 is rounded, the mean of equal numbers is not. */
    @Property(seed = "2026", tries = 50)
    void explains_nothing_where_all_samples_are_the_same(@ForAll @IntRange(min = 2, max = 3000) int n) {
        Tensor x = Tensor.ones(n, 1).times(Tensor.of(0.1, 123.456));

        Pca pca = Pca.of(x, 2);

        assertThat(pca.mean()).hasEntriesOf(Tensor.of(0.1, 123.456));
        assertThat(pca.total()).isZero();
        assertThat(pca.explained().toArray()).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void is_right_far_out() {
        Tensor x = Tensor.of(new double[][] {{1000, 0}, {-1000, 0}, {0, 1e-3}, {0, -1e-3}});

        Pca pca = Pca.of(x, 2);

        assertThat(pca.components()).isWithin(Tensor.eye(2), 1e-15);
        assertThat(pca.variances()).isWithin(Tensor.of(500_000, 0.5e-6), 1e-9);
        assertThat(pca.variances().get(1)).isCloseTo(0.5e-6, within(1e-15));
    }

    @Test
    void answers_nothing_for_nothing_and_leaves_its_argument_alone() {
        Tensor x = Values.NORMAL.draw(1, 5, 3);

        Pca pca = Pca.of(x, 2);

        assertThat(x).hasEntriesOf(Values.NORMAL.draw(1, 5, 3));
        assertThat(pca.project(Tensor.zeros(0, 3))).hasEntriesOf(Tensor.zeros(0, 2));
        assertThat(pca.reconstruct(Tensor.zeros(0, 2))).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void refuses_a_variance_that_no_double_holds() {
        for (double far : new double[] {1e200, 1e-200}) {
            assertThatThrownBy(() -> Pca.of(Tensor.of(new double[][] {{far, 0}, {-far, 0}}), 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Pca.of: x: expected a variance that is neither infinite nor rounded to 0 but got numbers"
                                    + " up to " + far + " from the mean. Scale them first.");
        }
        assertThat(Pca.of(Tensor.of(new double[][] {{1e150, 0}, {-1e150, 0}}), 1)
                        .explained())
                .isWithin(Tensor.of(1), 1e-14);
    }

    @Test
    void refuses_what_does_not_fit() {
        assertThatThrownBy(() -> Pca.of(Tensor.zeros(5, 3), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pca.of: count: expected 1 to 3 but got 4.");
        assertThatThrownBy(() -> Pca.of(Tensor.zeros(2, 3), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pca.of: count: expected 1 to 2 but got 3.");
        assertThatThrownBy(() -> Pca.of(Tensor.zeros(2, 3), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pca.of: count: expected 1 to 2 but got 0.");
        assertThatThrownBy(() -> Pca.of(Tensor.zeros(0, 3), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pca.of: x: expected a sample or more but got none.");
        assertThatThrownBy(() -> Pca.of(Tensor.full(Shape.of(3, 2), Double.NEGATIVE_INFINITY), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pca.of: x: expected finite numbers but got an infinity or NaN.");
        assertThatThrownBy(() -> Pca.of(Tensor.eye(3), 2).project(Tensor.zeros(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Pca.project: x: expected shape (any, 3) but got (3, 2). Is it transposed?");
        assertThatThrownBy(() -> Pca.of(Tensor.eye(3), 2).reconstruct(Tensor.zeros(5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Pca.reconstruct: z: expected shape (any, 2) but got (5, 3).");
    }

    /** Trains a layer to give x back, and returns what is lost for each sample. */
    private static double trained(Layer layer, Tensor x, int steps) {
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_BATCH);
        List<Parameter> parameters = layer.parameters();
        List<Optimizer> rules = Stream.<Optimizer>generate(() -> new Adam(0.9, 0.99, 1e-8))
                .limit(parameters.size())
                .toList();
        for (int k = 0; k < steps; k++) {
            parameters.forEach(Parameter::clear);
            loss.forward(layer.forward(x), x);
            layer.backward(loss.backward());
            for (int i = 0; i < rules.size(); i++) {
                Parameter p = parameters.get(i);
                p.set(rules.get(i).step(p.value(), p.gradient(), 0.03 * (1 - (double) k / steps)));
            }
        }
        return loss.forward(layer.forward(x), x);
    }
}
