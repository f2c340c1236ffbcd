package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RearrangementsTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void reshape_keeps_the_order_and_works_out_a_length() {
        assertThat(X.reshape(3, -1).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(X.reshape(-1).toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(X.reshape(Shape.of(6, 1)).shape()).isEqualTo(Shape.of(6, 1));
    }

    @Test
    void expand_adds_an_axis_of_length_1() {
        assertThat(X.expand(0).shape()).isEqualTo(Shape.of(1, 2, 3));
        assertThat(X.expand(1).shape()).isEqualTo(Shape.of(2, 1, 3));
        assertThat(X.expand(-1).shape()).isEqualTo(Shape.of(2, 3, 1));
    }

    @Test
    void transpose_exchanges_the_last_two_axes() {
        assertThat(X.transpose().toArray()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(Tensor.zeros(2, 3, 5).transpose().shape()).isEqualTo(Shape.of(2, 5, 3));
    }

    @Test
    void permute_names_where_each_axis_comes_from() {
        Tensor x = Tensor.of(Shape.of(1, 2, 3), 1, 2, 3, 4, 5, 6);

        assertThat(x.permute(2, 0, 1).shape()).isEqualTo(Shape.of(3, 1, 2));
        assertThat(x.permute(2, 0, 1).toArray()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(x.permute(-1, 0, 1).toArray()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void slice_takes_a_range_or_every_few() {
        assertThat(X.slice(1, 1, 3).toArray()).containsExactly(2, 3, 5, 6);
        assertThat(X.slice(-1, 0, 3, 2).toArray()).containsExactly(1, 3, 4, 6);
        assertThat(X.slice(0, 1, 1).shape()).isEqualTo(Shape.of(0, 3));
    }

    @Test
    void select_drops_the_axis() {
        assertThat(X.select(0, 1).toArray()).containsExactly(4, 5, 6);
        assertThat(X.select(1, 0).shape()).isEqualTo(Shape.of(2));
    }

    @Test
    void flip_reverses_an_axis() {
        assertThat(X.flip(0).toArray()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(X.flip(-1).toArray()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(Tensor.zeros(0, 2).flip(0).shape()).isEqualTo(Shape.of(0, 2));
    }

    @Test
    void broadcast_to_repeats() {
        assertThat(Tensor.of(1, 2).broadcastTo(Shape.of(2, 2)).toArray()).containsExactly(1, 2, 1, 2);
        assertThat(Tensor.of(new double[][] {{1}, {2}})
                        .broadcastTo(Shape.of(2, 3))
                        .toArray())
                .containsExactly(1, 1, 1, 2, 2, 2);
    }

    @Test
    void pad_puts_zeros_around() {
        assertThat(X.pad(1, 1, 0).toArray()).containsExactly(0, 1, 2, 3, 0, 4, 5, 6);
        assertThat(X.pad(0, 0, 1).shape()).isEqualTo(Shape.of(3, 3));
    }

    @Test
    void unfold_shows_every_pixel_of_all_windows() {
        Tensor x = Tensor.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).reshape(1, 1, 3, 4);

        Tensor seen = x.unfold(Window.of(2));
        assertThat(seen.shape()).isEqualTo(Shape.of(1, 1, 2, 2, 2, 3));
        assertThat(seen.slice(2, 0, 1).slice(3, 0, 1).toArray()).containsExactly(1, 2, 3, 5, 6, 7);
        assertThat(seen.slice(2, 1, 2).slice(3, 0, 1).toArray()).containsExactly(5, 6, 7, 9, 10, 11);
        assertThat(seen.slice(2, 1, 2).slice(3, 1, 2).toArray()).containsExactly(6, 7, 8, 10, 11, 12);

        Tensor apart = x.unfold(Window.of(2, 2).stride(2).dilation(2).padding(5)); // padding is there already
        assertThat(apart.shape()).isEqualTo(Shape.of(1, 1, 2, 2, 1, 1));
        assertThat(apart.toArray()).containsExactly(1, 3, 9, 11);
    }

    @Test
    void unfold_takes_samples_and_channels_one_by_one() {
        Tensor x = Tensor.of(1, 2, 3, 4, 5, 6, 7, 8).reshape(2, 2, 1, 2);

        assertThat(x.unfold(Window.of(1, 2)).toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(x.slice(0, 0, 0).unfold(Window.of(1)).shape()).isEqualTo(Shape.of(0, 2, 1, 1, 1, 2));
    }

    @Test
    void concat_joins_along_an_axis_and_stack_along_a_new_one() {
        Tensor row = Tensor.of(new double[][] {{7, 8, 9}});

        assertThat(Tensor.concat(0, X, row).toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Tensor.concat(-1, row, row).shape()).isEqualTo(Shape.of(1, 6));
        assertThat(Tensor.stack(1, List.of(Tensor.of(1, 2), Tensor.of(3, 4))).toArray())
                .containsExactly(1, 3, 2, 4);
        assertThat(Tensor.stack(-1, List.of(X, X)).shape()).isEqualTo(Shape.of(2, 3, 2));
    }

    @Test
    void take_gives_rows_and_pick_one_entry_a_row() {
        assertThat(X.take(IntTensor.of(1, 0, 1)).toArray()).containsExactly(4, 5, 6, 1, 2, 3, 4, 5, 6);
        assertThat(X.take(IntTensor.of(Shape.of(2, 2), 0, 0, 1, 1)).shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(X.pick(IntTensor.of(2, 0)).toArray()).containsExactly(3, 4);
        assertThat(X.expand(0).pick(IntTensor.of(Shape.of(1, 2), 1, 1)).toArray())
                .containsExactly(2, 5);
        assertThat(Tensor.of(7, 8, 9).pick(IntTensor.of(Shape.of(), 2)).get()).isEqualTo(9);
    }
}
