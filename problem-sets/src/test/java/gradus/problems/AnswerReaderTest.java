package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.problems.expression.ExpressionException;
import gradus.tensor.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private final AnswerReader reader = new AnswerReader(new Model(Map.of()), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1, -2], [3, 4]]",
                "((1, -2), (3, 4))",
                "{{1, -2}, {3, 4}}",
                "[1, -2; 3, 4]",
                "[1 -2; 3 4]",
                "[[1 -2]\n [ 3  4]]",
                "[[1, -2],\n [3, 4]]",
                "(1, -2), (3, 4)",
                "[[2/2, -sqrt(4)], [6/2, 2^2]]",
                "[[1,-2],[3,4]]",
                "[1,-2;3,4]",
                "2*[[0.5, -1], [1.5, 2]]"
            })
    void matrices_come_in_many_brackets(String text) {
        Written written = reader.read(text);

        assertThat(written.shape()).isEqualTo(Shape.of(2, 2));
        assertThat(written.value().toArray()).containsExactly(1, -2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2, 3]", "(1, 2, 3)", "1, 2, 3", "[1 2 3]", "{1,2,3}", "[1, 2, 3,]", "1; 2; 3"})
    void vectors_too(String text) {
        assertThat(reader.read(text).value().toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void in_a_list_a_spaced_minus_subtracts_and_one_at_a_number_starts_an_entry() {
        assertThat(reader.read("[1 - 2 3]").value().toArray()).containsExactly(-1, 3);
        assertThat(reader.read("[1 -2 3]").value().toArray()).containsExactly(1, -2, 3);
        assertThat(reader.read("[1-2 3]").value().toArray()).containsExactly(-1, 3);
        assertThat(reader.read("[2 (3) sqrt(4)]").value().toArray()).containsExactly(2, 3, 2);
    }

    @Test
    void rows_of_different_lengths_are_refused_where_they_start() {
        assertThatThrownBy(() -> reader.read("[[1, 2], [3]]"))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(10))
                .hasMessage("row 2 has shape (1) but row 1 has (2)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NaN          | 1 | this comes out as NaN, and an answer is a finite number
            -inf         | 1 | this comes out as minus infinity, and an answer is a finite number
            Infinity     | 1 | this comes out as infinity, and an answer is a finite number
            1/0          | 2 | this comes out as infinity, and an answer is a finite number
            log(-1)      | 1 | this comes out as NaN, and an answer is a finite number
            1e999        | 1 | this comes out as infinity, and an answer is a finite number
            9^9^9^9      | 2 | this comes out as infinity, and an answer is a finite number
            [1, 0/0]     | 6 | this comes out as NaN, and an answer is a finite number
            """)
    void numbers_that_are_none_are_refused(String text, int column, String complaint) {
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessage(complaint);
    }

    @Test
    void given_numbers_may_be_named_where_the_question_says_so() {
        Model model = ProblemBank.find("L7-xavier").orElseThrow().model();

        assertThat(new AnswerReader(model, List.of("n")).read("3/n").value().sum())
                .isEqualTo(0.006);
        assertThatThrownBy(() -> new AnswerReader(model, List.of()).read("3/n")).hasMessage("'n' is not known here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15x15x8",
                "15X15X8",
                "15 x 15 x 8",
                "15×15×8",
                "15*15*8",
                "(15, 15, 8)",
                "[15,15,8]",
                "15, 15, 8",
                "(15,15,8)"
            })
    void shapes_too(String text) {
        assertThat(reader.shape(text).value().toArray()).containsExactly(15, 15, 8);
    }

    @ParameterizedTest
    @CsvSource({"15×15×8 pixels, 9, pixels", "15 px x 15 px x 8, 4, px", "15x15x8px, 8, px"})
    void a_shape_has_no_units(String text, int column, String unit) {
        assertThatThrownBy(() -> reader.shape(text))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessage("'" + unit + "' is no side; a shape is written without units");
    }

    @ParameterizedTest
    @CsvSource({"15xx8, 4", "15x, 4", "x15, 1", "15xAx8, 4", "15x1..5, 6"})
    void a_broken_shape_says_where(String text, int column) {
        assertThatThrownBy(() -> reader.shape(text))
                .isInstanceOfSatisfying(
                        ExpressionException.class, e -> assertThat(e.column()).isEqualTo(column));
    }
}
