package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.ProblemBank;
import gradus.problems.Sheets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CheckCommandTest {
    private final StringWriter out = new StringWriter(), err = new StringWriter();

    private int check(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private int check(String line) {
        return check(line.split(" ", -1));
    }

    private int type(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(Charset.defaultCharset())));
        try {
            return check(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void full_marks_are_fine() {
        assertThat(check("2022ss-6 h1=2 h2=0 h3=-2 h4=2 h5=0 h6=-1 yhat1=2 yhat2=0 mse=1 dw11=3/2 w11new=-0,65"))
                .isZero();
        assertThat(out.toString())
                .startsWith("2022ss-6: Backpropagation by hand\n")
                .endsWith(" 6 of 6\n");
    }

    @Test
    void less_is_a_negative_verdict() {
        assertThat(check("2022ss-6 h1=-2 h4=-1 yhat1=-1 yhat2=1.5 mse=2.125 dw11=-1.125 w11new=-0.3875"))
                .isEqualTo(3);
        assertThat(out.toString()).endsWith(" 5.5 of 6\n");
    }

    @Test
    void one_line_of_json_for_programs() {
        assertThat(check("--json", "2022ss-6", "h1=2")).isEqualTo(3);
        assertThat(out.toString())
                .startsWith("{\"schema\":\"gradus.marks/1\",\"problem\":\"2022ss-6\",\"variant\":null,\"earned\":0.0,"
                        + "\"possible\":6.0,\"answers\":[{\"id\":\"h1\",\"part\":\"6.1\",\"given\":\"2\","
                        + "\"status\":\"CORRECT\"")
                .endsWith("}\n");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022s-6 h1=2            | there is no problem '2022s-6'. Did you mean 2022ss-6?
            nonsense-problem h1=2   | there is no problem 'nonsense-problem'. 'gradus problems list' shows all.
            2022ss-6 yhat=2         | 2022ss-6 does not ask for 'yhat'. Did you mean yhat1?
            2022ss-6 h1             | expected ID=ANSWER, such as h1=2, but got 'h1'.
            2022ss-6 h1=1 h1=2      | h1 is answered twice.
            2022ss-6                | no answer to mark. Give some as ID=ANSWER
            L4-reg out1=2 --variant 7 | the numbers of L4-reg do not vary. Leave --variant out.
            2022ss-6 --answers no.yaml | there is no file 'no.yaml'.
            """)
    void misuse_is_explained(String line, String complaint) {
        assertThat(check(line)).isEqualTo(2);
        assertThat(err.toString().replace('\n', ' ')).startsWith(complaint);
        assertThat(err.toString().lines()).allMatch(shown -> shown.length() <= 80);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void marks_a_variant() {
        String key = Sheets.key(ProblemBank.find("2022ss-6")
                        .orElseThrow()
                        .variation()
                        .orElseThrow()
                        .variant(7))
                .entrySet()
                .stream()
                .map(answer -> answer.getKey() + "=" + answer.getValue())
                .collect(Collectors.joining(" "));

        assertThat(check("2022ss-6 " + key + " --variant 7 --json")).isZero();
        assertThat(out.toString()).contains("\"variant\":\"7\",\"earned\":6.0");
        assertThat(check("2022ss-6 " + key + " --variant 8")).isEqualTo(3);
        assertThat(out.toString()).contains("2022ss-6, variant 8: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h1=2+", "h1=NaN", "h1=1/0", "h1=((((", "mse=foo(2)"})
    void nothing_readable_is_misuse_and_says_where(String answer) {
        assertThat(check("2022ss-6", answer)).isEqualTo(2);
        assertThat(out.toString()).contains("unreadable").contains("^").contains("Column ");
    }

    @Test
    void an_unreadable_answer_beside_readable_ones_is_marked_as_such() {
        assertThat(check("2022ss-6", "h1=2+", "mse=1")).isEqualTo(3);
        assertThat(out.toString()).contains("          2+\n            ^\n").endsWith(" 1 of 6\n");
    }

    @Test
    void answers_come_from_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.yaml"), "loss: 52\ndX: [[4, 4], [20, 20]]\n");

        assertThat(check("md-4.2", "--answers", file.toString(), "df=[[1,1],[1,1]]"))
                .isEqualTo(3);
        assertThat(out.toString()).endsWith(" 3 of 5\n");
    }

    @Test
    void a_file_with_a_key_twice_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.yaml"), "loss: 52\nloss: 53\n");

        assertThat(check("md-4.2", "--answers", file.toString())).isEqualTo(2);
        assertThat(err.toString().replace('\n', ' ')).startsWith(file + ":2:5: the key 'loss' stands twice");
    }

    @Test
    void asks_answer_by_answer() {
        assertThat(type("52\n[[1,1],[1,1]\n[[1,1],[1,1]]\n\n.\n", "md-4.2", "--interactive"))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains("loss (the loss) = ")
                .contains("  [[1,1],[1,1]\n              ^ expected ']' but got the end\n")
                .contains("no answer: dy, dX, dW")
                .endsWith(" 2 of 5\n");
    }

    @Test
    void an_interview_can_be_stopped_and_resumed(@TempDir Path folder) throws IOException {
        Path sheet = folder.resolve("sheet.yaml");
        String[] arguments = {"md-4.2", "--interactive", "--sheet", sheet.toString()};

        assertThat(type("52\n.\n", arguments)).isEqualTo(3);
        assertThat(Files.readString(sheet)).isEqualTo("\"loss\": \"52\"\n");
        assertThat(type("[[1,1],[1,1]]\n.\n", arguments)).isEqualTo(3);
        assertThat(Files.readString(sheet)).isEqualTo("\"loss\": \"52\"\n\"df\": \"[[1,1],[1,1]]\"\n");
        assertThat(out.toString()).containsOnlyOnce("loss (the loss) = ").endsWith(" 2 of 5\n");
    }

    @Test
    void who_practises_sees_the_marks_of_each_part_at_once() {
        type("2\n0\n-2\n2\n0\n-1\n2\n0\n.\n", "2022ss-6", "--interactive", "--practice");

        assertThat(out.toString())
                .containsPattern("yhat2 \\(second output\\) = \\n6.1 .* 2 of 2\\n(?s).*\\n6.2 ")
                .endsWith(" 2 of 6\n");
    }

    @Test
    void an_answer_in_words_is_written_before_its_points_are_seen(@TempDir Path folder) throws IOException {
        Path sheet = folder.resolve("sheet.yaml");
        String[] arguments = {
            "L8-bn",
            "--interactive",
            "--sheet",
            sheet.toString(),
            "mu=2.5",
            "var=1.25",
            "xhat=0",
            "gamma=1",
            "beta=1",
            "runmean=0.2",
            "runvar=1.3"
        };

        type(".\n", arguments);
        assertThat(out.toString()).contains("in words, or 'done' = ").doesNotContain("a) with the running mean");

        type("\n", arguments);
        assertThat(out.toString()).doesNotContain("a) with the running mean");
        type("by the running statistics\nx\na\n", arguments);
        assertThat(out.toString())
                .containsPattern("in words, or 'done' =   a\\) with the running mean .*\n  b\\) .*\n  \\(letters of")
                .contains("  x\n  ^ expected letters of the points met, a, b");
        assertThat(Files.readString(sheet)).endsWith("\n\"test\": \"a\"\n");
    }

    @Test
    void practice_and_sheets_go_with_an_interview() {
        assertThat(check("2022ss-6 h1=2 --practice")).isEqualTo(2);
        assertThat(err.toString()).contains("--practice goes with --interactive.");
        assertThat(check("2022ss-6 h1=2 --sheet s.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("--sheet goes with --interactive.");
    }

    @Test
    void the_end_of_the_input_ends_the_sheet() {
        assertThat(type("", "md-4.2", "--interactive")).isEqualTo(2);
        assertThat(err.toString()).startsWith("no answer to mark.");
    }
}
