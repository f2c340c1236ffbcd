package gradus.problems;

import static gradus.problems.Typed.RIGHT;
import static gradus.problems.Typed.mark;
import static gradus.problems.Typed.one;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkingTest {
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
}
