package gradus.problems;

import static gradus.problems.Typed.RIGHT;
import static gradus.problems.Typed.mark;
import static gradus.problems.Typed.one;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DegenerateAnswerTest {
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
    void what_leaves_nothing_to_compute_earns_nothing_onward() {
        MarkSheet sheet = mark("2022ss-6", "h6=0 yhat1=1 yhat2=1 mse=0 dw11=0 w11new=-0.5");

        assertThat(sheet.earned()).isEqualTo(1.5);
        assertThat(one(sheet, "mse").status()).isEqualTo(MarkStatus.WRONG);
        assertThat(one(sheet, "mse").message())
                .isEqualTo("Follows from your h6, but leaves nothing to compute here: no credit.");
        assertThat(one(sheet, "w11new").earned()).isZero();
    }
}
