package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers with the way to them: an expression, an equals sign, its value. */
class MethodTest {
    private static final String FILE = """
            id: method
            title: Method
            source: here
            statement: A convolution.
            given:
              constants: {kernel: 3, channels: 3, filters: 16, rate: 0.5}
            forward:
              weights: kernel^2*channels*filters
              params: weights + filters
              step: rate*weights
              pair: "[weights, filters]"
            parts:
              - id: "1"
                ask: Count.
                slip: 0.5
                answers:
                  weights: {ask: weights, credits: 1, count: true}
                  params: {ask: parameters, credits: 2, count: true, method: 1.5}
                  step: {ask: half the weights, credits: 1, method: 0.5}
                  pair: {ask: both, credits: 1, method: 0.25}
            """;
    private static final Problem METHOD = ProblemReader.read("method.yaml", FILE);

    private static Mark last(String... answers) {
        Map<String, String> sheet = new LinkedHashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            sheet.put(answers[i], answers[i + 1]);
        }
        List<Mark> marks = Marking.mark(METHOD, sheet).marks();
        return marks.stream()
                .filter(mark -> mark.id().equals(answers[answers.length - 2]))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            params | 3*3*3*16 + 16 = 448
            params | 3x3x3x16 + 16 = 448
            params | 3*3*3*16+16=432+16=448
            params | params = 448
            params | params = 27*16 + 16 = 448
            params | 448 = 448
            step   | 432/2 = 216
            step   | 1296/6 = 216.0
            pair   | [27*16, 16] = [432, 16]
            """)
    void both_sides_right_are_right(String id, String given) {
        assertThat(last(id, given).status()).isEqualTo(MarkStatus.CORRECT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            params  | 3*3*3*16 + 16 = 464           | 1.5  | 448
            params  | 3 x 3 x 3 x 16 + 16 = 438     | 1.5  | 448
            params  | 27*16 + 16 = 422 + 16 = 438   | 1.5  | 448
            params  | params = 27*16 + 16 = 4 480   | 1.5  | 448
            step    | 432/2 = 226                   | 0.5  | 216
            pair    | [27*16, 16] = [442, 16]       | 0.25 | [432, 16]
            weights | 3*3*3*16 = 442                | 0    | 432
            """)
    void a_right_expression_with_a_wrong_value_earns_the_method(String id, String given, double earned, String value) {
        Mark mark = last(id, given);

        assertThat(mark.message()).isEqualTo("The expression is right; it comes to " + value + ".");
        assertThat(mark.earned()).isEqualTo(earned);
        assertThat(mark.status()).isEqualTo(earned > 0 ? MarkStatus.PARTIAL : MarkStatus.WRONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            params | 3*3*3*16 = 448            | Column 10: the two sides differ: 432 and 448.
            params | 3*3*3*16 = 442            | Column 10: the two sides differ: 432 and 442.
            params | 448 = 464                 | Column 5: the two sides differ: 448 and 464.
            params | +448 = 464                | Column 6: the two sides differ: 448 and 464.
            params | -(-448) = 464             | Column 9: the two sides differ: 448 and 464.
            params | 4.48*10^2 = 464           | Column 11: the two sides differ: 448 and 464.
            params | 464 = 448 = 27*16+16      | Column 11: the two sides differ: 464 and 448.
            params | 27*16+16 = 440 = 448      | Column 16: the two sides differ: 440 and 448.
            params | 27*16+ = 448              | Column 8: expected a number, a name or a bracket but got the end.
            params | 448 = 27*16+              | Column 13: expected a number, a name or a bracket but got the end.
            params | 27*16+16 =                | Column 11: expected a number, a name or a bracket but got the end.
            params | = 448                     | Column 1: expected a number, a name or a bracket but got the end.
            pair   | [432, 16] = [442, 16]     | Column 11: the two sides differ: [432, 16] and [442, 16].
            """)
    void two_answers_to_choose_from_are_none(String id, String given, String message) {
        Mark mark = last(id, given);

        assertThat(mark.message()).isEqualTo(message);
        assertThat(mark.status()).isEqualTo(MarkStatus.UNREADABLE);
        assertThat(mark.earned()).isZero();
    }

    @Test
    void an_expression_may_follow_from_an_earlier_answer() {
        assertThat(last("weights", "144", "params", "9*16 + 16 = 170").message())
                .isEqualTo("The expression is right; it comes to 160.");
        assertThat(last("weights", "144", "params", "9*16 + 16 = 170").earned()).isEqualTo(1.5);
        assertThat(last("params", "9*16 + 16 = 170").status()).isEqualTo(MarkStatus.UNREADABLE);
    }

    @Test
    void what_follows_from_nothing_earns_no_method() {
        assertThat(last("weights", "0", "params", "0*1 + 16 = 17").earned()).isZero();
        assertThat(last("weights", "0", "step", "0/2 = 1").earned()).isZero();
    }

    @Test
    void later_answers_follow_from_the_value_that_is_written() {
        Mark mark = last("weights", "27*16 = 442", "params", "458");

        assertThat(mark.status()).isEqualTo(MarkStatus.CARRIED_FORWARD);
        assertThat(mark.earned()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            method: 1.5    | method: 2      | expected fewer credits for the method
            method: 0.25   | method: -1     | expected
            """)
    void the_method_earns_less_than_the_answer(String right, String wrong, String message) {
        assertThatThrownBy(() -> ProblemReader.read("method.yaml", FILE.replace(right, wrong)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(message);
    }
}
