package gradus.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is answered to whatever is asked, marking ends with marks. */
class HostileAnswerTest {
    private static final List<String> HOSTILE = List.of(
            "0",
            "-1",
            "1e308",
            "1e-320",
            "1e999",
            "1/0",
            "0/0",
            "nan",
            "inf",
            "log(-1)",
            "(-8)^(1/3)",
            "2^2^2^2^2^2",
            "[]",
            "()",
            "[[]]",
            "[1, 2]",
            "[1; 2]",
            "[[1, 2], [3, 4]]",
            "[[1, 2], [3]]",
            "[[[1]]]",
            "6",
            "64,64",
            "2x3",
            "2x3x4x5x6x7",
            "x",
            "NxM",
            "x*x",
            "W",
            "W^-1",
            "(X X^T)^-1 X^T Y",
            "X^-1",
            "inv(0)",
            "inv([1, 2])",
            "T",
            "^T",
            "W^T^T^T",
            "sum()",
            "f'(",
            "||",
            "|x",
            "‖",
            "½",
            "50%",
            "%",
            "∞",
            "∇",
            "ᵀ",
            "=",
            "a=",
            "=a",
            "a = b = c",
            "16*49 = 784",
            "a:b:c",
            "A:1",
            "a, b, a",
            "none",
            "-",
            "'",
            "\"",
            "\\",
            "\u0000",
            "\ud83d\ude00",
            "\ud83d",
            "#{}",
            "${x}",
            "$1",
            "@@1",
            "@",
            "theta^".repeat(40) + "2",
            "((((((((((",
            "))))",
            ",,,",
            ";;;",
            "9".repeat(400),
            "x".repeat(400),
            "true",
            "gradient(a, b)",
            "detach(1)",
            "max(1)",
            "max(1, [1, 2])",
            "1 @ 1",
            "[1, 2] @ [1, 2, 3]",
            "[1, 2]^T @ [1, 2]",
            "exp(1000)",
            "floor(0.5)",
            "5!",
            "1_000",
            "1'000",
            "٣",
            "１２");

    static List<Problem> problems() {
        return ProblemBank.all();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void every_answer_alone(Problem problem) {
        for (Question question : problem.questions()) {
            List<String> near = near(problem, question);
            Stream.concat(HOSTILE.stream(), near.stream())
                    .forEach(text -> assertMarked(problem, Map.of(question.id(), text)));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whole_sheets(Problem problem) {
        SplittableRandom random = new SplittableRandom(2026);
        List<List<String>> near = problem.questions().stream()
                .map(question -> near(problem, question))
                .toList();
        for (int sheet = 0; sheet < 20; sheet++) {
            Map<String, String> answers = new LinkedHashMap<>();
            for (int i = 0; i < near.size(); i++) {
                List<String> from = random.nextInt(4) == 0 ? HOSTILE : near.get(i);
                answers.put(problem.ids().get(i), from.get(random.nextInt(from.size())));
            }
            assertMarked(problem, answers);
        }
    }

    /** The key, what is listed, and the same with something left out, put in or exchanged. */
    private static List<String> near(Problem problem, Question question) {
        List<String> texts =
                new ArrayList<>(List.of(Answer.of(problem, "", question, "").expected()));
        Stream.of(question.accepted(), question.wrong())
                .flatMap(List::stream)
                .forEach(listed -> texts.addAll(listed.answers()));
        List<String> near = new ArrayList<>(texts);
        for (String text : texts.subList(0, Math.min(3, texts.size()))) {
            int middle = text.length() / 2;
            near.add(text + text);
            near.add(text.substring(0, middle));
            near.add(text.substring(middle));
            near.add("-" + text);
            near.add("(" + text + ")^-1");
            near.add("(" + text + ")^T");
            near.add("[" + text + "]");
            near.add(text + " + 1");
            near.add(text.replace('x', ','));
            near.add(text.replace(',', 'x'));
            near.add(new StringBuilder(text).reverse().toString());
        }
        return near;
    }

    private static void assertMarked(Problem problem, Map<String, String> answers) {
        MarkSheet sheet = Marking.mark(problem, answers);

        assertThat(sheet.earned()).as(answers.toString()).isBetween(0.0, problem.credits());
        assertThat(MarkSheetText.of(sheet)).as(answers.toString()).isNotBlank();
        assertThat(MarkSheetJson.of(sheet)).as(answers.toString()).isNotBlank();
    }
}
