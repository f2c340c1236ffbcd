package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void multiplies_matrices() {
        Tensor w = Tensor.of(new double[][] {{1, 0}, {0, 1}, {1, 1}});

        assertThat(X.matmul(w).toArray()).containsExactly(4, 5, 10, 11);
        assertThat(X.transpose().transposedMatmul(w).toArray()).containsExactly(4, 5, 10, 11);
        assertThat(X.matmulTransposed(w.transpose()).toArray()).containsExactly(4, 5, 10, 11);
    }

    @Test
    void stretches_a_row_and_a_column() {
        assertThat(X.plus(Tensor.of(10, 20, 30)).toArray()).containsExactly(11, 22, 33, 14, 25, 36);
        assertThat(X.minus(X.maxKeep(1)).toArray()).containsExactly(-2, -1, 0, -2, -1, 0);
        assertThat(Tensor.of(1, 2).expand(-1).times(Tensor.of(3, 4)).toArray()).containsExactly(3, 4, 6, 8);
    }

    @Test
    void reduces_along_axes() {
        assertThat(X.sum(0).toArray()).containsExactly(5, 7, 9);
        assertThat(X.sum(-1).toArray()).containsExactly(6, 15);
        assertThat(X.sum()).isEqualTo(21);
        assertThat(X.mean(0, 1).get()).isEqualTo(3.5);
        assertThat(X.argmax(1)).isEqualTo(IntTensor.of(2, 2));
        assertThat(X.sumTo(Shape.of(2, 1)).toArray()).containsExactly(6, 15);
    }

    @Test
    void rearranges() {
        assertThat(X.transpose().toArray()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(X.slice(1, 0, 3, 2).toArray()).containsExactly(1, 3, 4, 6);
        assertThat(X.flip(1).toArray()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(X.pad(0, 1, 0).toArray()).containsExactly(0, 0, 0, 1, 2, 3, 4, 5, 6);
        assertThat(Tensor.stack(1, List.of(X, X)).shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(X.select(1, 1).toArray()).containsExactly(2, 5);
    }

    @Test
    void picks_and_takes() {
        assertThat(X.pick(IntTensor.of(2, 0)).toArray()).containsExactly(3, 4);
        assertThat(X.take(IntTensor.of(1, 1)).toArray()).containsExactly(4, 5, 6, 4, 5, 6);
    }

    @Test
    void solves() {
        Tensor a = Tensor.of(new double[][] {{2, 0}, {0, 4}});

        assertThat(a.solve(Tensor.of(new double[][] {{2}, {8}})).toArray()).containsExactly(1, 2);
    }
}
