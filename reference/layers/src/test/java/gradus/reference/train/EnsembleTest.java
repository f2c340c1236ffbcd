package gradus.reference.train;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.activation.Identity;
import gradus.reference.norm.Dropout;
import gradus.tensor.Layer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final Tensor X = Tensor.zeros(20_000, 1);

    /** Right but for an error of its own, and one that all nets share. */
    private record Erring(Seed own, Seed shared, double correlation) implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            Tensor alone = Tensor.normal(x.shape(), own).times(Math.sqrt(1 - correlation));
            return x.plus(alone).plus(Tensor.normal(x.shape(), shared).times(Math.sqrt(correlation)));
        }

        @Override
        public Tensor backward(Tensor dy) {
            return dy.copy();
        }
    }

    private static Ensemble of(int k, long seed, double correlation) {
        return new Ensemble(IntStream.range(0, k)
                .<Layer>mapToObj(i -> new Erring(new Seed(seed).child(i), new Seed(seed), correlation))
                .toList());
    }

    /** G17, K16: the expected squared error of k nets with independent errors of variance 1 is 1/k; 20,000 errors give it to 5 %. */
    @Property(seed = "2026", tries = 15)
    void the_variance_of_independent_errors_falls_as_one_by_k(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int k) {
        double variance = of(k, seed, 0).predict(X).square().mean();

        assertThat(variance * k).isCloseTo(1, within(0.05));
    }

    @Property(seed = "2026", tries = 10)
    void what_all_nets_get_wrong_stays_wrong(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int k) {
        double variance = of(k, seed, 0.5).predict(X).square().mean();

        assertThat(variance).isCloseTo(0.5 + 0.5 / k, within(0.06));
    }

    @Test
    void the_answer_is_the_mean_of_readings() {
        Ensemble two = new Ensemble(List.of(new Identity(), new Shifted()));
        Tensor x = Tensor.of(new double[][] {{1, 2}});

        assertThat(two.predict(x)).hasEntriesOf(Tensor.of(new double[][] {{2, 3}}));
        assertThat(two.predict(x, Tensor::square)).hasEntriesOf(Tensor.of(new double[][] {{5, 10}}));
    }

    private static final class Shifted implements Layer {
        @Override
        public Tensor forward(Tensor x) {
            return x.plus(2);
        }

        @Override
        public Tensor backward(Tensor dy) {
            return dy.copy();
        }
    }

    @Test
    void nets_are_in_use() {
        Tensor x = Tensor.ones(Shape.of(1, 50));

        assertThat(new Ensemble(List.of(new Dropout(0.5, new Seed(1)))).predict(x))
                .hasEntriesOf(x);
    }

    @Test
    void nobody_has_no_opinion() {
        assertThatThrownBy(() -> new Ensemble(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ensemble: nets: expected at least one but got none.");
    }
}
