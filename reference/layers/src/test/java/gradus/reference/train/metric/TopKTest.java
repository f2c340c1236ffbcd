package gradus.reference.train.metric;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.IntTensor;
import gradus.tensor.Seed;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TopKTest {
    private static final Tensor SCORES = Tensor.of(new double[][] {
        {0.1, 0.2, 0.3, 0.4, 0.5, 0.6},
        {6, 5, 4, 3, 2, 1},
        {-1, -5, -3, -2, -6, -4},
        {3, 1, 4, 1.5, 9, 2.6}
    });

    /** Ranks of the labels: 6th, 2nd, 3rd, 1st. */
    private static final IntTensor LABELS = IntTensor.of(0, 1, 2, 4);

    @Test
    void counts_labels_among_the_first() {
        assertThat(new TopK(1).score(SCORES, LABELS)).isEqualTo(0.25);
        assertThat(new TopK(2).score(SCORES, LABELS)).isEqualTo(0.5);
        assertThat(new TopK(3).score(SCORES, LABELS)).isEqualTo(0.75);
        assertThat(new TopK(5).score(SCORES, LABELS)).isEqualTo(0.75);
        assertThat(new TopK(5).error(SCORES, LABELS)).isEqualTo(0.25);
        assertThat(new TopK(6).score(SCORES, LABELS)).isEqualTo(1);
        assertThat(new TopK(7).score(SCORES, LABELS)).isEqualTo(1);
        assertThat(new TopK(2).hits(SCORES, LABELS)).hasEntriesOf(Tensor.of(0, 1, 0, 1));
    }

    @Test
    void of_equal_scores_the_lower_class_comes_first() {
        Tensor same = Tensor.ones(4, 4);

        assertThat(new TopK(1).hits(same, IntTensor.of(0, 1, 2, 3))).hasEntriesOf(Tensor.of(1, 0, 0, 0));
        assertThat(new TopK(3).hits(same, IntTensor.of(0, 1, 2, 3))).hasEntriesOf(Tensor.of(1, 1, 1, 0));
    }

    @Test
    void nan_helps_no_label() {
        Tensor broken = Tensor.of(
                new double[][] {{Double.NaN, 1, 0}, {Double.NaN, 1, 0}, {Double.NaN, Double.NaN, Double.NaN}});

        assertThat(new TopK(1).hits(broken, IntTensor.of(0, 1, 0))).hasEntriesOf(Tensor.zeros(3));
        assertThat(new TopK(2).hits(broken, IntTensor.of(0, 1, 0))).hasEntriesOf(Tensor.of(0, 1, 0));
    }

    @Property(seed = "2026", tries = 30)
    void the_first_is_the_argmax_and_more_never_hurt(
            @ForAll long seed, @ForAll Values values, @ForAll @IntRange(min = 1, max = 6) int k) {
        Tensor scores = values.draw(seed, 11, 7);
        IntTensor labels = IntTensor.of(IntStream.range(0, 11)
                .map(n -> (int) (new Seed(seed).uniform(n) * 7))
                .toArray());

        assertThat(new TopK(1).score(scores, labels)).isEqualTo(Accuracy.of(scores.argmax(1), labels));
        assertThat(new TopK(k + 1).score(scores, labels)).isGreaterThanOrEqualTo(new TopK(k).score(scores, labels));
        double all = IntStream.range(0, 7)
                .mapToDouble(c -> new TopK(k)
                        .score(
                                scores,
                                IntTensor.of(
                                        IntStream.generate(() -> c).limit(11).toArray())))
                .sum();
        assertThat(all).isCloseTo(k, within(1e-12)); // exactly k classes are among the first k, whatever the ties
    }

    @Test
    void nothing_has_no_score() {
        assertThat(new TopK(1).score(Tensor.zeros(0, 3), IntTensor.of())).isNaN();
        assertThatThrownBy(() -> new TopK(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TopK: k: expected 1 or more but got 0.");
        assertThatThrownBy(() -> new TopK(1).score(Tensor.zeros(3), IntTensor.of(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TopK: scores: expected shape (any, any) but got (3).");
        assertThatThrownBy(() -> new TopK(1).score(Tensor.zeros(3, 2), IntTensor.of(1)))
                .isInstanceOf(ShapeException.class);
    }
}
