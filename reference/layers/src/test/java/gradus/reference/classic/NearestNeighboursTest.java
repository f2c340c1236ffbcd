package gradus.reference.classic;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NearestNeighboursTest {
    private static final IntTensor LABELS = IntTensor.of(2, 0, 7, 7, 0, 2, 2);

    /** (0, 0) to (3, 4): 7 along the axes, 5 straight. */
    @Test
    void works_out_both_distances() {
        Tensor a = Tensor.of(new double[][] {{0, 0}, {1, 1}});
        Tensor b = Tensor.of(new double[][] {{3, -4}, {1, 1}, {0, 1}});

        assertThat(Distance.L1.between(a, b)).hasEntriesOf(Tensor.of(new double[][] {{7, 2, 1}, {7, 0, 1}}));
        assertThat(Distance.L2.between(a, b))
                .isWithin(Tensor.of(new double[][] {{5, Math.sqrt(2), 1}, {Math.sqrt(29), 0, 1}}), 1e-15);
    }

    /** The squares of these distances are infinite or 0. */
    @Test
    void the_nearest_is_found_far_out_and_close_by() {
        for (double unit : new double[] {1e200, 1e-200}) {
            Tensor x = Tensor.of(7, 5, 2).times(unit).expand(1);

            NearestNeighbours neighbours = new NearestNeighbours(x, IntTensor.of(0, 1, 2), 1, Distance.L2);

            assertThat(neighbours.neighbours(
                            Tensor.of(unit, 4.5 * unit, 9 * unit).expand(1)))
                    .isEqualTo(IntTensor.of(Shape.of(3, 1), 2, 1, 0));
        }
        Tensor farthest = Tensor.full(Shape.of(1, 1), 1e300);
        assertThat(new NearestNeighbours(farthest, IntTensor.of(0), 1, Distance.L1).neighbours(farthest))
                .isEqualTo(IntTensor.of(Shape.of(1, 1), 0));
        assertThatThrownBy(() ->
                        new NearestNeighbours(Tensor.full(Shape.of(1, 1), 2e300), IntTensor.of(0), 1, Distance.L1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NearestNeighbours: x: expected numbers up to 1.0E300 but got 2.0E300. Scale them first.");
    }

    /** As in lecture 2: the nearest is a dog (1), but two of the three nearest are cats (0); ties go to the nearest. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 0", "4, 1"})
    void the_answer_depends_on_k(int k, int answer) {
        Tensor x = Tensor.of(1, 2, 3, -9).expand(1);

        NearestNeighbours neighbours = new NearestNeighbours(x, IntTensor.of(1, 0, 0, 1), k, Distance.L2);

        assertThat(neighbours.predict(Tensor.zeros(1, 1))).isEqualTo(IntTensor.of(answer));
    }

    /** From the origin (2, 2) is the nearer one straight, (0, 3) along the axes. */
    @Test
    void the_answer_depends_on_the_distance() {
        Tensor x = Tensor.of(new double[][] {{2, 2}, {0, 3}});
        IntTensor labels = IntTensor.of(5, 6);
        Tensor origin = Tensor.zeros(1, 2);

        assertThat(new NearestNeighbours(x, labels, 1, Distance.L2).predict(origin))
                .isEqualTo(IntTensor.of(5));
        assertThat(new NearestNeighbours(x, labels, 1, Distance.L1).predict(origin))
                .isEqualTo(IntTensor.of(6));
    }

    /** The question of lecture 2: with k = 1 no sample of its own is wrong. */
    @Property(seed = "2026", tries = 50)
    void is_perfect_on_its_own_samples(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Distance distance) {
        Tensor x = Untied.draw(values, seed, dims.n(), dims.d());
        IntTensor labels = dims.labels(seed);

        assertThat(new NearestNeighbours(x, labels, 1, distance).predict(x)).isEqualTo(labels);
    }

    @Property(seed = "2026", tries = 50)
    void with_all_samples_the_most_frequent_label_always_wins(@ForAll long seed, @ForAll Values values) {
        NearestNeighbours all = new NearestNeighbours(values.draw(seed, 7, 3), LABELS, 7, Distance.L1);

        assertThat(all.predict(values.draw(seed + 1, 5, 3))).isEqualTo(IntTensor.of(2, 2, 2, 2, 2));
    }

    @Property(seed = "2026", tries = 50)
    void moving_everything_changes_no_answer(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Distance distance) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor queries = values.draw(seed + 1, dims.m(), dims.d());
        IntTensor labels = dims.labels(seed);
        Tensor by = Values.INTEGERS.draw(seed + 2, dims.d()); // distances that are equal stay so

        assertThat(new NearestNeighbours(x.plus(by), labels, 2, distance).predict(queries.plus(by)))
                .isEqualTo(new NearestNeighbours(x, labels, 2, distance).predict(queries));
    }

    @Property(seed = "2026", tries = 50)
    void turning_everything_changes_no_answer_by_l2(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = Untied.draw(values, seed, dims.n(), dims.d());
        Tensor queries = Untied.draw(values, seed + 2, dims.m(), dims.d());
        IntTensor labels = dims.labels(seed);
        Tensor turn = new Orthogonal().create(Shape.of(dims.d(), dims.d()), new Seed(seed));

        assertThat(new NearestNeighbours(x.matmul(turn), labels, 2, Distance.L2).neighbours(queries.matmul(turn)))
                .isEqualTo(new NearestNeighbours(x, labels, 2, Distance.L2).neighbours(queries));
    }

    @Property(seed = "2026", tries = 50)
    void the_order_of_the_samples_does_not_matter(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Distance distance) {
        Tensor x = Untied.draw(values, seed, dims.n(), dims.d());
        Tensor queries = Untied.draw(values, seed + 2, dims.m(), dims.d());
        IntTensor labels = dims.labels(seed);
        IntTensor order = Permutation.of(dims.n(), new Seed(seed));
        IntTensor ordered =
                IntTensor.of(Arrays.stream(order.toArray()).map(labels::get).toArray());

        assertThat(new NearestNeighbours(x.take(order), ordered, 2, distance).predict(queries))
                .isEqualTo(new NearestNeighbours(x, labels, 2, distance).predict(queries));
    }

    @Property(seed = "2026", tries = 50)
    void distances_are_those_of_a_metric(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Distance distance) {
        Tensor a = values.draw(seed, dims.n(), dims.d());
        Tensor b = values.draw(seed + 1, dims.m(), dims.d());
        Tensor there = distance.between(a, b);

        assertThat(distance.between(b, a)).hasEntriesOf(there.transpose());
        assertThat(distance.between(a, a).times(Tensor.eye(dims.n()))).hasEntriesOf(Tensor.zeros(dims.n(), dims.n()));
        Tensor detour = distance.between(a, a).expand(2).plus(there.expand(0)); // a to a' to b
        assertThat(detour.minus(there.expand(1)).min()).isGreaterThanOrEqualTo(-1e-12 * (1 + there.max()));
        assertThat(Distance.L1.between(a, b).minus(Distance.L2.between(a, b)).min())
                .isGreaterThanOrEqualTo(-1e-12 * (1 + there.max()));
    }

    /** All four are at distance 1: numbers 0 and 1 vote first, and of two labels with one vote each the first wins. */
    @ParameterizedTest
    @EnumSource
    void settles_ties_by_number_and_then_by_nearness(Distance distance) {
        Tensor x = Tensor.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}});
        IntTensor labels = IntTensor.of(9, 4, 4, 9);
        Tensor origin = Tensor.zeros(1, 2);

        assertThat(new NearestNeighbours(x, labels, 4, distance).neighbours(origin))
                .isEqualTo(IntTensor.of(Shape.of(1, 4), 0, 1, 2, 3));
        assertThat(new NearestNeighbours(x, labels, 2, distance).predict(origin))
                .isEqualTo(IntTensor.of(9));
        assertThat(new NearestNeighbours(x, labels, 3, distance).predict(origin))
                .isEqualTo(IntTensor.of(4));
        assertThat(new NearestNeighbours(x, labels, 4, distance).predict(origin))
                .isEqualTo(IntTensor.of(9));
    }

    @Test
    void names_the_neighbours_of_each_query_nearest_first() {
        NearestNeighbours neighbours =
                new NearestNeighbours(Tensor.of(0, 10, 4).expand(1), IntTensor.of(1, 1, 1), 2, Distance.L1);

        assertThat(neighbours.neighbours(Tensor.of(9, 1, 3).expand(1)))
                .isEqualTo(IntTensor.of(Shape.of(3, 2), 1, 2, 0, 2, 2, 0));
    }

    @Test
    void answers_nothing_for_nothing() {
        NearestNeighbours one = new NearestNeighbours(Tensor.zeros(1, 3), IntTensor.of(5), 1, Distance.L2);

        assertThat(one.predict(Tensor.zeros(0, 3))).isEqualTo(IntTensor.of());
        assertThat(one.predict(Tensor.full(Shape.of(2, 3), 1000))).isEqualTo(IntTensor.of(5, 5));
    }

    @Test
    void refuses_what_does_not_fit() {
        Tensor x = Tensor.zeros(2, 3);
        IntTensor labels = IntTensor.of(0, 1);

        assertThatThrownBy(() -> new NearestNeighbours(x, labels, 0, Distance.L1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NearestNeighbours: k: expected 1 to 2 samples but got 0.");
        assertThatThrownBy(() -> new NearestNeighbours(x, labels, 3, Distance.L1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NearestNeighbours: k: expected 1 to 2 samples but got 3.");
        assertThatThrownBy(() -> new NearestNeighbours(x, IntTensor.of(0), 1, Distance.L1))
                .isInstanceOf(ShapeException.class)
                .hasMessage("NearestNeighbours: labels: expected shape (2) but got (1).");
        assertThatThrownBy(() -> new NearestNeighbours(x, labels, 1, Distance.L1).predict(Tensor.zeros(3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("NearestNeighbours: queries: expected shape (any, 3) but got (3, 2). Is it transposed?");
        assertThatThrownBy(() -> new NearestNeighbours(x, labels, 1, Distance.L1)
                        .predict(Tensor.full(Shape.of(1, 3), Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NearestNeighbours: queries: expected finite numbers but got an infinity or NaN.");
        assertThatThrownBy(() -> Distance.L1.between(Tensor.zeros(3), x))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Distance.between: a: expected shape (any, any) but got (3).");
        assertThatThrownBy(() -> Distance.L2.between(x, Tensor.zeros(5, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Distance.between: b: expected shape (any, 3) but got (5, 2).");
    }
}
