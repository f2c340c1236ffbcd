package gradus.problems;

import static gradus.problems.Typed.mark;
import static gradus.problems.Typed.one;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets that were once marked otherwise than a good examiner does. */
class SettledSheetsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            L5-adaptive | x1=-99999995 x2=-99999994.683772236                                 | x2
            L10-vgg     | millionsA=129.542 millionsB=129.727 millionsC=130.318               | millionsC
            L10-vgg     | millionsA=132863336 millionsB=132863336 millionsC=132863337         | millionsC
            L10-vgg     | layersA=8 layersB=10 layersC=13 layersD=13                          | layersD
            L8-bn       | mu=10 beta=10                                                       | beta
            nyu-graph   | z=1 u=0.731059 l=0.731059 du=1 dz=0.196612                          | dz
            L4-graph    | d=4 f=16 dfdz=4                                                     | dfdz
            """)
    void honest_work_after_a_wrong_answer_counts(String problem, String answers, String id) {
        assertThat(one(mark(problem, answers), id).status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            L11-lstm    | f=0.6224593312 i=0 o=0 g=0 c=0.6224593312 | c
            L4-relu2    | s=1 yhat=2                                | yhat
            L5-adaptive | x1=-99999995 x2=-99999995                 | x2
            L7-ce       | p1=1 loss1=0                              | loss1
            L4-relu2    | s=7 yhat=7 loss=7 dw2=7                   | dw2
            L4-graph    | d=1 f=1 dfdx=1                            | dfdx
            """)
    void what_comes_out_unchanged_earns_nothing(String problem, String answers, String id) {
        Mark mark = one(mark(problem, answers), id);

        assertThat(mark.status()).isEqualTo(MarkStatus.WRONG);
        assertThat(mark.message()).endsWith("but leaves nothing to compute here: no credit.");
    }

    @Test
    void nothing_follows_from_a_division_by_zero() {
        assertThat(one(mark("L4-sigmoid", "den=0 f=7.25"), "f").status()).isEqualTo(MarkStatus.WRONG);
        assertThat(Entry.exact(7.25).standsFor(Double.POSITIVE_INFINITY, 0)).isFalse();
        assertThat(Entry.exact(7.25).standsFor(1, Double.POSITIVE_INFINITY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            L10-alex    | conv1=34848 full1=37752832 total=62378248 | conv1 | missing-term
            L10-vgg     | millionsA=132.863 millionsB=132.902       | millionsB | missing-power,doubled-for-squared
            L10-alex    | conv1=34848 full1=37748736                | conv1 | no-biases
            L5-adaptive | s1=100 x1=4.9 x2=4.801805                 | s1    | missing-factor,missing-term
            L5-adaptive | s1=100 x1=4.9 x2=4.828143                 | s1    | no-share
            ng-theta    | Theta1=3x4 Theta2=1x4 total=12            | total | missing-term
            ng-theta    | Theta1=3x3 Theta2=1x3 total=12            | total | no-biases
            L4-sigmoid  | ex=0.3679 den=1                           | den   | missing-term
            L11-rnn     | A1=2                                      | A1    | no-state
            2021ws-6    | rest=1                                    | rest  | missing-term
            """)
    void the_slip_that_explains_the_sheet_best_is_named(String problem, String answers, String id, String slips) {
        Mark mark = one(mark(problem, answers), id);

        assertThat(mark.misconception()).isEqualTo(slips);
        assertThat(mark.message()).contains("This comes out when ").doesNotContain("Rounded too far");
    }
}
