package gradus.problems.export;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.problems.ProblemBank;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GiftTest {
    private static List<GiftReader.Question> questions(Paper paper) {
        return GiftReader.read(
                Objects.requireNonNull(new Gift().of(paper).files().get("gift.txt")));
    }

    @Test
    void every_numeric_key_in_the_file_is_the_problems() {
        Map<String, List<Double>> keys = questions(Papers.ALL).stream()
                .filter(question -> question.kind().equals("numbers"))
                .collect(Collectors.groupingBy(
                        question -> question.name().replaceAll(" \\S+$", ""),
                        Collectors.mapping(
                                question -> Double.parseDouble(
                                        question.answers().get(0).text().split(":", -1)[0]),
                                Collectors.toList())));

        for (Item item : Papers.ALL.items()) {
            assertThat(keys.getOrDefault(Papers.ALL.id() + " " + Posed.name(item), List.of()))
                    .as(item.reference().text())
                    .isEqualTo(Expected.numbers(item.problem()));
        }
        assertThat(keys.values().stream().mapToInt(List::size).sum()).isGreaterThan(200);
    }

    @Test
    void figures_stand_in_words() {
        List<GiftReader.Question> questions = questions(Papers.paper(List.of(
                ProblemBank.find("L4-graph").orElseThrow(),
                ProblemBank.find("2021ws-7").orElseThrow())));

        assertThat(questions.get(0).text()).contains("Figure: A computational graph. x = 1 and y = -3 feed a sum");
        assertThat(questions.stream().filter(question -> question.text().contains("close to 0; the validation loss")))
                .as("those of 7.1")
                .hasSize(2);
    }

    @Test
    void every_question_has_a_right_answer_and_knows_its_points() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            assertThat(questions(paper)).allSatisfy(question -> {
                assertThat(question.text()).contains("(points: ");
                if (!List.of("truth", "essay").contains(question.kind())) {
                    assertThat(question.answers()).anyMatch(answer -> answer.right() && answer.share() == 100);
                }
                if (question.kind().equals("choice")) {
                    assertThat(question.answers().stream().filter(GiftReader.Answer::right))
                            .hasSize(1);
                }
                if (question.kind().equals("pairs")) {
                    assertThat(question.answers()).hasSizeGreaterThan(2);
                }
            });
        }
    }

    @Test
    void each_kind_is_asked_in_its_own_way() {
        Map<String, GiftReader.Question> kinds = questions(Papers.KINDS).stream()
                .collect(Collectors.toMap(question -> question.name().replaceAll(".* ", ""), question -> question));

        assertThat(Objects.requireNonNull(kinds.get("2.1")).answers())
                .extracting(GiftReader.Answer::text)
                .contains("ac", "a, c", "acd", "a");
        assertThat(Objects.requireNonNull(kinds.get("2.2")).kind()).isEqualTo("choice");
        assertThat(Objects.requireNonNull(kinds.get("2.3")).answers())
                .extracting(GiftReader.Answer::text)
                .contains("dcba")
                .doesNotContain("dcab");
        assertThat(Objects.requireNonNull(kinds.get("2.4")).answers())
                .extracting(GiftReader.Answer::text)
                .contains("dacb", "cdab", "dcab");
        assertThat(Objects.requireNonNull(kinds.get("2.5")).answers())
                .extracting(GiftReader.Answer::pair)
                .contains("1) 0.4");
        assertThat(Objects.requireNonNull(kinds.get("2.6")).answers().get(0).right())
                .isFalse();
        assertThat(Objects.requireNonNull(kinds.get("3.1")).answers())
                .contains(new GiftReader.Answer(true, 50, "high variance", ""))
                .contains(new GiftReader.Answer(true, 100, "overfitting", ""));
        assertThat(Objects.requireNonNull(kinds.get("3.3")).feedback())
                .contains("less memory")
                .contains("(1)");
        assertThat(Objects.requireNonNull(kinds.get("dX")).feedback()).contains("dY W^T");
    }

    @Test
    void control_characters_are_escaped() {
        assertThat(Gift.escaped("a=b {c} ~d #e f:g \\h\ni")).isEqualTo("a\\=b \\{c\\} \\~d \\#e f\\:g \\\\h\\ni");
    }

    @Test
    void every_answer_has_a_fate() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            assertThat(new Gift().of(paper).fates().stream().map(fate -> fate.problem() + fate.answer()))
                    .containsExactlyInAnyOrderElementsOf(Expected.fates(paper));
        }
    }
}
