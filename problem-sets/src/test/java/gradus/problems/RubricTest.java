package gradus.problems;

import static gradus.problems.Kinds.KINDS;
import static gradus.problems.Kinds.mark;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that the student assesses by points. */
class RubricTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a, b     | 2
            ab       | 2
            b        | 1
            a:0.5    | 0.5
            1, 0.5   | 1.5
            0 1      | 1
            none     | 0
            """)
    void a_rubric_is_assessed_by_the_student(String given, double earned) {
        Mark mark = mark("3.3", given);

        assertThat(mark.status()).isEqualTo(MarkStatus.SELF_ASSESSED);
        assertThat(mark.earned()).isEqualTo(earned);
        assertThat(mark.message()).startsWith("Points: a) less memory");
    }

    @Test
    void the_points_of_a_rubric_are_shown_only_to_who_has_written_the_answer() {
        assertThat(ProblemText.of(KINDS))
                .contains("             (in words)\n", "problems show kinds --points")
                .doesNotContain("its values are all above 0");
        assertThat(ProblemText.withPoints(KINDS))
                .contains(
                        "             a) its values are all above 0 (0.5)\n",
                        "             (letters of the points that your answer meets; none)\n")
                .doesNotContain("(in words)", "--points");
        assertThat(ProblemJson.show(KINDS)).doesNotContain("its values are all above 0");
        assertThat(ProblemJson.withPoints(KINDS)).contains("\"a\":\"its values are all above 0 (0.5)\"");
        assertThat(ProblemText.of(SidesTest.SIDES)).doesNotContain("--points");
    }
}
