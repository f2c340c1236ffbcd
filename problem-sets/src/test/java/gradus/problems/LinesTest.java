package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void a_sentence_is_broken_at_spaces_after_what_stands_before_it() {
        assertThat(Lines.after("check: ", "word ".repeat(20).strip()))
                .isEqualTo("word ".repeat(14).strip() + "\n" + "word ".repeat(6).strip());
        assertThat(Lines.after("", "short")).isEqualTo("short");
    }

    @Test
    void a_path_is_not_cut() {
        String path = "/folder".repeat(20);

        assertThat(Lines.after("check: ", path + ":2:5: the key stands twice"))
                .isEqualTo(path + ":2:5:\nthe key stands twice");
    }

    @Test
    void a_long_text_goes_on_beside_its_label() {
        String text = new Lines()
                .spread("  id  ", "word ".repeat(20).strip(), "1 of 2")
                .toString();

        assertThat(text)
                .isEqualTo("  id  " + "word ".repeat(13) + "   1 of 2\n" + "      "
                        + "word ".repeat(7).strip() + "\n");
        assertThat(new Lines().spread("  " + "word ".repeat(20).strip(), "1").toString())
                .startsWith("  word")
                .contains("word   1\n  word");
    }
}
