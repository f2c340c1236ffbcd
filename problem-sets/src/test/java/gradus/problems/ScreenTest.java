package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
    /** Each row is a problem over a, b, c and d, one set of numbers, and why it is not fit to be set. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "fit", textBlock = """
            a*b + c       | 2   | 3   | 5 | fit
            a*b + c       | 2.2 | 1.7 | 3.1234 | DIGITS
            a*b + c       | 2   | 3   | -6 | ZERO
            relu(a*b + c) | 2   | 3   | -6 | KINK
            relu(a*b + c) | 2   | 3   | 5 | fit
            max(a*b, c)   | 2   | 3   | 6 | TIE
            max(a*b, c)   | 2   | 3   | 5 | fit
            a*b + c       | 1   | 3   | 5 | SILENT_SLIP
            a*b + c       | 2   | 2   | 5 | SILENT_SLIP
            a/(b - c)     | 2   | 3   | 3 | NOT_A_NUMBER
            a*b + c       | 2   | 2.0005 | 5.123 | NEAR_SLIP
            a*b + c       | 2   | 2.02 | 5.123 | fit
            """)
    void numbers(String formula, String a, String b, String c, @Nullable Rejection reason) {
        assertThat(rejection(formula, a, b, c)).isEqualTo(reason);
    }

    private static @Nullable Rejection rejection(String formula, String a, String b, String c) {
        String file = """
                id: small
                title: small
                source: made up
                statement: Compute.
                given:
                  inputs: {a: 3, b: 4, c: 7}
                forward:
                  y: %s
                parts:
                  - {id: "1", ask: Compute., answers: {y: {ask: y, credits: 1}}}
                vary:
                  numbers: {a: [3, %s], b: [4, %s], c: [7, %s]}
                  rules: [a = %s, b = %s, c = %s]
                slips:
                  - {id: halves, when: a is squared, instead: {y: "a^2 + 0*b + c"}}
                """.formatted(formula, a, b, c, a, b, c);
        Problem problem = ProblemReader.read("small.yaml", file);
        Screen screen = new Screen(
                problem,
                Set.of("a", "b", "c"),
                List.of(),
                problem.listed(),
                4,
                () -> List.of(Map.of("a", number("3"), "b", number("4"), "c", number("7"))));
        return screen.rejection(Map.of("a", number(a), "b", number(b), "c", number(c)));
    }

    private static Tensor number(String text) {
        return Tensor.full(Shape.of(), Double.parseDouble(text));
    }
}
