package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.init.Orthogonal;
import gradus.reference.train.data.Permutation;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KMeansTest {
    /**
     * 0, 2, 3, 9 from centres 0 and 2. At the start 0 | 2 3 9 with 0 + 1 + 49 = 50; means 0 and 14/3: 0 2 | 3 9 with 4 + 25/9 + 169/9 = 230/9;
     * means 1 and 6: 0 2 3 | 9 with 1 + 1 + 4 + 9 = 15; means 5/3 and 9 with 42/9, and nothing moves.
     */
    @Test
    void works_out_four_numbers() {
        Tensor x = Tensor.of(0, 2, 3, 9).expand(1);

        Clustering clustering = new KMeans(2, 10).from(x, Tensor.of(0, 2).expand(1));

        assertThat(clustering.centres()).isWithin(Tensor.of(5 / 3.0, 9).expand(1), 1e-15);
        assertThat(clustering.assignment()).isEqualTo(IntTensor.of(0, 0, 0, 1));
        assertThat(clustering.converged()).isTrue();
        assertThat(Tensor.of(clustering.inertias().stream().mapToDouble(v -> v).toArray()))
                .isWithin(Tensor.of(50, 230 / 9.0, 15, 42 / 9.0), 1e-13);
        assertThat(clustering.inertia()).isCloseTo(42 / 9.0, within(1e-14));
    }

    /** The same numbers where their squares are infinite, and where they are 0. */
    @Test
    void groups_far_out_and_close_by_as_elsewhere() {
        Tensor x = Tensor.of(0, 2, 3, 9).expand(1);
        for (double unit : new double[] {0x1p665, 0x1p-665}) {
            Clustering clustering = new KMeans(2, 10)
                    .from(x.times(unit), Tensor.of(0, 2).expand(1).times(unit));

            assertThat(clustering.centres().divide(unit))
                    .isWithin(Tensor.of(5 / 3.0, 9).expand(1), 1e-15);
            assertThat(clustering.assignment()).isEqualTo(IntTensor.of(0, 0, 0, 1));
            assertThat(clustering.assign(Tensor.of(4, 6).times(unit).expand(1))).isEqualTo(IntTensor.of(0, 1));
            assertThat(clustering.inertia()).isEqualTo(unit > 1 ? Double.POSITIVE_INFINITY : 0);

            Clustering drawn = new KMeans(3, 10).cluster(x.times(unit), new Seed(5));
            assertThat(drawn.assignment())
                    .isEqualTo(new KMeans(3, 10).cluster(x, new Seed(5)).assignment());
            Clustering lonely = new KMeans(2, 1)
                    .from(x.times(unit), Tensor.of(3, 90).expand(1).times(unit));
            assertThat(lonely.centres()).isWithin(Tensor.of(3.5, 9).expand(1).times(unit), 1e-15 * unit);
        }
    }

    @Test
    void stops_after_as_many_passes_as_allowed() {
        Tensor x = Tensor.of(0, 2, 3, 9).expand(1);

        Clustering two = new KMeans(2, 2).from(x, Tensor.of(0, 2).expand(1));

        assertThat(two.converged()).isFalse();
        assertThat(two.inertias()).hasSize(3);
        assertThat(two.centres()).hasEntriesOf(Tensor.of(1, 6).expand(1));
        assertThat(two.assignment()).isEqualTo(IntTensor.of(0, 0, 0, 1));
    }

    @Property(seed = "2026", tries = 100)
    void the_inertia_never_rises(@ForAll long seed, @ForAll Values values, @ForAll @IntRange(min = 1, max = 7) int k) {
        Tensor x = values.draw(seed, 13, 3);

        Clustering clustering = new KMeans(k, 50).cluster(x, new Seed(seed));

        List<Double> inertias = clustering.inertias();
        for (int i = 1; i < inertias.size(); i++) {
            assertThat(inertias.get(i)).isLessThanOrEqualTo(inertias.get(i - 1) * (1 + 1e-12));
        }
        assertThat(clustering.converged()).isTrue();
    }

    /** Also from bad starts, most of them far from all samples: empty groups are filled, as long as there are samples. */
    @Property(seed = "2026", tries = 100)
    void no_group_stays_empty_and_each_centre_is_a_mean(@ForAll long seed, @ForAll Values values) {
        Tensor x = Untied.draw(values, seed, 13, 2);
        Tensor start = Values.LARGE.draw(seed + 2, 5, 2);

        Clustering clustering = new KMeans(5, 100).from(x, start);

        assertThat(clustering.converged()).isTrue();
        for (int c = 0; c < 5; c++) {
            int group = c;
            int[] own = IntStream.range(0, 13)
                    .filter(n -> clustering.assignment().get(n) == group)
                    .toArray();
            assertThat(own).isNotEmpty();
            assertThat(clustering.centres().select(0, c))
                    .isWithin(
                            x.take(IntTensor.of(own)).mean(0),
                            1e-14 * (1 + x.abs().max()));
        }
        assertThat(clustering.assign(x)).isEqualTo(clustering.assignment());
    }

    /** The centre at 100 has no sample and moves to 9, the farthest of the other's; a third one would take 0. */
    @Test
    void empty_centres_move_to_the_farthest_samples() {
        Tensor x = Tensor.of(0, 4, 5, 9.5).expand(1);

        Clustering two = new KMeans(2, 1).from(x, Tensor.of(4, 100).expand(1));
        Clustering three = new KMeans(3, 1).from(x, Tensor.of(4, 100, 200).expand(1));

        assertThat(two.centres()).hasEntriesOf(Tensor.of(18.5 / 4, 9.5).expand(1));
        assertThat(two.assignment()).isEqualTo(IntTensor.of(0, 0, 0, 1));
        assertThat(three.centres()).hasEntriesOf(Tensor.of(18.5 / 4, 9.5, 0).expand(1));
    }

    /** Summer exam 2021, 2.6: with as many groups as samples the fit is perfect and says nothing. */
    @Property(seed = "2026", tries = 50)
    void as_many_groups_as_samples_leave_no_inertia(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = Untied.draw(values, seed, dims.n(), dims.d());

        Clustering clustering = new KMeans(dims.n(), 10).cluster(x, new Seed(seed));

        assertThat(clustering.inertia()).isZero();
        assertThat(Arrays.stream(clustering.assignment().toArray()).distinct()).hasSize(dims.n());
    }

    @Property(seed = "2026", tries = 30)
    void one_group_has_the_mean_and_the_variance(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        Clustering clustering = new KMeans(1, 10).cluster(x, new Seed(seed));

        assertThat(clustering.centres()).isCloseTo(x.meanKeep(0), 1e-13);
        assertThat(clustering.inertia())
                .isCloseTo(x.minus(x.mean(0)).square().sum(), within(1e-12 * (1 + clustering.inertia())));
    }

    @Test
    void equal_samples_end_in_one_group() {
        Tensor x = Tensor.full(Shape.of(5, 2), 3);

        Clustering clustering = new KMeans(3, 10).cluster(x, new Seed(1));

        assertThat(clustering.converged()).isTrue();
        assertThat(clustering.inertia()).isZero();
        assertThat(clustering.centres()).hasEntriesOf(Tensor.full(Shape.of(3, 2), 3));
        assertThat(clustering.assignment()).isEqualTo(IntTensor.of(0, 0, 0, 0, 0));
    }

    @Test
    void given_centres_may_be_more_than_the_samples() {
        Clustering clustering =
                new KMeans(3, 9).from(Tensor.of(7).expand(1), Tensor.of(1, 2, 3).expand(1));

        assertThat(clustering.assignment()).isEqualTo(IntTensor.of(0));
        assertThat(clustering.inertia()).isZero();
    }

    @Property(seed = "2026", tries = 30)
    void the_order_of_the_samples_does_not_matter(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = Untied.draw(values, seed, dims.n(), dims.d());
        Tensor start = Untied.draw(values, seed + 2, 2, dims.d());
        IntTensor order = Permutation.of(dims.n(), new Seed(seed));

        Clustering clustering = new KMeans(2, 50).from(x, start);
        Clustering permuted = new KMeans(2, 50).from(x.take(order), start);

        assertThat(permuted.centres()).isCloseTo(clustering.centres(), 1e-12);
        assertThat(permuted.assignment())
                .isEqualTo(IntTensor.of(Arrays.stream(order.toArray())
                        .map(clustering.assignment()::get)
                        .toArray()));
    }

    @Property(seed = "2026", tries = 30)
    void turning_and_moving_everything_turns_and_moves_the_centres(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = Untied.draw(values, seed, dims.n(), dims.d());
        Tensor start = Untied.draw(values, seed + 2, 2, dims.d());
        Tensor turn = new Orthogonal().create(Shape.of(dims.d(), dims.d()), new Seed(seed));
        Tensor by = Values.NORMAL.draw(seed + 4, dims.d());

        Clustering clustering = new KMeans(2, 50).from(x, start);
        Clustering turned = new KMeans(2, 50)
                .from(x.matmul(turn).plus(by), start.matmul(turn).plus(by));

        assertThat(turned.assignment()).isEqualTo(clustering.assignment());
        assertThat(turned.centres()).isCloseTo(clustering.centres().matmul(turn).plus(by), 1e-12);
        assertThat(turned.inertia()).isCloseTo(clustering.inertia(), within(1e-11 * (1 + clustering.inertia())));
    }

    /** Encode, then group the codes, k = 10 (lecture 11's images): ten far groups in 13 entries, of which two components are kept. */
    @Test
    void groups_the_codes_of_an_encoder() {
        IntTensor digit = IntTensor.of(IntStream.range(0, 70).map(n -> n % 10).toArray());
        Tensor codes = Tensor.of(IntStream.range(0, 10)
                .mapToObj(c -> new double[] {100 * Math.cos(c * Math.PI / 5), 100 * Math.sin(c * Math.PI / 5)})
                .toArray(double[][]::new));
        Tensor decoder = new Orthogonal().create(Shape.of(2, 13), new Seed(3));
        Tensor images = codes.take(digit).matmul(decoder).plus(Values.NORMAL.draw(4, 70, 13));

        Clustering clustering = new KMeans(10, 100).cluster(Pca.of(images, 2).project(images), new Seed(5));

        int[] group = clustering.assignment().toArray();
        for (int n = 10; n < 70; n++) {
            assertThat(group[n]).isEqualTo(group[n % 10]);
        }
        assertThat(Arrays.stream(group).distinct()).hasSize(10);
    }

    /** k-means++ starts in far groups where chance alone seldom would: 3 pairs 1000 apart, one centre each, for every seed. */
    @Property(seed = "2026", tries = 100)
    void starts_far_apart(@ForAll long seed) {
        Tensor x = Tensor.of(0, 1e-3, 1000, 1000.001, 2000, 2000.001).expand(1);

        Clustering clustering = new KMeans(3, 1).cluster(x, new Seed(seed));

        assertThat(clustering.inertia()).isLessThan(1e-5);
    }

    /** Numbers 0 to 3 of the seed's uniforms say which of four samples comes first: the centre of a single group's start. */
    @Test
    void the_seed_chooses_the_first_centre() {
        Tensor x = Tensor.of(1, 10, 100, 1000).expand(1);
        boolean[] chosen = new boolean[4];
        for (long s = 0; s < 40; s++) {
            Seed seed = new Seed(s);
            int first = (int) (4 * seed.uniform(0));
            double centre = x.get(first, 0);
            chosen[first] = true;

            double inertia = new KMeans(1, 1).cluster(x, seed).inertias().get(0);

            assertThat(inertia).isCloseTo(x.minus(centre).square().sum(), within(1e-9));
        }
        assertThat(chosen).containsOnly(true);
    }

    /** From 0, the squares are 0, 1 and 9: the second centre is 1 where the seed's number 1 is below a tenth, else 3. */
    @Test
    void the_second_centre_is_drawn_by_the_square_of_its_distance() {
        Tensor x = Tensor.of(0, 1, 3).expand(1);
        int near = 0;
        for (long s = 0; s < 400; s++) {
            Seed seed = new Seed(s);
            if (seed.uniform(0) < 1 / 3.0) {
                boolean one = seed.uniform(1) < 0.1;
                near += one ? 1 : 0;
                double inertia = new KMeans(2, 1).cluster(x, seed).inertias().get(0);
                assertThat(inertia).isEqualTo(one ? 4 : 1);
            }
        }
        assertThat(near).isPositive();
    }

    /** This seed's number 1 is 0 exactly: even so no sample is drawn that is a centre already. */
    @Test
    void draws_no_sample_that_is_a_centre_already() {
        Seed seed = new Seed(0xC3910C8D016B07D6L);
        Tensor x = Tensor.of(5, 5, 1, 5, 5, 5).expand(1);
        assertThat(seed.uniform(1)).isZero();
        assertThat((int) (6 * seed.uniform(0))).isNotEqualTo(2); // the first centre is a 5

        assertThat(new KMeans(2, 1).cluster(x, seed).inertias().get(0)).isZero();
    }

    @Test
    void leaves_its_arguments_alone() {
        Tensor x = Values.NORMAL.draw(1, 7, 2);
        Tensor start = Values.NORMAL.draw(2, 3, 2);

        new KMeans(3, 5).from(x, start).centres().fill(0);

        assertThat(x).hasEntriesOf(Values.NORMAL.draw(1, 7, 2));
        assertThat(start).hasEntriesOf(Values.NORMAL.draw(2, 3, 2));
    }

    @Test
    void refuses_what_does_not_fit() {
        assertThatThrownBy(() -> new KMeans(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KMeans: clusters: expected 1 or more but got 0.");
        assertThatThrownBy(() -> new KMeans(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KMeans: passes: expected 1 or more but got 0.");
        assertThatThrownBy(() -> new KMeans(3, 1).cluster(Tensor.zeros(2, 5), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KMeans.cluster: x: expected 3 samples or more but got 2.");
        assertThatThrownBy(() -> new KMeans(3, 1).cluster(Tensor.full(Shape.of(5, 2), Double.NaN), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KMeans.cluster: x: expected finite numbers but got an infinity or NaN.");
        assertThatThrownBy(() -> new KMeans(3, 1).from(Tensor.zeros(0, 5), Tensor.zeros(3, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KMeans.from: x: expected a sample or more but got none.");
        assertThatThrownBy(() -> new KMeans(3, 1).from(Tensor.zeros(5, 2), Tensor.zeros(2, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("KMeans.from: start: expected shape (3, 2) but got (2, 2).");
        assertThatThrownBy(() -> new KMeans(1, 1)
                        .from(Tensor.zeros(5, 1), Tensor.of(Double.NaN).expand(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KMeans.from: start: expected finite numbers but got an infinity or NaN.");
        assertThatThrownBy(() -> new KMeans(1, 1).cluster(Tensor.of(-1, 1e301).expand(1), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KMeans.cluster: x: expected numbers up to 1.0E300 but got 1.0E301. Scale them first.");
    }
}
