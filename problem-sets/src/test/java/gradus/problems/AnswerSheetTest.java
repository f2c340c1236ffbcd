package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class AnswerSheetTest {
    private final AnswerSheet sheet = new AnswerSheet(ProblemBank.find("md-4.2").orElseThrow());

    @Test
    void takes_assignments_and_files() {
        sheet.add("loss=52");
        sheet.addFile("answers.yaml", "df: [[1, 1], [1, 1]]\ndy: '[2 2; 10 10]'\ndX:\ndW: 1,50\n");

        assertThat(sheet.answers())
                .containsExactly(
                        entry("loss", "52"),
                        entry("df", "[[1, 1], [1, 1]]"),
                        entry("dy", "[2 2; 10 10]"),
                        entry("dX", ""),
                        entry("dW", "1,50"));
    }

    @Test
    void keeps_the_digits_of_numbers() {
        sheet.addFile("answers.yaml", "loss: 52.00\n");

        assertThat(sheet.answers()).containsExactly(entry("loss", "52.00"));
    }

    @Test
    void refuses_what_is_not_asked() {
        assertThatThrownBy(() -> sheet.add("dx=1"))
                .hasMessage("md-4.2 does not ask for 'dx'. Did you mean dX? It asks for loss, df, dy, dX, dW.");
        assertThatThrownBy(() -> new AnswerSheet(ProblemBank.find("2022ss-6").orElseThrow()).add("dw=1.5"))
                .hasMessageContaining("Did you mean dw11?");
        assertThatThrownBy(() -> sheet.add("loss")).hasMessage("expected ID=ANSWER, such as loss=2, but got 'loss'.");
        sheet.add("loss=1");
        assertThatThrownBy(() -> sheet.add("loss=2")).hasMessage("loss is answered twice.");
    }

    @Test
    void says_where_a_file_is_wrong() {
        assertThatThrownBy(() -> sheet.addFile("a.yaml", "loss: 1\nloss: 2\n"))
                .hasMessage("a.yaml:2:5: the key 'loss' stands twice");
        assertThatThrownBy(() -> sheet.addFile("a.yaml", "los: 1\n"))
                .hasMessageStartingWith("a.yaml:1:6: md-4.2 does not ask for 'los'. Did you mean loss?");
        assertThatThrownBy(() -> sheet.addFile("a.yaml", "loss: {a: 1}\n")).hasMessageStartingWith("a.yaml:1:7: ");
        assertThatThrownBy(() -> sheet.addFile("a.yaml", "- 1\n- 2\n")).hasMessageStartingWith("a.yaml:1:1: ");
        assertThatThrownBy(() -> sheet.addFile("a.yaml", "loss: [1\n")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> sheet.addFile("a.yaml", "")).isInstanceOf(ProblemException.class);
    }
}
