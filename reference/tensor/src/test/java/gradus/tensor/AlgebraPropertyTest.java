package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the algebra, and slow loops over indices as a second implementation, on shapes whose lengths are different primes. */
class AlgebraPropertyTest {
    private static final double TOLERANCE = 1e-12;

    /** Shapes of up to four axes with lengths from 0 to 7, each at most once. */
    @Provide
    Arbitrary<Shape> shapes() {
        return Arbitraries.of(0, 1, 2, 3, 5, 7)
                .list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(dims -> Shape.of(dims.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static Tensor draw(Shape shape, long seed) {
        return Tensor.normal(shape, new Seed(seed));
    }

    /** The shape with some axes made 1 and the first few dropped, as {@code choice} says bit by bit. */
    private static Shape smaller(Shape shape, int choice) {
        int[] dims = shape.toArray();
        int dropped = Math.min(dims.length, choice & 3);
        return Shape.of(IntStream.range(dropped, dims.length)
                .map(axis -> (choice >> (axis + 2) & 1) == 0 ? dims[axis] : 1)
                .toArray());
    }

    /** The index of entry {@code position}, axis by axis. */
    private static int[] index(Shape shape, int position) {
        int[] index = new int[shape.rank()];
        int rest = position;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return index;
    }

    /** Where an entry of a stretched tensor comes from: aligned right, position 0 along axes of length 1. */
    private static int[] source(Shape shape, int... index) {
        int added = index.length - shape.rank();
        return IntStream.range(0, shape.rank())
                .map(axis -> shape.dim(axis) == 1 ? 0 : index[axis + added])
                .toArray();
    }

    @Property(seed = "2026", edgeCases = EdgeCasesMode.NONE)
    void broadcasting_is_what_loops_over_indices_do(
            @ForAll("shapes") Shape shape, @ForAll int left, @ForAll int right, @ForAll long seed) {
        Tensor a = draw(smaller(shape, left), seed);
        Tensor b = draw(smaller(shape, right & ~3), seed + 1);

        Tensor c = a.minus(b);

        for (int i = 0; i < c.size(); i++) {
            int[] index = index(c.shape(), i);
            assertThat(c.get(index)).isEqualTo(a.get(source(a.shape(), index)) - b.get(source(b.shape(), index)));
        }
    }

    @Property(seed = "2026")
    void a_sum_is_what_loops_over_indices_do(@ForAll("shapes") Shape shape, @ForAll int choice, @ForAll long seed) {
        int[] axes = IntStream.range(0, shape.rank())
                .filter(axis -> (choice >> axis & 1) == 1)
                .toArray();
        Tensor x = draw(shape, seed);
        Tensor expected = Tensor.zeros(shape.folded(axes));
        for (int i = 0; i < x.size(); i++) {
            int[] index = index(shape, i);
            int[] place = source(expected.shape(), index);
            expected.set(place, expected.get(place) + x.get(index));
        }

        Tensor actual = axes.length == 0 ? x.copy() : x.sumKeep(axes);

        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.toArray()).containsExactly(expected.toArray(), within(TOLERANCE));
    }

    /** The sum to a shape is the adjoint of the stretch from it: (stretch a) · x = a · (sum x). */
    @Property(seed = "2026")
    void sum_to_is_the_adjoint_of_broadcast_to(@ForAll("shapes") Shape shape, @ForAll int choice, @ForAll long seed) {
        Tensor a = draw(smaller(shape, choice), seed);
        Tensor x = draw(shape, seed + 1);

        assertThat(a.broadcastTo(shape).dot(x)).isCloseTo(a.dot(x.sumTo(a.shape())), within(TOLERANCE * 1000));
    }

    @Property(seed = "2026")
    void sums_and_products_commute_and_distribute(@ForAll("shapes") Shape shape, @ForAll long seed) {
        Tensor a = draw(shape, seed);
        Tensor b = draw(shape, seed + 1);
        Tensor c = draw(shape, seed + 2);

        assertThat(a.plus(b).toArray()).isEqualTo(b.plus(a).toArray());
        assertThat(a.times(b).toArray()).isEqualTo(b.times(a).toArray());
        assertThat(a.minus(a).toArray()).isEqualTo(new double[shape.size()]);
        assertThat(a.times(b.plus(c)).toArray())
                .containsExactly(a.times(b).plus(a.times(c)).toArray(), within(1e-12));
        assertThat(a.divide(b).times(b).toArray()).containsExactly(a.toArray(), within(1e-12));
    }

    @Property(seed = "2026")
    void two_flips_and_a_permutation_and_its_inverse_change_nothing(@ForAll("shapes") Shape shape, @ForAll long seed) {
        Tensor x = draw(shape, seed);
        int[] reversed = IntStream.range(0, shape.rank())
                .map(axis -> shape.rank() - 1 - axis)
                .toArray();

        assertThat(x.permute(reversed).permute(reversed).toArray()).isEqualTo(x.toArray());
        for (int axis = 0; axis < shape.rank(); axis++) {
            assertThat(x.flip(axis).flip(axis).toArray()).isEqualTo(x.toArray());
        }
    }

    @Property(seed = "2026")
    void a_permutation_moves_every_entry_to_its_place(@ForAll("shapes") Shape shape, @ForAll long seed) {
        Tensor x = draw(shape, seed);
        int[] turned = IntStream.range(0, shape.rank())
                .map(axis -> (axis + 1) % shape.rank())
                .toArray();

        Tensor y = x.permute(turned);

        for (int i = 0; i < x.size(); i++) {
            int[] index = index(shape, i);
            assertThat(y.get(Arrays.stream(turned).map(axis -> index[axis]).toArray()))
                    .isEqualTo(x.get(index));
        }
    }

    @Property(seed = "2026")
    void slices_put_together_are_the_whole(@ForAll("shapes") Shape shape, @ForAll long seed) {
        Tensor x = draw(shape, seed);
        for (int axis = 0; axis < shape.rank(); axis++) {
            int middle = shape.dim(axis) / 2;
            List<Tensor> halves = List.of(x.slice(axis, 0, middle), x.slice(axis, middle, shape.dim(axis)));
            assertThat(Tensor.concat(axis, halves).toArray()).isEqualTo(x.toArray());
        }
    }

    @Property(seed = "2026")
    void add_take_is_the_adjoint_of_take(@ForAll long seed) {
        Tensor x = draw(Shape.of(5, 3), seed);
        Tensor piece = draw(Shape.of(7, 3), seed + 1);
        IntTensor rows = IntTensor.of(0, 4, 4, 2, 1, 0, 4);
        Tensor gathered = Tensor.zeros(5, 3);

        gathered.addTake(rows, piece);

        assertThat(x.take(rows).dot(piece)).isCloseTo(x.dot(gathered), within(TOLERANCE * 10));
    }

    @Property(seed = "2026")
    void a_solution_solves(@ForAll long seed) {
        Tensor a = draw(Shape.of(5, 5), seed).plus(Tensor.eye(5).times(10));
        Tensor b = draw(Shape.of(5, 3), seed + 1);

        assertThat(a.matmul(a.solve(b)).toArray()).containsExactly(b.toArray(), within(1e-12));
    }
}
