package gradus.problems.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import gradus.problems.figure.Figure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MoodleXmlTest {
    /** A numeric field of a cloze question, as Moodle's documentation gives it. */
    private static final Pattern GAP =
            Pattern.compile("\\{(\\d+):NUMERICAL:=(-?[\\d.]+):([\\d.]+)((?:~%[\\d.]+%-?[\\d.]+:[\\d.]+)*)}");

    private static List<Element> questions(Paper paper) {
        return XmlReader.children(
                XmlReader.root(
                        Objects.requireNonNull(new MoodleXml().of(paper).files().get("moodle.xml"))),
                "question");
    }

    private static String name(Element question) {
        return XmlReader.text(question, "name", "text");
    }

    private static List<Element> answers(Element question) {
        return XmlReader.children(question, "answer");
    }

    @Test
    void a_question_carries_the_figures_of_its_problem_and_part() {
        Problem problem = ProblemBank.find("L4-graph").orElseThrow();
        Element cloze = questions(Papers.paper(List.of(problem))).get(1);
        Paper judging = Papers.paper(List.of(ProblemBank.find("2021ws-7").orElseThrow()));

        requirePicture(cloze, problem.figures().get(0));
        assertThat(cloze.getAttribute("type")).isEqualTo("cloze");
        assertThat(questions(judging).stream().map(MoodleXmlTest::pictures))
                .as("two for each of 7.1 and 7.2, one for 7.3, none for 7.4; the first is the category")
                .containsExactly(0L, 1L, 1L, 1L, 1L, 1L, 0L, 0L, 0L);
        requirePicture(
                questions(judging).get(1),
                judging.items().get(0).problem().figures().get(0));
        requirePicture(
                questions(judging).get(3),
                judging.items().get(0).problem().figures().get(1));
    }

    @Test
    void a_single_number_has_its_figure_too() {
        Problem problem = ProblemBank.find("L4-graph").orElseThrow();
        Item item = Papers.paper(List.of(problem)).items().get(0);
        Cloze cloze = new Cloze(item);
        Part part = problem.parts().get(0);
        cloze.add(part, part.questions().get(1), (Task.Numeric)
                Tasks.of(problem, part.questions().get(1)));
        Xml xml = new Xml();
        cloze.write(Papers.paper(List.of(problem)), xml);

        Element question = XmlReader.root(xml.document());
        assertThat(question.getAttribute("type")).isEqualTo("numerical");
        requirePicture(question, problem.figures().get(0));
    }

    private static long pictures(Element question) {
        return XmlReader.child(question, "questiontext")
                .map(text -> (long) XmlReader.children(text, "file").size())
                .orElse(0L);
    }

    private static void requirePicture(Element question, Figure figure) {
        Element text = XmlReader.child(question, "questiontext").orElseThrow();
        Element file = XmlReader.child(text, "file").orElseThrow();
        assertThat(file.getAttribute("encoding")).isEqualTo("base64");
        assertThat(file.getAttribute("path")).isEqualTo("/");
        assertThat(new String(Base64.getDecoder().decode(file.getTextContent()), StandardCharsets.UTF_8))
                .isEqualTo(figure.svg());
        assertThat(XmlReader.text(text, "text"))
                .contains("<p><img src=\"@@PLUGINFILE@@/" + file.getAttribute("name") + "\" alt=\""
                        + Posed.html(figure.description()) + "\">");
    }

    @Test
    void every_numeric_key_in_the_file_is_the_problems() {
        Map<String, List<Double>> keys = questions(Papers.ALL).stream()
                .filter(question -> Set.of("cloze", "numerical").contains(question.getAttribute("type")))
                .collect(Collectors.toMap(question -> name(question).replaceAll(" \\S+$", ""), MoodleXmlTest::numbers));

        for (Item item : Papers.ALL.items()) {
            assertThat(keys.getOrDefault(Papers.ALL.id() + " " + Posed.name(item), List.of()))
                    .as(item.reference().text())
                    .isEqualTo(Expected.numbers(item.problem()));
        }
    }

    private static List<Double> numbers(Element question) {
        if (question.getAttribute("type").equals("numerical")) {
            return List.of(Double.parseDouble(XmlReader.text(answers(question).get(0), "text")));
        }
        List<Double> numbers = new ArrayList<>();
        Matcher gap = GAP.matcher(XmlReader.text(question, "questiontext", "text"));
        while (gap.find()) {
            numbers.add(Double.parseDouble(gap.group(2)));
        }
        return numbers;
    }

    @Test
    void braces_of_a_cloze_text_are_fields() {
        questions(Papers.ALL).stream()
                .filter(question -> question.getAttribute("type").equals("cloze"))
                .map(question -> XmlReader.text(question, "questiontext", "text"))
                .forEach(text -> assertThat(GAP.matcher(text).replaceAll("")).doesNotContain("{", "}"));
    }

    @Test
    void the_points_of_all_questions_are_those_of_the_paper() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            double points = questions(paper).stream()
                    .filter(question -> !question.getAttribute("type").equals("category"))
                    .mapToDouble(question -> Double.parseDouble(XmlReader.text(question, "defaultgrade")))
                    .sum();
            assertThat(points).isCloseTo(paper.points(), within(1e-3));
        }
    }

    @Test
    void weights_of_fields_stand_to_each_other_as_the_credits() {
        Element cloze = questions(
                        Papers.paper(List.of(ProblemBank.find("2022ss-6").orElseThrow())))
                .stream()
                .filter(question -> question.getAttribute("type").equals("cloze"))
                .findFirst()
                .orElseThrow();
        List<String> weights = GAP.matcher(XmlReader.text(cloze, "questiontext", "text"))
                .results()
                .map(gap -> gap.group(1))
                .toList();

        assertThat(weights).containsExactly("2", "2", "2", "3", "3");
    }

    @Test
    void questions_have_the_elements_of_their_type() {
        Map<String, Set<String>> needed = Map.of(
                "category", Set.of("category"),
                "cloze", Set.of("name", "questiontext"),
                "numerical", Set.of("name", "questiontext", "defaultgrade", "answer"),
                "multichoice", Set.of("name", "questiontext", "defaultgrade", "single", "answer"),
                "truefalse", Set.of("name", "questiontext", "defaultgrade", "answer"),
                "shortanswer", Set.of("name", "questiontext", "defaultgrade", "usecase", "answer"),
                "matching", Set.of("name", "questiontext", "defaultgrade", "subquestion"),
                "essay", Set.of("name", "questiontext", "defaultgrade", "responseformat", "graderinfo"));
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            assertThat(questions(paper))
                    .allSatisfy(question -> assertThat(XmlReader.children(question).stream()
                                    .map(Element::getTagName)
                                    .collect(Collectors.toSet()))
                            .containsAll(needed.get(question.getAttribute("type"))));
        }
    }

    @Test
    void a_right_answer_earns_everything_and_shares_are_known_to_moodle() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            for (Element question : questions(paper)) {
                List<String> shares = answers(question).stream()
                        .map(answer -> answer.getAttribute("fraction"))
                        .toList();
                if (!shares.isEmpty()) {
                    assertThat(shares).as(name(question)).contains("100");
                    assertThat(shares)
                            .allSatisfy(share -> assertThat(Fractions.of(Double.parseDouble(share) / 100))
                                    .isEqualTo(share));
                }
                if (Set.of("multichoice", "truefalse").contains(question.getAttribute("type"))) {
                    assertThat(shares.stream().filter("100"::equals))
                            .as(name(question))
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void each_kind_is_asked_in_its_own_way() {
        Map<String, String> kinds =
                new MoodleXml().of(Papers.KINDS).fates().stream().collect(Collectors.toMap(Fate::answer, Fate::as));

        assertThat(kinds)
                .containsEntry("size", "cloze")
                .containsEntry("2.1", "shortanswer")
                .containsEntry("2.2", "multichoice")
                .containsEntry("2.5", "matching")
                .containsEntry("2.6", "truefalse")
                .containsEntry("3.1", "shortanswer")
                .containsEntry("3.2", "essay")
                .containsEntry("dX", "essay");
    }

    @Test
    void what_a_paper_is_called_is_escaped() {
        Paper paper = Papers.paper(List.of(ProblemBank.find("md-4.2").orElseThrow()));
        String xml = new MoodleXml().of(paper).files().get("moodle.xml");

        assertThat(xml).contains("$course$/top/Exam &lt;1&gt; &amp; more/").doesNotContain("<1>");
    }

    @Test
    void every_answer_has_a_fate() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            assertThat(new MoodleXml().of(paper).fates().stream().map(fate -> fate.problem() + fate.answer()))
                    .containsExactlyInAnyOrderElementsOf(Expected.fates(paper));
        }
    }
}
