package gradus.reference.calculus;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeanTest {
    @Test
    void works_out_both_axes() {
        Tensor x = Tensor.of(new double[][] {{1, 5}, {3, 6}});

        assertThat(Mean.keep(x, 0)).hasEntriesOf(Tensor.of(new double[][] {{2, 5.5}}));
        assertThat(Mean.keep(x, 1)).hasEntriesOf(Tensor.of(new double[][] {{3}, {4.5}}));
        assertThat(Mean.keep(x, 0, 1)).hasEntriesOf(Tensor.of(new double[][] {{3.75}}));
    }

    @Property(seed = "2026", tries = 50)
    void the_mean_of_equal_numbers_is_that_number(@ForAll @IntRange(min = 1, max = 5000) int n, @ForAll long seed) {
        Tensor number = Values.NORMAL.draw(seed, 1, 3);

        assertThat(Mean.keep(Tensor.ones(n, 1).times(number), 0)).hasEntriesOf(number);
    }

    @Property(seed = "2026", tries = 50)
    void is_the_mean_to_the_last_digits(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 11, 7);

        assertThat(Mean.keep(x, 0)).isWithin(x.meanKeep(0), 1e-14 * x.abs().max());
    }

    /** As the plain mean: NaN. */
    @Test
    void of_nothing_there_is_none() {
        Tensor none = Mean.keep(Tensor.zeros(0, 2), 0);

        assertThat(none.shape()).isEqualTo(Shape.of(1, 2));
        assertThat(none.toArray()).containsExactly(Double.NaN, Double.NaN);
    }
}
