package gradus.vector;

import static gradus.vector.Agreement.requireClose;
import static gradus.vector.Agreement.requireEqual;
import static gradus.vector.Agreement.requireEqualFunctions;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Backend;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Every operation of the algebra, against the plain backend. */
class VectorBackendTest {
    private static final Tensor SPECIAL = Tensor.of(
            0,
            -0.0,
            1,
            -1,
            0.5,
            -0.5,
            1e-300,
            -1e-300,
            1e300,
            -1e300,
            709.7,
            -745,
            20,
            -20,
            1e-20,
            Double.MIN_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);

    private static final List<UnaryOperator<Tensor>> UNARY = List.of(
            Tensor::negate,
            Tensor::abs,
            Tensor::sign,
            Tensor::square,
            Tensor::sqrt,
            Tensor::reciprocal,
            Tensor::exp,
            Tensor::log,
            Tensor::log1p,
            Tensor::tanh,
            Tensor::erf,
            Tensor::sin,
            Tensor::cos,
            Tensor::floor);

    private static final List<BinaryOperator<Tensor>> BINARY = List.of(
            Tensor::plus,
            Tensor::minus,
            Tensor::times,
            Tensor::divide,
            Tensor::power,
            Tensor::maximum,
            Tensor::minimum,
            Tensor::greater,
            Tensor::greaterEqual,
            Tensor::less,
            Tensor::lessEqual,
            Tensor::equalTo);

    private static Tensor draw(long seed, int... dims) {
        return Tensor.normal(Shape.of(dims), new Seed(seed));
    }

    @Test
    void functions_of_one_entry_agree_at_special_values() {
        for (UnaryOperator<Tensor> operation : UNARY) {
            requireEqualFunctions(() -> operation.apply(SPECIAL));
        }
    }

    @Test
    void functions_of_two_entries_agree_at_all_pairs_of_special_values() {
        for (BinaryOperator<Tensor> operation : BINARY) {
            requireEqual(() -> operation.apply(SPECIAL, SPECIAL.expand(1)));
        }
        requireEqual(() -> SPECIAL.where(SPECIAL.negate(), SPECIAL.expand(1)));
    }

