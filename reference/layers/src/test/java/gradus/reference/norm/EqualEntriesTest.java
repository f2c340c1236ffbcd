package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that are all equal have no variance, though their sum, rounded and divided, often misses them: 0.1 + 0.1 + 0.1 is not 0.3. */
class EqualEntriesTest {
    private static final String NUMBERS_THAT_THEIR_MEAN_MISSES = """
        3, 0.1
        6, 0.1
        7, 0.1
        60, -0.1
        10, 123.456
        60, 3.3333333333333335E15
        1000, -1.1E-170
        """;

    /** Each makes its layer for n numbers that share a mean, the same for each of two features, and says how they stand in x. */
    private record Case(String name, Layer layer, Tensor x) {
        static Stream<Case> of(int n, double number, double eps) {
            Tensor images = Tensor.full(Shape.of(2, 2, 1, n), number);
            return Stream.of(
                    new Case("batch", new BatchNorm(2, 0, eps), Tensor.full(Shape.of(n, 2), number)),
                    new Case("spatial", new SpatialBatchNorm(2, 0, eps), Tensor.full(Shape.of(1, 2, n, 1), number)),
                    new Case("layer", new LayerNorm(n, eps), Tensor.full(Shape.of(2, n), number)),
                    new Case("instance", new InstanceNorm(2, eps), images),
                    new Case("group", new GroupNorm(2, 2, eps), images));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = NUMBERS_THAT_THEIR_MEAN_MISSES)
    void give_nothing_by_nothing_without_eps(int n, double number) {
        Case.of(n, number, 0).forEach(each -> {
            Tensor y = each.layer().forward(each.x());
            Tensor dx = each.layer().backward(Tensor.ones(y.shape()));

            assertThat(y.toArray()).as(each.name()).containsOnly(Double.NaN);
            assertThat(dx.toArray()).as(each.name()).containsOnly(Double.NaN);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = NUMBERS_THAT_THEIR_MEAN_MISSES)
    void become_beta_with_eps(int n, double number) {
        Case.of(n, number, 1e-5).forEach(each -> {
            each.layer().parameters().get(1).value().fill(5);

            Tensor y = each.layer().forward(each.x());
            Tensor dx = each.layer().backward(Tensor.ones(y.shape()));

            assertThat(y).as(each.name()).hasEntriesOf(Tensor.full(y.shape(), 5));
            assertThat(dx).as(each.name()).hasEntriesOf(Tensor.zeros(y.shape()));
        });
    }

    /** With a momentum of 0 the running statistics are those of the batch. */
    @ParameterizedTest
    @CsvSource(textBlock = NUMBERS_THAT_THEIR_MEAN_MISSES)
    void are_their_own_mean(int n, double number) {
        Case.of(n, number, 1e-5).limit(2).forEach(each -> {
            each.layer().forward(each.x());

            Running running = Running.of(each.layer());
            assertThat(running.mean()).as(each.name()).hasEntriesOf(Tensor.full(Shape.of(2), number));
            assertThat(running.variance()).as(each.name()).hasEntriesOf(Tensor.zeros(2));
        });
    }

    @Test
    void leave_their_neighbours_alone() {
        Tensor y = new BatchNorm(2, 0.9, 0).forward(Tensor.of(new double[][] {{0.1, 1}, {0.1, 2}, {0.1, 3}}));

        assertThat(y.select(1, 0).toArray()).containsOnly(Double.NaN);
        assertThat(y.select(1, 1)).isWithin(Tensor.of(-Math.sqrt(1.5), 0, Math.sqrt(1.5)), 1e-15);
    }
}
