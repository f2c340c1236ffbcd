package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdatesTest {
    private final Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void fill_assign_and_increment() {
        x.fill(7);
        assertThat(x.toArray()).containsOnly(7);

        x.assign(Tensor.of(1, 2, 3));
        assertThat(x.toArray()).containsExactly(1, 2, 3, 1, 2, 3);

        x.increment(Tensor.of(new double[][] {{10}, {20}}));
        assertThat(x.toArray()).containsExactly(11, 12, 13, 21, 22, 23);
    }

    @Test
    void put_overwrites_a_part_of_an_axis() {
        x.put(1, 1, Tensor.of(new double[][] {{8}, {9}}));

        assertThat(x.toArray()).containsExactly(1, 8, 3, 4, 9, 6);
    }

    @Test
    void add_goes_in_steps() {
        x.add(1, 0, 2, Tensor.of(new double[][] {{10, 20}, {30, 40}}));

        assertThat(x.toArray()).containsExactly(11, 2, 23, 34, 5, 46);
    }

    @Test
    void an_empty_piece_changes_nothing() {
        x.put(0, 2, Tensor.zeros(0, 3));

        assertThat(x.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void add_take_adds_to_a_row_as_often_as_it_is_named() {
        x.addTake(IntTensor.of(1, 1), Tensor.of(new double[][] {{1, 0, 0}, {2, 0, 9}}));

        assertThat(x.toArray()).containsExactly(1, 2, 3, 7, 5, 15);
    }

    @Test
    void add_pick_adds_to_one_entry_a_row() {
        x.addPick(IntTensor.of(2, 0), Tensor.of(10, 20));
        assertThat(x.toArray()).containsExactly(1, 2, 13, 24, 5, 6);

        x.addPick(IntTensor.of(0, 0), -1);
        assertThat(x.toArray()).containsExactly(0, 2, 13, 23, 5, 6);
    }

    @Test
    void entries_are_set_by_index() {
        x.set(1, 2, 9);
        x.set(new int[] {0, 0}, 8);

        assertThat(x.get(1, 2)).isEqualTo(9);
        assertThat(x.get(new int[] {0, 0})).isEqualTo(8);
    }

    @Test
    void every_rank_has_its_own_index() {
        Tensor vector = Tensor.zeros(3);
        Tensor cube = Tensor.zeros(2, 3, 5);
        Tensor four = Tensor.zeros(2, 3, 5, 7);
        Tensor five = Tensor.zeros(1, 1, 1, 2, 2);

        vector.set(2, 1);
        cube.set(1, 2, 4, 2);
        four.set(1, 2, 4, 6, 3);
        five.set(new int[] {0, 0, 0, 1, 1}, 4);

        assertThat(vector.toArray()[2]).isEqualTo(vector.get(2)).isEqualTo(1);
        assertThat(cube.toArray()[29]).isEqualTo(cube.get(1, 2, 4)).isEqualTo(2);
        assertThat(four.toArray()[209]).isEqualTo(four.get(1, 2, 4, 6)).isEqualTo(3);
        assertThat(five.toArray()[3]).isEqualTo(five.get(0, 0, 0, 1, 1)).isEqualTo(4);
    }
}
