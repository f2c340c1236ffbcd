package gradus.reference.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static Samples<IntTensor> numbered(int n) {
        int[] numbers = IntStream.range(0, n).toArray();
        return Samples.of(
                Tensor.of(Arrays.stream(numbers).asDoubleStream().toArray()).expand(1), IntTensor.of(numbers));
    }

    @Test
    void shares_of_the_lecture() {
        Split<IntTensor> usual = Split.of(numbered(50), Shares.USUAL, new Seed(3));
        Split<IntTensor> mostly = Split.of(numbered(50), Shares.MOSTLY_TRAINING, new Seed(3));

        assertThat(usual.train().size()).isEqualTo(30);
        assertThat(usual.validation().size()).isEqualTo(10);
        assertThat(usual.test().size()).isEqualTo(10);
        assertThat(mostly.train().size()).isEqualTo(40);
        assertThat(mostly.validation().size()).isEqualTo(5);
        assertThat(mostly.test().size()).isEqualTo(5);
    }

    @Test
    void what_does_not_divide_rounds_down_from_the_front() {
        Split<IntTensor> split = Split.of(numbered(7), Shares.USUAL, new Seed(3));

        assertThat(split.train().size()).isEqualTo(4); // 4.2
        assertThat(split.validation().size()).isEqualTo(1); // up to 5.6
        assertThat(split.test().size()).isEqualTo(2);
    }

    @Property(seed = "2026", tries = 30)
    void every_sample_is_in_exactly_one_set_with_its_label(@ForAll long seed, @ForAll @IntRange(max = 40) int n) {
        Split<IntTensor> split = Split.of(numbered(n), Shares.USUAL, new Seed(seed));

        int[] all = Stream.of(split.train(), split.validation(), split.test())
                .flatMapToInt(set -> Arrays.stream(set.targets().toArray()))
                .toArray();
        assertThat(Arrays.stream(all).sorted().toArray())
                .isEqualTo(IntStream.range(0, n).toArray());
        assertThat(split.train().x().toArray())
                .isEqualTo(Arrays.stream(split.train().targets().toArray())
                        .asDoubleStream()
                        .toArray());
    }

    @Test
    void is_shuffled_by_seed() {
        int[] one = Split.of(numbered(50), Shares.USUAL, new Seed(1))
                .train()
                .targets()
                .toArray();
        int[] again = Split.of(numbered(50), Shares.USUAL, new Seed(1))
                .train()
                .targets()
                .toArray();
        int[] other = Split.of(numbered(50), Shares.USUAL, new Seed(2))
                .train()
                .targets()
                .toArray();

        assertThat(one)
                .isEqualTo(again)
                .isNotEqualTo(other)
                .isNotEqualTo(IntStream.range(0, 30).toArray());
    }

    @Test
    void shares_are_a_hundred_percent() {
        assertThat(new Shares(100, 0, 0).train()).isEqualTo(100);
        assertThat(new Shares(0, 100, 0).validation()).isEqualTo(100);
        assertThat(new Shares(0, 0, 100).test()).isEqualTo(100);
        assertThatThrownBy(() -> new Shares(60, 20, 19))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Shares: expected three shares of 0 or more with the sum 100 but got 60, 20 and 19.");
        assertThatThrownBy(() -> new Shares(-1, 51, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shares(51, -1, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shares(51, 50, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
