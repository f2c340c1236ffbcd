package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is typed, marking ends with marks, and reading a file with a complaint at worst. */
class AnyTextTest {
    private static final List<Problem> PROBLEMS = ProblemBank.all();

    @Property(seed = "2026", tries = 200)
    void any_text_is_marked(@ForAll("texts") String first, @ForAll("texts") String second) {
        for (Problem problem : PROBLEMS) {
            Map<String, String> answers = new HashMap<>();
            answers.put(problem.ids().get(0), first);
            answers.put(problem.ids().get(problem.ids().size() - 1), second);

            MarkSheet sheet = Marking.mark(problem, answers);

            assertThat(sheet.earned()).isBetween(0.0, sheet.possible());
            assertThat(MarkSheetText.of(sheet)).isNotEmpty();
            assertThat(MarkSheetJson.of(sheet)).doesNotContain("NaN\",\"expected");
        }
    }

    @Property(seed = "2026", tries = 200)
    void any_file_is_read_or_refused(@ForAll("files") String text) {
        AnswerSheet sheet = new AnswerSheet(PROBLEMS.get(0));
        try {
            sheet.addFile("any.yaml", text);
            assertThat(PROBLEMS.get(0).ids()).containsAll(sheet.answers().keySet());
        } catch (ProblemException e) {
            assertThat(e).hasMessageMatching("(?s)any.yaml:\\d+:\\d+: .+");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return pieces(
                "0",
                "1",
                "2.5",
                "12",
                ",",
                ".",
                ";",
                " ",
                "+",
                "-",
                "*",
                "/",
                "^",
                "**",
                "@",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "'",
                "x",
                "n",
                "e",
                "pi",
                "NaN",
                "inf",
                "sqrt",
                "max",
                "sum",
                "mean",
                "transpose",
                "^T",
                "detach",
                "gradient",
                "log(",
                "leaky(",
                "1e9",
                "e-3",
                "−",
                "×",
                "²",
                "\t",
                "\u0000",
                "ü");
    }

    @Provide
    Arbitrary<String> files() {
        return pieces(
                "h1", "h2", ":", ": ", "\n", "-", "- ", "[", "]", "{", "}", ",", "'", "\"", "#", "&a ", "*a", "!!int ",
                "|", ">", "?", "%", "~", "null", "1", "0.5", "  ", "\t", "---\n", "...", "<<: ");
    }

    private static Arbitrary<String> pieces(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(12).map(list -> String.join("", list));
    }
}
