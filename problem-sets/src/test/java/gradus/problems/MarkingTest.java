package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkingTest {
    private static final String RIGHT = "h1=2 h2=0 h3=-2 h4=2 h5=0 h6=-1 yhat1=2 yhat2=0 mse=1 dw11=1.5 w11new=-0.65";

    private static final Map<String, Problem> PROBLEMS =
            ProblemBank.all().stream().collect(Collectors.toMap(Problem::id, problem -> problem));

    private static MarkSheet mark(String problem, String answers) {
        Map<String, String> sheet = new LinkedHashMap<>();
        for (String answer : answers.split(" (?=\\w+=)", -1)) {
            int equals = answer.indexOf('=');
            sheet.put(answer.substring(0, equals), answer.substring(equals + 1));
        }
        return Marking.mark(Objects.requireNonNull(PROBLEMS.get(problem)), sheet);
    }

    private static Mark one(MarkSheet sheet, String id) {
        return sheet.marks().stream()
                .filter(mark -> mark.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RIGHT,
                "yhat1=2 yhat2=0 mse=1 dw11=1.5 w11new=-0.65",
                "yhat1=2.0 yhat2=0.0 mse=1.00 dw11=3/2 w11new=-0,65",
                "yhat1=4/2 yhat2=1-1 mse=1e0 dw11=1.50 w11new=-13/20"
            })
    void a_right_sheet_gets_full_marks(String answers) {
        assertThat(mark("2022ss-6", answers).earned()).isEqualTo(6);
    }

    @Test
    void one_slip_with_consistent_work_after_it_costs_the_slip() {
        MarkSheet sheet = mark(
                "2022ss-6",
                "h1=-2 h2=0 h3=-2 h4=-1 h5=0 h6=-1 yhat1=-1 yhat2=1.5 mse=2.125 dw11=-1.125 w11new=-0.3875");

        assertThat(sheet.earned()).isEqualTo(5.5);
        assertThat(sheet.marks())
                .extracting(Mark::status)
                .containsExactly(
                        MarkStatus.WRONG,
                        MarkStatus.CORRECT,
                        MarkStatus.CORRECT,
                        MarkStatus.CARRIED_FORWARD,
                        MarkStatus.CORRECT,
                        MarkStatus.CORRECT,
                        MarkStatus.CARRIED_FORWARD,
                        MarkStatus.CARRIED_FORWARD,
                        MarkStatus.CARRIED_FORWARD,
                        MarkStatus.CARRIED_FORWARD,
                        MarkStatus.CARRIED_FORWARD);
        Mark h1 = one(sheet, "h1");
        assertThat(h1.earned()).isEqualTo(-0.5);
        assertThat(h1.misconception()).startsWith("transposed-index,sign");
        assertThat(h1.message())
                .startsWith("This comes out when an index is transposed in h1: w11*x1 + w12*x2 + b1, "
                        + "or when w21*x2 is subtracted instead of added in h1");
        assertThat(one(sheet, "dw11").carried()).isEqualTo("-1.125");
        assertThat(one(sheet, "dw11").message()).isEqualTo("Follows from your h1.");
    }

    /** Every wrong answer that the catalogue lists, with the slip behind it; each is a sheet with one answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022ss-6     | h6=0              | plain-relu
            2022ss-6     | yhat1=1           | plain-relu
            2022ss-6     | yhat2=1           | plain-relu
            2022ss-6     | mse=0             | plain-relu
            2022ss-6     | dw11=0            | plain-relu
            2022ss-6     | w11new=-0.5       | plain-relu
            2022ss-6     | yhat1=1.02        | wrong-slope
            2022ss-6     | yhat2=0.98        | wrong-slope
            2022ss-6     | mse=0.0004        | wrong-slope
            2022ss-6     | dw11=0.03         | wrong-slope
            2022ss-6     | w11new=-0.503     | wrong-slope
            2022ss-6     | yhat1=3           | missing-activation
            2022ss-6     | yhat2=-1          | missing-activation
            2022ss-6     | mse=4             | missing-activation
            2022ss-6     | dw11=3            | missing-activation,no-mean
            2022ss-6     | w11new=-0.8       | missing-activation,no-mean
            2022ss-6     | h1=1.5            | no-biases
            2022ss-6     | h3=-1             | no-biases
            2022ss-6     | yhat2=-1.25       | no-biases
            2022ss-6     | yhat1=5           | exchanged-biases
            2022ss-6     | yhat2=-3          | exchanged-biases
            2022ss-6     | mse=16            | exchanged-biases
            2022ss-6     | h1=-2             | transposed-index,sign,missing-factor
            2022ss-6     | mse=2             | no-mean
            2022ss-6     | dw11=1            | first-path-only
            2022ss-6     | w11new=-0.6       | first-path-only
            2022ss-6     | dw11=0.5          | second-path-only
            2022ss-6     | w11new=-0.55      | second-path-only
            2022ss-6     | w11new=-0.35      | ascent
            2022ss-6     | dw11=0.75         | slope-everywhere
            2022ss-6     | w11new=-0.575     | slope-everywhere
            2022ss-6     | dw11=-3           | other-gradient
            2022ss-6     | w11new=-0.2       | other-gradient
            2022ss-6     | mse=10            | E01
            2022ss-6     | yhat2=-1.0        | missing-activation
            2020mock-III | o1=0.25           | missing-activation
            2020mock-III | o2=-2             | missing-activation
            2020mock-III | mse=3.40625       | missing-activation
            2020mock-III | dw21=-2.125       | missing-activation
            2020mock-III | w21new=0.7125     | missing-activation
            2020mock-III | o1=0.75           | no-biases
            2020mock-III | mse=2.03125       | no-biases
            2020mock-III | dw21=-1.875       | no-biases
            2020mock-III | w21new=0.6875     | no-biases
            2020mock-III | h1=3              | transposed-index
            2020mock-III | h2=1.5            | transposed-index
            2020mock-III | o1=-0.25          | transposed-index
            2020mock-III | o2=-1             | transposed-index
            2020mock-III | mse=1.90625       | transposed-index
            2020mock-III | mse=5             | no-mean
            2020mock-III | dw21=-3           | no-mean
            2020mock-III | w21new=0.8        | no-mean
            2020mock-III | dw21=0.5          | first-path-only
            2020mock-III | w21new=0.45       | first-path-only
            2020mock-III | dw21=-2           | second-path-only
            2020mock-III | w21new=0.7        | second-path-only
            2020mock-III | dw21=3            | other-gradient
            2020mock-III | w21new=0.2        | other-gradient
            2020mock-III | w21new=0.35       | ascent
            2020mock-III | dw21=0            | dead-unit,other-weight
            2020mock-III | w21new=0.5        | dead-unit,other-weight
            md-4.2       | loss=12           | no-square
            md-4.2       | loss=13           | mean-for-sum
            md-4.2       | loss=26           | factor-half
            md-4.2       | dy=[[1,1],[5,5]]  | derivative-of-square
            md-4.2       | dX=[[2,2],[10,10]] | derivative-of-square
            md-4.2       | dW=[[10,10],[34,34]] | matrix-rule
            md-4.2       | dW=[[4,8],[20,40]] | matrix-rule
            md-4.2       | dW=[[10,10],[16,16]] | derivative-of-square
            2020mock-II.7 | size=14x14x8     | padding-on-one-side,no-padding
            2020mock-II.7 | size=14.5x14.5x8 | padding-on-one-side
            2020mock-II.7 | size=15x15x32    | channels-kept
            L7-xavier    | alpha=1/sqrt(n)   | gaussian-bound
            L7-xavier    | alpha=sqrt(6/n)   | he-rule
            L7-xavier    | alpha=sqrt(12/n)  | width-halved
            L7-xavier    | alpha=3/n         | missing-sqrt
            L7-xavier    | var=2/n           | he-rule
            L7-xavier    | var=0.0447        | deviation-for-variance
            """)
    void the_slip_is_named(String problem, String answer, String slips) {
        Mark mark = one(mark(problem, answer), answer.substring(0, answer.indexOf('=')));

        assertThat(mark.status()).isIn(MarkStatus.WRONG, MarkStatus.PARTIAL);
        assertThat(mark.misconception()).isEqualTo(slips);
        assertThat(mark.message()).startsWith("This comes out when ").endsWith(".");
    }

    @Test
    void nothing_is_named_when_nothing_fits() {
        Mark mark = one(mark("2022ss-6", "yhat1=7.31"), "yhat1");

        assertThat(mark.misconception()).isNull();
        assertThat(mark.message()).isEqualTo("No slip that is looked for gives this value.");
    }

    @Test
    void a_slip_after_a_slip_is_named_too() {
        MarkSheet sheet = mark("2022ss-6", "h1=-2 h4=-1 yhat1=-1 yhat2=1.5 mse=4.25 dw11=-1.125");

        assertThat(one(sheet, "mse").misconception()).isEqualTo("no-mean");
        assertThat(one(sheet, "mse").carried()).isEqualTo("2.125");
        assertThat(one(sheet, "dw11").status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
    }

    @Test
    void gradients_follow_from_the_students_own_gradients() {
        MarkSheet sheet = mark("md-4.2", "loss=52 df=[1 1;1 1] dy=[1 1;5 5] dX=[2 2;10 10] dW=[10 10;16 16]");

        assertThat(sheet.earned()).isEqualTo(4);
        assertThat(one(sheet, "dW").status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
        assertThat(one(sheet, "dW").message()).isEqualTo("Follows from your dy.");
    }

    @Test
    void what_leaves_nothing_to_compute_earns_nothing_onward() {
        MarkSheet sheet = mark("2022ss-6", "h6=0 yhat1=1 yhat2=1 mse=0 dw11=0 w11new=-0.5");

        assertThat(sheet.earned()).isEqualTo(1.5);
        assertThat(one(sheet, "mse").status()).isEqualTo(MarkStatus.WRONG);
        assertThat(one(sheet, "mse").message())
                .isEqualTo("Follows from your h6, but leaves nothing to compute here: no credit.");
        assertThat(one(sheet, "w11new").earned()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dw11=0 w11new=-0.5                                  | w11new
            h4=0 h5=0 h6=0 yhat1=-1 yhat2=2                     | yhat1
            yhat1=1 yhat2=1 mse=0                               | mse
            yhat1=1.0001 yhat2=1.0001 mse=0                     | mse
            yhat1=1.000000001 yhat2=1 mse=0                     | mse
            yhat1=1.0001 yhat2=1.0001 dw11=0.0001               | dw11
            yhat1=1.0001 yhat2=1.0001 dw11=0.00005 w11new=-0.50 | w11new
            dw11=1e-9 w11new=-0.5                               | w11new
            dw11=1e-9 w11new=-0.50                              | w11new
            h4=0.001 h5=0.001 h6=0.001 yhat1=-1.00              | yhat1
            h4=0.001 h5=0.001 h6=0.001 yhat2=2.00               | yhat2
            """)
    void a_degenerate_answer_buys_nothing(String answers, String id) {
        Mark mark = one(mark("2022ss-6", answers), id);

        assertThat(mark.status()).isEqualTo(MarkStatus.WRONG);
        assertThat(mark.earned()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022ss-6     | yhat1=1.0e6 yhat2=2.0e6 mse=2.5e12 dw11=-12345 w11new=1234
            2022ss-6     | yhat1=1.0001 yhat2=1.0001 mse=0 dw11=0.0001 w11new=-0.50
            2022ss-6     | h1=1e12 h4=1e12 yhat1=1e12 yhat2=-5e11 mse=6.25e23 dw11=1.25e12 w11new=-1.25e11
            2022ss-6     | h1=1e6 h4=1e6 yhat1=1.0e6 yhat2=-5.0e5 mse=6.25e11 dw11=1.25e6 w11new=-1.25e5
            2020mock-III | o1=1.0001 o2=0.5001 mse=0 dw21=0 w21new=0.5
            """)
    void made_up_values_buy_nothing(String problem, String answers) {
        assertThat(mark(problem, answers).earned()).isZero();
    }

    @Test
    void a_named_slip_that_closes_its_unit_loses_only_what_is_trivial_then() {
        MarkSheet sheet = mark("2020mock-III", "h1=-2 h2=-0.5 h3=0 h4=0 o1=-1 o2=0.5 mse=2 dw21=0 w21new=0.5");

        assertThat(sheet.earned()).isEqualTo(3.5);
        assertThat(sheet.marks())
                .filteredOn(mark -> mark.status() == MarkStatus.WRONG)
                .extracting(Mark::id)
                .containsExactly("h1", "dw21", "w21new");
    }

    @Test
    void a_made_up_value_that_closes_its_unit_buys_no_bias() {
        MarkSheet sheet = mark("2020mock-III", "h1=-100 h3=0 h4=0 o1=-1 o2=0.5");

        assertThat(one(sheet, "o1").earned()).isZero();
        assertThat(one(sheet, "o2").earned()).isZero();
    }

    @Test
    void a_given_matrix_that_comes_out_again_earns_nothing() {
        MarkSheet sheet = mark("md-4.2", "loss=52 df=[[1,1],[1,1]] dy=[[1,0],[0,1]] dX=[[1,1],[1,1]] dW=[[0,2],[1,3]]");

        assertThat(sheet.earned()).isEqualTo(2);
        assertThat(one(sheet, "dX").message()).contains("leaves nothing to compute");
        assertThat(one(sheet, "dW").message()).contains("leaves nothing to compute");
    }

    @Test
    void a_slip_before_the_first_answer_is_followed_too() {
        MarkSheet sheet = mark("2022ss-6", "yhat1=-1 yhat2=1.5 mse=17/8 dw11=-9/8 w11new=-31/80");

        assertThat(sheet.earned()).isEqualTo(5);
        assertThat(one(sheet, "yhat1").misconception()).startsWith("transposed-index,sign");
        assertThat(one(sheet, "yhat2").message()).isEqualTo("Follows from the slip in your yhat1.");
    }

    @Test
    void a_slip_whose_wrong_value_is_not_the_one_shown_is_not_followed() {
        MarkSheet sheet = mark("2022ss-6", "h1=2 h4=2 h5=0 h6=-1 yhat1=-1 yhat2=1.5");

        assertThat(one(sheet, "yhat2").status()).isEqualTo(MarkStatus.WRONG);
    }

    @Test
    void who_works_with_the_misprinted_numbers_of_the_paper_loses_nothing() {
        MarkSheet sheet = mark("2022ss-6", RIGHT.replaceFirst("yhat1.*", "yhat1=5 yhat2=-1 mse=10 dw11=5 w11new=-1.0"));

        assertThat(sheet.earned()).isEqualTo(6);
        assertThat(one(sheet, "yhat1").message())
                .startsWith("Follows from the misprint E01 of the paper, b4 = 2 and b5 = 1");
        assertThat(one(sheet, "mse").message()).isEqualTo("Follows from your yhat1 and yhat2.");
        assertThat(one(mark("2022ss-6", "yhat1=5 mse=7"), "yhat1").misconception())
                .isEqualTo("exchanged-biases");
        assertThat(one(mark("2022ss-6", "mse=1 dw11=3"), "dw11").misconception())
                .isEqualTo("missing-activation,no-mean");
    }

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
    void a_half_way_rounding_to_an_integer_is_called_coarse_before_a_far_fetched_slip() {
        Mark mark = one(mark("2022ss-6", "dw11=2"), "dw11");

        assertThat(mark.misconception()).isNull();
        assertThat(mark.message()).isEqualTo("Rounded too far: show more digits.");
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
