package gradus.reference.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PermutationTest {
    @Property(seed = "2026", tries = 50)
    void every_number_comes_once(@ForAll long seed, @ForAll @IntRange(max = 60) int n) {
        int[] order = Permutation.of(n, new Seed(seed)).toArray();

        assertThat(Arrays.stream(order).sorted())
                .containsExactly(IntStream.range(0, n).boxed().toArray(Integer[]::new));
    }

    @Test
    void seed_decides() {
        assertThat(Permutation.of(20, new Seed(1))).isEqualTo(Permutation.of(20, new Seed(1)));
        assertThat(Permutation.of(20, new Seed(1))).isNotEqualTo(Permutation.of(20, new Seed(2)));
    }

    /** 6 orders of 3 numbers, 1000 times each; the deviation of a count is 29. */
    @Test
    void orders_are_equally_likely() {
        Map<IntTensor, Integer> counts = new HashMap<>();
        IntStream.range(0, 6000).forEach(i -> counts.merge(Permutation.of(3, new Seed(7).child(i)), 1, Integer::sum));

        assertThat(counts).hasSize(6);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isCloseTo(1000, within(120)));
    }
}