    /** Lengths on both sides of a vector's, of a stretch's, and of what is shared between threads. */
    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 64, 1023, 1024, 1031, 300_007);
    }

    @Property(seed = "2026", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void functions_of_one_entry_agree_at_all_lengths(@ForAll("lengths") int length, @ForAll long seed) {
        Tensor x = draw(seed, length).times(3);
        UnaryOperator<Tensor> operation = UNARY.get(Math.floorMod(seed, UNARY.size()));

        requireEqualFunctions(() -> operation.apply(x));
    }

    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void functions_of_two_entries_agree_on_all_shapes(
            @ForAll("shapes") Shape shape, @ForAll int cut, @ForAll long seed) {
        Tensor x = Tensor.normal(shape, new Seed(seed));
        Tensor y = Tensor.normal(smaller(shape, cut), new Seed(seed + 1));
        BinaryOperator<Tensor> operation = BINARY.get(Math.floorMod(seed, BINARY.size()));

        requireEqual(() -> operation.apply(x, y));
        requireEqual(() -> operation.apply(y, x));
        requireEqual(() -> x.greater(0).where(y, x));
    }

    /** Shapes of up to four axes, small or large enough to be shared. */
    @Provide
    Arbitrary<Shape> shapes() {
        return Arbitraries.of(0, 1, 2, 3, 5, 17, 29, 131)
                .list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(dims -> Shape.of(dims.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The shape with some axes made 1, as {@code choice} says bit by bit. */
    private static Shape smaller(Shape shape, int choice) {
        return Shape.of(IntStream.range(0, shape.rank())
                .map(axis -> (choice >> axis & 1) == 0 ? shape.dim(axis) : 1)
                .toArray());
    }

    @Property(seed = "2026", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void folds_agree_on_all_shapes_and_axes(@ForAll("shapes") Shape shape, @ForAll int cut, @ForAll long seed) {
        int[] axes = IntStream.range(0, shape.rank())
                .filter(axis -> (cut >> axis & 1) == 1)
                .toArray();
        if (axes.length == 0) {
            return;
        }
        Tensor x = Tensor.normal(shape, new Seed(seed));

        requireClose(() -> x.sum(axes), x.sum(axes), x.abs().sum(axes));
        if (shape.size() > 0) {
            requireEqual(() -> x.max(axes));
            requireEqual(() -> x.min(axes));
        }
    }

    @Test
    void greatest_and_least_entries_pass_nan_on() {
        for (int at = 0; at < 21; at++) {
            Tensor x = draw(at, 21);
            x.set(at, Double.NaN);

            requireEqual(() -> x.expand(0).max(1));
            requireEqual(() -> x.expand(0).min(1));
            requireEqual(() -> x.expand(1).max(1));
        }
    }

    @Test
    void what_moves_numbers_agrees() {
        Tensor x = draw(1, 131, 29, 67);
        IntTensor rows = IntTensor.of(1, 0, 1, 130, 130);

        requireEqual(() -> x.permute(2, 0, 1).flip(0).slice(0, 0, 60, 2).pad(1, 1, 2));
        requireEqual(() -> x.take(rows));
        requireEqual(() -> {
            Tensor y = x.copy();
            y.increment(draw(2, 67));
            y.put(1, 3, draw(3, 131, 7, 67));
            y.add(2, 1, 2, draw(4, 131, 29, 31));
            y.addTake(rows, draw(5, 5, 29, 67));
            return y;
        });
    }

    /** Lengths on both sides of those of tiles, panels and blocks. */
    @Provide
    Arbitrary<Integer> sides() {
        return Arbitraries.of(0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 23, 31, 64, 67, 131, 257, 263, 520);
    }

    @Property(seed = "2026", tries = 80, edgeCases = EdgeCasesMode.NONE)
    void products_agree(@ForAll("sides") int n, @ForAll("sides") int d, @ForAll("sides") int m, @ForAll long seed) {
        Tensor x = draw(seed, n, d);
        Tensor w = draw(seed + 1, d, m);
        Tensor sizes = x.abs().matmul(w.abs());

        requireClose(() -> x.matmul(w), sizes);
        requireClose(() -> x.transpose().transposedMatmul(w), sizes);
        requireClose(() -> x.matmulTransposed(w.transpose()), sizes);
    }

    @Property(seed = "2026", tries = 30, edgeCases = EdgeCasesMode.NONE)
    void products_of_batches_agree(@ForAll("sides") int n, @ForAll("sides") int m, @ForAll long seed) {
        for (int batch : new int[] {0, 1, 2, 5}) {
            Tensor x = draw(seed, batch, n, 11);
            Tensor w = draw(seed + 1, batch, 11, m);
            Tensor shared = draw(seed + 2, 11, m);

            Tensor sizes = x.abs().matmul(w.abs());

            requireClose(() -> x.matmul(w), sizes);
            requireClose(() -> x.matmulTransposed(w.transpose()), sizes);
            requireClose(() -> x.transpose().transposedMatmul(shared), x.abs().matmul(shared.abs()));
        }
    }

    @Test
    void random_numbers_are_the_same() {
        Seed seed = new Seed(7);

        requireEqual(() -> Tensor.normal(Shape.of(50), seed));
        requireEqual(() -> Tensor.bernoulli(Shape.of(50), 0.3, seed));
    }

    @Test
    void numbers_of_one_backend_are_numbers_of_the_other() {
        Tensor x = Backend.on(Backend.named("vector", 1), () -> Tensor.ones(3).times(2));

        assertThat(x.plus(1).toArray()).containsExactly(3, 3, 3);
    }

    /** Whatever adds and multiplies, in particular sums, is the same to the last bit. */
    @Test
    void sums_do_not_depend_on_the_number_of_threads() {
        Tensor x = draw(1, 263, 1031);
        Tensor w = draw(2, 1031, 131);
        Supplier<double[]> work = () -> Tensor.concat(
                        0,
                        x.matmul(w),
                        x.sumKeep(0).matmul(w),
                        w.transpose().sumKeep(1).transpose())
                .toArray();

        double[] alone = Backend.on(Backend.named("vector", 1), work);

        assertThat(Backend.on(Backend.named("vector", 2), work)).isEqualTo(alone);
        assertThat(Backend.on(Backend.named("vector", 5), work)).isEqualTo(alone);
    }
}
