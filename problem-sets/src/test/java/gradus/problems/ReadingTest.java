package gradus.problems;

import static gradus.problems.Typed.mark;
import static gradus.problems.Typed.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    @Test
    void the_nearest_wrong_answers_are_the_causes() {
        MarkSheet sheet =
                mark("2022ss-6", "h1=7 h2=7 h3=7 h4=9 h5=9 h6=9 yhat1=3 yhat2=4 mse=6.5 dw11=2.2 w11new=-0.72");

        assertThat(one(sheet, "mse").message()).isEqualTo("Follows from your yhat1 and yhat2.");
        assertThat(one(sheet, "w11new").message()).isEqualTo("Follows from your dw11.");
    }

    @Test
    void an_inconsistent_pair_earns_what_the_better_reading_earns() {
        MarkSheet key = mark("2022ss-6", "dw11=4 w11new=-0.65");
        MarkSheet own = mark("2022ss-6", "dw11=4 w11new=-0.9");
        MarkSheet mistyped = mark("2022ss-6", "h4=7 h6=0.5 yhat1=0.5 yhat2=1.5");

        assertThat(one(key, "w11new").status()).isEqualTo(MarkStatus.CORRECT);
        assertThat(one(own, "w11new").status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
        assertThat(one(mistyped, "yhat1").status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
        assertThat(one(mistyped, "yhat2").status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
    }

    @Test
    void slips_cost_at_most_what_the_part_earned() {
        MarkSheet sheet = mark("2022ss-6", "h1=7 h2=7 h3=7 h4=9 h5=9 h6=9 mse=1");

        assertThat(sheet.earned()).isEqualTo(1);
        assertThat(sheet.marks()).extracting(Mark::earned).allMatch(earned -> earned >= 0);
    }

    @Test
    void rounding_too_early_is_said_and_counts() {
        MarkSheet sheet = mark("L7-xavier", "var=0.0020 alpha=0.0775");
        assertThat(sheet.earned()).isEqualTo(4);

        Problem third = ProblemReader.read("third.yaml", """
                {id: third, title: t, source: s, statement: s, given: {inputs: {a: 1}}, forward: {t: a/3, u: 30*t},
                parts: [{id: p, ask: a, slip: 0, answers: {t: {ask: t, credits: 1}, u: {ask: u, credits: 1}}}]}
                """);
        Mark early = one(Marking.mark(third, Map.of("t", "0.33", "u", "9.9")), "u");
        assertThat(early.status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
        assertThat(early.message()).isEqualTo("Rounded too early: unrounded it is 10. It counts.");
        Mark coarse = one(Marking.mark(third, Map.of("t", "0.3")), "t");
        assertThat(coarse.status()).isEqualTo(MarkStatus.WRONG);
        assertThat(coarse.message()).isEqualTo("Rounded too far: show more digits.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15x15x8   | CORRECT | 2
            8x15x15   | CORRECT | 2
            (1, 8, 15, 15) | CORRECT | 2
            15x15x32  | PARTIAL | 1
            14x14x8   | PARTIAL | 1
            14x14x32  | WRONG   | 0
            15x15     | PARTIAL | 1
            15x14     | WRONG   | 0
            15x15x8x8 | WRONG   | 0
            1x15x15x8 | CORRECT | 2
            1x15x15x4 | PARTIAL | 1
            8x15      | WRONG   | 0
            15x8x15   | WRONG   | 0
            """)
    void shapes_earn_by_groups_of_axes(String shape, MarkStatus status, double earned) {
        Mark mark = one(mark("2020mock-II.7", "size=" + shape), "size");

        assertThat(mark.status()).isEqualTo(status);
        assertThat(mark.earned()).isEqualTo(earned);
    }

    @Test
    void a_half_way_rounding_that_a_slip_gives_exactly_is_named_by_the_slip() {
        Mark mark = one(mark("2022ss-6", "dw11=2"), "dw11"); // 1.5, but 2 for w23

        assertThat(mark.misconception()).isEqualTo("other-gradient");
    }

    @Test
    void what_shows_all_digits_is_simply_right() {
        assertThat(one(mark("L7-xavier", "alpha=0.0774597"), "alpha").message()).isEqualTo("Right.");
        assertThat(one(mark("L7-xavier", "alpha=0.0775"), "alpha").message())
                .isEqualTo("Right; more exactly 0.0774597.");
    }

    @Test
    void a_question_ends_in_one_mark() {
        assertThat(one(mark("2022ss-6", "h1=sqr(4)"), "h1").message())
                .isEqualTo("Column 1: 'sqr' is not known here; did you mean sqrt?");
    }

    @Test
    void what_cannot_be_read_is_unreadable_and_the_rest_is_marked() {
        MarkSheet sheet = mark("2022ss-6", "h1=2+ h2=NaN h3= yhat1=2 yhat2=[0, 0]");

        assertThat(one(sheet, "h1").status()).isEqualTo(MarkStatus.UNREADABLE);
        assertThat(one(sheet, "h1").message())
                .isEqualTo("Column 3: expected a number, a name or a bracket but got the end.");
        assertThat(one(sheet, "h2").message())
                .isEqualTo("Column 1: this comes out as NaN, and an answer is a finite number.");
        assertThat(one(sheet, "h3").status()).isEqualTo(MarkStatus.UNANSWERED);
        assertThat(one(sheet, "yhat2").message())
                .isEqualTo("This reads as a vector of 2, [0, 0], where a number is asked for.");
        assertThat(sheet.earned()).isEqualTo(1);
        assertThat(sheet.readable()).isTrue();
        assertThat(mark("2022ss-6", "h1=2+").readable()).isFalse();
    }
}
