package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void every_piece_is_done_once() {
        for (int threads : new int[] {1, 2, 5}) {
            AtomicIntegerArray done = new AtomicIntegerArray(17);

            new Workers(threads).share(17, done::incrementAndGet);

            assertThat(done)
                    .hasToString(new AtomicIntegerArray(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
                            .toString());
        }
    }

    @Test
    void what_a_piece_throws_is_thrown_to_whoever_shared() {
        for (int threads : new int[] {1, 3}) {
            assertThatThrownBy(() -> new Workers(threads).share(5, piece -> {
                        if (piece == 4) {
                            throw new ShapeException("piece 4");
                        }
                    }))
                    .isInstanceOf(ShapeException.class)
                    .hasMessage("piece 4");
        }
    }

    @Test
    void little_work_is_not_cut() {
        assertThat(new Workers(4).pieces(34_999, 8)).isEqualTo(1);
        assertThat(new Workers(4).pieces(35_000, 8)).isEqualTo(4);
        assertThat(new Workers(4).pieces(35_000, 3)).isEqualTo(3);
        assertThat(new Workers(4).pieces(35_000, 0)).isEqualTo(1);
    }

    @Test
    void a_backend_on_several_threads_gives_the_same_bits() {
        Tensor x = Tensor.normal(Shape.of(601, 503), new Seed(1));
        Tensor w = Tensor.normal(Shape.of(503, 67), new Seed(2));
        Tensor alone = x.matmul(w).tanh().sum(0);

        Tensor shared = Backend.on(Backend.plain(3), () -> x.matmul(w).tanh().sum(0));

        assertThat(shared.toArray()).isEqualTo(alone.toArray());
        assertThat(Backend.plain(1)).isSameAs(Backend.plain());
    }

    @Test
    void products_of_rows_with_rows_give_the_same_bits_however_they_are_cut() {
        requireSameBits(Shape.of(7, 4001), Shape.of(67, 4001)); // a third of 67 columns would be summed another way
        requireSameBits(Shape.of(24, 3001), Shape.of(40, 3001));
        requireSameBits(Shape.of(8, 3001), Shape.of(96, 3001)); // a third is just enough
        requireSameBits(Shape.of(67, 4001), Shape.of(7, 4001));
        requireSameBits(Shape.of(5, 11, 2503), Shape.of(5, 13, 2503));
    }

    private static void requireSameBits(Shape left, Shape right) {
        Tensor x = Tensor.normal(left, new Seed(1));
        Tensor w = Tensor.normal(right, new Seed(2));

        Tensor shared = Backend.on(Backend.plain(3), () -> x.matmulTransposed(w));

        assertThat(shared.toArray()).isEqualTo(x.matmulTransposed(w).toArray());
    }
}
