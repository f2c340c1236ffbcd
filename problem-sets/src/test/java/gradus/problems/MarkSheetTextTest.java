package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkSheetTextTest {
    private final Problem problem = ProblemBank.find("2022ss-6").orElseThrow();

    @Test
    void a_sheet_for_people() {
        MarkSheet sheet = Marking.mark(
                problem, Map.of("h1", "-2", "h2", "0", "h4", "-1", "yhat1", "-1", "yhat2", "2*", "dw11", "3"));

        assertThat(MarkSheetText.of(sheet)).isEqualTo("""
                        2022ss-6: Backpropagation by hand

                        6.1  Compute the outputs of the network, step by step.                  0.5 of 2
                          h1      -2                        wrong                                   -0.5
                                  Expected 2. This comes out when an index is transposed in h1: w11*x1 +
                                  w12*x2 + b1, or when w21*x2 is subtracted instead of added in h1, or
                                  when the factor w21 is missing in h1.
                          h2      0                         right
                          h4      -1                        carried forward
                                  Follows from your h1.
                          yhat1   -1                        carried forward                            1
                                  Follows from your h1.
                          yhat2   2*                        unreadable                                 0
                                  2*
                                    ^
                                  Column 3: expected a number, a name or a bracket but got the end.
                          no answer: h3, h5, h6

                        6.2  Compute the mean squared error of these outputs.                     0 of 1
                          no answer: mse

                        6.3  Take one step of gradient descent on w11 with learning rate 0.1.     0 of 3
                          dw11    3                         wrong                                      0
                                  Expected 1.5. This comes out when the squared errors are added up
                                  without the factor 1/2.
                          no answer: w11new

                        Total                                                                   0.5 of 6
                        """);
    }

    @Test
    void no_line_is_longer_than_a_terminal() {
        MarkSheet sheet = Marking.mark(
                problem,
                Map.of("h1", "1+".repeat(60) + "1", "yhat1", "[" + "1, ".repeat(50) + "1]", "h2", "(".repeat(90)));

        assertThat(MarkSheetText.of(sheet).lines()).allMatch(line -> line.length() <= 80);
        ProblemBank.all().forEach(any -> assertThat(ProblemText.of(any).lines()).allMatch(line -> line.length() <= 80));
    }

    @Test
    void a_sheet_for_programs() {
        MarkSheet sheet = Marking.mark(ProblemBank.find("L7-xavier").orElseThrow(), Map.of("var", "2/n"));

        assertThat(MarkSheetJson.of(sheet))
                .isEqualTo("{\"schema\":\"gradus.marks/1\",\"problem\":\"L7-xavier\",\"variant\":null,"
                        + "\"earned\":0.0,\"possible\":4.0,\"answers\":["
                        + "{\"id\":\"var\",\"part\":\"L7-xavier\",\"given\":\"2/n\",\"status\":\"WRONG\",\"earned\":0.0,"
                        + "\"possible\":2.0,\"expected\":\"0.002\",\"carried\":null,\"misconception\":\"he-rule\","
                        + "\"message\":\"This comes out when the rule for ReLU (He) is used, variance 2/n.\"},"
                        + "{\"id\":\"alpha\",\"part\":\"L7-xavier\",\"given\":null,\"status\":\"UNANSWERED\",\"earned\":0.0,"
                        + "\"possible\":2.0,\"expected\":\"0.0774597\",\"carried\":null,\"misconception\":null,"
                        + "\"message\":\"No answer.\"}]}");
    }
}
