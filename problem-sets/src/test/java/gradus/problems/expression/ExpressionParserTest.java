package gradus.problems.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.Model;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    private static double value(String text) {
        return new Model(Map.of())
                .value(ExpressionParser.answer(text, Set.of()))
                .sum();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3/2                  | 1.5
            -0.65                | -0.65
            +0.65                | 0.65
            1/3                  | 0.3333333333333333
            2e-3                 | 0.002
            2E3                  | 2000
            .5                   | 0.5
            5.                   | 5
            0,25                 | 0.25
            -1,5e-2              | -0.015
            sqrt(3)/2            | 0.8660254037844386
            2^-3                 | 0.125
            -2^2                 | -4
            (-2)^2               | 4
            2^3^2                | 512
            2**3                 | 8
            2*-3                 | -6
            --3                  | 3
            6/2*3                | 9
            1 - 2 - 3            | -4
            2sqrt(4)             | 4
            2(1+2)               | 6
            (1+1)(1+2)           | 6
            2pi                  | 6.283185307179586
            e^0                  | 1
            max(0, -1, 3)        | 3
            min(2,1)             | 1
            -log(0.5)            | 0.6931471805599453
            ln(e)                | 1
            log10(1000)          | 3
            exp(-1)              | 0.36787944117144233
            abs(-2)              | 2
            sigmoid(0)           | 0.5
            tanh(0)              | 0
            relu(-1)             | 0
            leaky(-2, 0.5)       | -1
            floor(2.7)           | 2
            ceil(2.1)            | 3
            −0.65                | -0.65
            2·3                  | 6
            2×3                  | 6
            6÷3                  | 2
            1/2+1/4              | 0.75
            """)
    void reads_what_people_write(String text, double expected) {
        assertThat(value(text)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2+           | 3  | expected a number, a name or a bracket but got the end
            1..2         | 3  | expected an operator or the end but got '.2'
            2 3          | 3  | expected an operator or the end but got '3'
            (1+2         | 5  | expected ')' but got the end
            1+2)         | 4  | expected an operator or the end but got ')'
            2 $ 3        | 3  | expected a number, a name or an operator but got '$'
            foo(2)       | 1  | 'foo' is not known here
            sqr(2)       | 1  | 'sqr' is not known here; did you mean sqrt?
            1 + sqrt     | 9  | expected '(' after sqrt but got the end
            sqrt(1, 2)   | 1  | sqrt takes 1 argument but got 2
            max(1)       | 1  | max takes at least 2 arguments but got 1
            1,2,3        | 4  | a second comma in one number; write a list as [1, 2, 3]
            [1, 2        | 6  | expected ']' but got the end
            gradient(e, e) | 1 | 'gradient' is not known here
            detach(2)    | 1  | 'detach' is not known here
            """)
    void says_where_reading_stopped(String text, int column, String complaint) {
        assertThatThrownBy(() -> value(text)).isInstanceOfSatisfying(ExpressionException.class, e -> {
            assertThat(e.complaint()).startsWith(complaint);
            assertThat(e.column()).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "()", "[]", "*", "^2", "[1;;2]", "1..", ",", "sqrt()"})
    void refuses_what_is_no_formula(String text) {
        assertThatThrownBy(() -> value(text)).isInstanceOf(ExpressionException.class);
    }

    @Test
    void refuses_texts_that_are_too_long() {
        assertThatThrownBy(() -> value("1+".repeat(2500) + "1"))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("expected at most 1000 characters but got 5001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "[", "2^", "sqrt("})
    void refuses_nesting_that_is_too_deep(String opening) {
        assertThatThrownBy(() -> value(opening.repeat(150) + "1"))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("nested more than 60 deep");
    }

    @Test
    void sixty_brackets_are_not_too_deep() {
        assertThat(value("(".repeat(60) + "1" + ")".repeat(60))).isEqualTo(1);
        assertThat(value("-".repeat(60) + "1")).isEqualTo(1);
        assertThatThrownBy(() -> value("(".repeat(61) + "1" + ")".repeat(61))).hasMessage("nested more than 60 deep");
    }

    @Test
    void a_long_sum_is_no_deep_one() {
        assertThat(value("1+".repeat(499) + "1")).isEqualTo(500);
    }

    @Test
    void a_text_written_back_reads_the_same() {
        Set<String> names = Set.of("a", "b", "c");
        for (String text : new String[] {
            "a - (b - c)",
            "a - b - c",
            "(a + b)*c",
            "a/(b*c)",
            "a/b*c",
            "-(a + b)^2",
            "(-a)^2",
            "a^-b",
            "a@(b@c)",
            "[a, [b, c]]",
            "leaky(a - b, c)",
            "a^(b + c)",
            "2*(-a)"
        }) {
            Expression read = ExpressionParser.formula(text, names);
            assertThat(ExpressionParser.formula(read.text(), names).text()).isEqualTo(read.text());
            assertThat(read.text().replace("(-a)", "-a")).isEqualTo(text.replace("(-a)", "-a"));
        }
    }

    @Test
    void a_formula_knows_only_its_names() {
        assertThatThrownBy(() -> ExpressionParser.formula("w11*x3", Set.of("w11", "x1")))
                .hasMessage("'x3' is not known here; did you mean x1?");
        assertThatThrownBy(() -> ExpressionParser.formula("gradient(2, x1)", Set.of("x1")))
                .hasMessage("gradient takes the names of two quantities");
    }
}
