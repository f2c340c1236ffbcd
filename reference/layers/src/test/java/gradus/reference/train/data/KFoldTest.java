package gradus.reference.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KFoldTest {
    private static Samples<IntTensor> numbered(int n) {
        return Samples.of(Tensor.zeros(n, 1), IntTensor.of(IntStream.range(0, n).toArray()));
    }

    private static int[] sorted(IntStream numbers) {
        return numbers.sorted().toArray();
    }

    @Property(seed = "2026", tries = 30)
    void every_sample_validates_once_and_trains_otherwise(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int k, @ForAll @IntRange(max = 30) int more) {
        int[] all = IntStream.range(0, k + more).toArray();
        List<Fold<IntTensor>> folds = new KFold(k).of(numbered(k + more), new Seed(seed));

        assertThat(folds).hasSize(k);
        assertThat(sorted(folds.stream()
                        .flatMapToInt(
                                f -> Arrays.stream(f.validation().targets().toArray()))))
                .isEqualTo(all);
        for (Fold<IntTensor> fold : folds) {
            IntStream both = IntStream.concat(
                    Arrays.stream(fold.train().targets().toArray()),
                    Arrays.stream(fold.validation().targets().toArray()));
            assertThat(sorted(both)).isEqualTo(all);
            assertThat(fold.validation().size()).isBetween((k + more) / k, (k + more + k - 1) / k);
        }
    }

    /** The lecture's picture: five runs, each on four fifths. */
    @Test
    void five_folds() {
        List<Fold<IntTensor>> folds = new KFold(5).of(numbered(20), new Seed(4));

        assertThat(folds).allSatisfy(f -> assertThat(f.train().size()).isEqualTo(16));
        assertThat(folds.get(0).validation().targets().toArray())
                .isNotEqualTo(IntStream.range(0, 4).toArray());
    }

    @Test
    void the_error_is_the_mean_over_the_runs() {
        KFold four = new KFold(4);
        double mean = four.mean(
                numbered(10),
                new Seed(4),
                f -> f.validation().targets().get(0) + 100.0 * f.train().size());

        double byHand = four.of(numbered(10), new Seed(4)).stream()
                        .mapToDouble(f -> f.validation().targets().get(0)
                                + 100.0 * f.train().size())
                        .sum()
                / 4;
        assertThat(mean).isCloseTo(byHand, within(1e-12)).isGreaterThan(700);
    }

    @Test
    void one_fold_is_none() {
        assertThat(new KFold(2).of(numbered(2), new Seed(1))).hasSize(2);
        assertThatThrownBy(() -> new KFold(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KFold: k: expected 2 or more but got 1.");
        assertThatThrownBy(() -> new KFold(3).of(numbered(2), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("KFold.of: expected 3 samples or more but got 2.");
    }
}
