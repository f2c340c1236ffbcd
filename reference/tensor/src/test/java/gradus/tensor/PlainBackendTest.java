package gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the algebra does not ask of a backend yet, but the contract promises: any view will do. */
class PlainBackendTest {
    private static final Backend PLAIN = Backend.plain();
    private static final Storage NUMBERS = new HomeStorage(new double[] {1, 2, 3, 4, 5, 6});
    private static final View ROWS = View.of(Shape.of(3, 2));
    private static final View COLUMNS = View.of(Shape.of(2, 3)).permute(1, 0);

    @Test
    void operands_may_be_transposed() {
        Storage sum = PLAIN.binary(Backend.Binary.PLUS, new Operand(NUMBERS, ROWS), new Operand(NUMBERS, COLUMNS));

        assertThat(sum.read()).containsExactly(2, 6, 5, 9, 8, 12);
    }

    @Test
    void choices_may_be_flipped() {
        View flipped = ROWS.flip(0);

        Storage chosen = PLAIN.choose(
                new Operand(
                        new HomeStorage(new double[] {0, 1}),
                        View.of(Shape.of(2)).broadcast(Shape.of(3, 2))),
                new Operand(NUMBERS, flipped),
                new Operand(NUMBERS, COLUMNS));

        assertThat(chosen.read()).containsExactly(1, 6, 2, 4, 3, 2);
    }

    @Test
    void a_piece_may_be_repeated_where_it_is_written() {
        Storage target = new HomeStorage(new double[6]);
        View everySecond = View.of(Shape.of(6)).slice(0, 0, 3, 2);

        PLAIN.scatter(
                Backend.Write.ADD,
                new Operand(target, everySecond),
                new Operand(
                        new HomeStorage(new double[] {7}), View.of(Shape.of()).broadcast(Shape.of(3))));

        assertThat(target.read()).containsExactly(7, 0, 7, 0, 7, 0);
    }
}
