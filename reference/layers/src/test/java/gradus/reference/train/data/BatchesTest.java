package gradus.reference.train.data;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static Samples<IntTensor> numbered(int n) {
        int[] numbers = IntStream.range(0, n).toArray();
        return Samples.of(
                Tensor.of(Arrays.stream(numbers).asDoubleStream().toArray()).expand(1), IntTensor.of(numbers));
    }

    /** The summary: 1000 samples in batches of 500; lecture 5: 2^20 in batches of 64. */
    @Test
    void counts_the_iterations_of_an_epoch() {
        assertThat(new Batches(500).iterations(1000)).isEqualTo(2);
        assertThat(new Batches(64).iterations(1 << 20)).isEqualTo(16_384);
        assertThat(new Batches(3).iterations(7)).isEqualTo(3);
        assertThat(new Batches(3).iterations(0)).isZero();
        assertThat(new Batches(1).iterations(7)).isEqualTo(7);
    }

    @Property(seed = "2026", tries = 30)
    void an_epoch_sees_every_sample_once(
            @ForAll long seed, @ForAll @IntRange(max = 30) int n, @ForAll @IntRange(min = 1, max = 9) int size) {
        List<Samples<IntTensor>> batches =
                new Batches(size).of(numbered(n), new Seed(seed)).toList();

        assertThat(batches).hasSize(new Batches(size).iterations(n));
        assertThat(batches.stream()
                        .flatMapToInt(b -> Arrays.stream(b.targets().toArray()))
                        .sorted())
                .containsExactly(IntStream.range(0, n).boxed().toArray(Integer[]::new));
        for (int i = 0; i < batches.size(); i++) {
            assertThat(batches.get(i).size()).isEqualTo(Math.min(size, n - i * size));
        }
    }

    @Test
    void the_order_is_by_seed() {
        assertThat(order(new Seed(1))).isEqualTo(order(new Seed(1))).isNotEqualTo(order(new Seed(2)));
        assertThat(new Batches(4).inOrder(numbered(10)).map(b -> b.targets().toArray().length))
                .containsExactly(4, 4, 2);
        assertThat(new Batches(4)
                        .inOrder(numbered(10))
                        .flatMapToInt(b -> Arrays.stream(b.targets().toArray())))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static int[] order(Seed seed) {
        return new Batches(4)
                .of(numbered(10), seed)
                .flatMapToInt(b -> Arrays.stream(b.targets().toArray()))
                .toArray();
    }

    @Test
    void inputs_come_with_their_targets() {
        Samples<IntTensor> batch =
                new Batches(5).of(numbered(8), new Seed(9)).toList().get(0);

        double[] targets =
                Arrays.stream(batch.targets().toArray()).asDoubleStream().toArray();
        assertThat(batch.x()).hasEntriesOf(Tensor.of(Shape.of(5, 1), targets));
    }

    /** The mean of 64 independent numbers has 1/64 of their variance. */
    @Test
    void the_mean_of_a_batch_is_less_noisy_by_its_size() {
        Samples<IntTensor> samples =
                Samples.of(Tensor.normal(Shape.of(1 << 16, 1), new Seed(5)), IntTensor.of(new int[1 << 16]));

        double[] means = new Batches(64)
                .of(samples, new Seed(6))
                .mapToDouble(b -> b.x().mean())
                .toArray();

        double variance = Arrays.stream(means).map(m -> m * m).average().orElseThrow();
        assertThat(variance * 64).isCloseTo(1, within(0.15)); // of 1024 means: three deviations
    }

    @Test
    void a_batch_has_a_sample() {
        assertThatThrownBy(() -> new Batches(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Batches: size: expected 1 or more but got 0.");
    }
}
