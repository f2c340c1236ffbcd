package gradus.reference.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.train.data.Samples;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaggingTest {
    private static Samples<IntTensor> numbered(int n) {
        return Samples.of(Tensor.zeros(n, 1), IntTensor.of(IntStream.range(0, n).toArray()));
    }

    /** 1 - 1/e = 63.2 % of the samples are in a set, within three deviations. */
    @Test
    void sets_are_drawn_with_replacement() {
        List<Samples<IntTensor>> sets = new Bagging(3).of(numbered(10_000), new Seed(1));

        assertThat(sets).hasSize(3);
        for (Samples<IntTensor> set : sets) {
            assertThat(set.size()).isEqualTo(10_000);
            assertThat(Arrays.stream(set.targets().toArray()).distinct().count() / 1e4)
                    .isCloseTo(1 - Math.exp(-1), within(0.01));
            assertThat(Arrays.stream(set.targets().toArray()).average().orElseThrow())
                    .isCloseTo(5000, within(90.0));
        }
        assertThat(sets.get(0).targets()).isNotEqualTo(sets.get(1).targets());
    }

    @Test
    void the_seed_decides() {
        assertThat(new Bagging(1).of(numbered(9), new Seed(1)).get(0).targets())
                .isEqualTo(new Bagging(1).of(numbered(9), new Seed(1)).get(0).targets())
                .isNotEqualTo(new Bagging(1).of(numbered(9), new Seed(2)).get(0).targets());
    }

    @Test
    void there_is_a_set() {
        assertThatThrownBy(() -> new Bagging(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bagging: sets: expected 1 or more but got 0.");
    }
}
