package gradus.problems.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.problems.Mark;
import gradus.problems.MarkSheet;
import gradus.problems.MarkStatus;
import gradus.problems.Marking;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.Question;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class StackTest {
    private static final double ROUNDED = 1e-5; // scores have seven places

    private static Bundle exported(Paper paper) {
        return new Stack().of(paper);
    }

    private static List<StackSheet> sheets(Paper paper) {
        return StackSheet.of(Objects.requireNonNull(exported(paper).files().get("stack.xml")));
    }

    private static StackSheet sheet(String id) {
        return sheets(Papers.paper(List.of(ProblemBank.find(id).orElseThrow()))).get(0);
    }

    @Test
    void a_right_sheet_earns_all_points_and_an_empty_one_none_but_for_choices_of_nothing() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            for (StackSheet sheet : sheets(paper)) {
                double all = Double.parseDouble(XmlReader.text(sheet.question(), "defaultgrade"));
                assertThat(sheet.points(sheet.right())).as(sheet.name()).isCloseTo(all, within(all * ROUNDED));
                boolean nothing = sheet.right().containsValue(MaximaReader.EMPTY);
                assertThat(sheet.points(Map.of()) > 0).as(sheet.name()).isEqualTo(nothing);
            }
        }
    }

    @Test
    void a_question_carries_the_figures_of_its_problem_and_parts() {
        Problem problem = ProblemBank.find("2021ws-7").orElseThrow();
        Paper paper = Papers.paper(List.of(problem.drawn(problem.figures().get(0))));
        Element text =
                XmlReader.child(sheets(paper).get(0).question(), "questiontext").orElseThrow();

        List<Element> files = XmlReader.children(text, "file");
        assertThat(files.stream().map(file -> file.getAttribute("name")))
                .as("one of the statement and of both parts with a field")
                .containsExactly("figure-1.svg", "figure-2.svg", "figure-3.svg");
        assertThat(files.stream()
                        .map(file ->
                                new String(Base64.getDecoder().decode(file.getTextContent()), StandardCharsets.UTF_8)))
                .containsExactly(
                        problem.figures().get(0).svg(),
                        problem.figures().get(0).svg(),
                        problem.figures().get(1).svg());
        assertThat(XmlReader.text(text, "text"))
                .containsSubsequence(
                        "/figure-1.svg", "curves of Erika", "/figure-2.svg", "curves of Max", "/figure-3.svg");
    }

    @Test
    void the_points_of_all_questions_are_those_of_the_paper() {
        double all = XmlReader.children(
                        XmlReader.root(Objects.requireNonNull(
                                exported(Papers.ALL).files().get("stack.xml"))),
                        "question")
                .stream()
                .mapToDouble(question -> Double.parseDouble(XmlReader.text(question, "defaultgrade")))
                .sum();

        assertThat(all).isCloseTo(Papers.ALL.points(), within(1e-3));
    }

    /** The numeric answers of an item in the order of the inputs; none if the item has other inputs between. */
    private static Map<String, String> inputs(Item item, StackSheet sheet) {
        List<String> names = new ArrayList<>(sheet.inputs().keySet());
        Map<String, String> inputs = new LinkedHashMap<>();
        int at = 0;
        for (Part part : item.problem().parts()) {
            for (Question question : part.questions()) {
                Task task = Tasks.of(item.problem(), question);
                int count = task instanceof Task.Numeric numeric
                        ? numeric.fields().size()
                        : task instanceof Task.Pairs pairs ? pairs.key().size() : task instanceof Task.Essay ? 0 : 1;
                if (count == 1 && question.isComputed()) {
                    inputs.put(question.id(), names.get(at));
                }
                at += count;
            }
        }
        return inputs;
    }

    @Test
    void every_number_that_follows_from_right_answers_is_the_key() {
        int compared = 0;
        for (StackSheet sheet : sheets(Papers.ALL)) {
            MaximaReader maxima = sheet.maxima(sheet.right());
            XmlReader.children(sheet.question(), "prt")
                    .forEach(tree -> maxima.run(XmlReader.text(tree, "feedbackvariables", "text")));
            for (Map.Entry<String, String> input : sheet.inputs().entrySet()) {
                boolean follows = sheet.question().getTextContent().contains("w_" + input.getKey() + ":");
                if (sheet.type(input.getKey()).equals("numerical") && follows) {
                    double key = Double.parseDouble(input.getValue());
                    assertThat(maxima.number("w_" + input.getKey()))
                            .as(sheet.name() + " " + input)
                            .isCloseTo(key, within(1e-9 * Math.max(1, Math.abs(key))));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void one_wrong_number_and_right_work_after_it_earn_what_the_examiner_gives() {
        int compared = 0;
        for (Item item : Papers.ALL.items()) {
            Problem problem = item.problem();
            if (!problem.questions().stream()
                    .allMatch(question -> question.isComputed()
                            && question.shape().isEmpty()
                            && problem.model().value(question.id()).rank() == 0)) {
                continue;
            }
            Bundle bundle = exported(Papers.paper(List.of(problem)));
            if (bundle.fates().stream().anyMatch(fate -> fate.remark().contains("nothing is carried forward"))) {
                continue;
            }
            StackSheet sheet = StackSheet.of(
                            Objects.requireNonNull(bundle.files().get("stack.xml")))
                    .get(0);
            Map<String, String> inputs = inputs(item, sheet);
            for (Question wrong : problem.questions()) {
                if (!wrong.counts() && inputs.keySet().containsAll(problem.ids())) {
                    compared += compared(problem, sheet, inputs, wrong.id()) ? 1 : 0;
                }
            }
        }
        assertThat(compared).isGreaterThan(60);
    }

    /** A sheet that is consistent but for one number; those that are degenerate or named are left to the examiner. */
    private static boolean compared(Problem problem, StackSheet sheet, Map<String, String> inputs, String wrong) {
        Map<String, Tensor> own = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        Map<String, Object> typed = new LinkedHashMap<>();
        for (String id : problem.ids()) {
            double value = problem.model().value(id, own).sum();
            double answer = id.equals(wrong) ? 1.37 * value + 0.1234567 : value;
            own.put(id, Tensor.of(Shape.of(), answer));
            written.put(id, Field.text(answer));
            typed.put(inputs.get(id), answer);
        }
        MarkSheet marks = Marking.mark(problem, written);
        boolean plain = marks.marks().stream()
                .allMatch(mark -> mark.status() == MarkStatus.CORRECT
                        || mark.status() == MarkStatus.CARRIED_FORWARD
                        || mark.id().equals(wrong));
        if (plain) {
            double earned = marks.marks().stream().mapToDouble(Mark::earned).sum();
            assertThat(sheet.points(typed)).as(problem.id() + " " + written).isCloseTo(2 * earned, within(1e-4));
        }
        return plain;
    }

    @Test
    void a_wrong_step_without_credits_costs_its_deduction_and_what_follows_from_it_counts() {
        StackSheet sheet = sheet("2022ss-6"); // its points are twice its credits
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("ans1", 3.0); // h1 is 2
        typed.put("ans4", 3.0); // h4 follows from it
        typed.put("ans7", 3.0); // and yhat1 = 3 - 0 + 1 - 1

        assertThat(sheet.points(typed)).isCloseTo(2 * (1 - 0.5), within(1e-4));
        typed.put("ans7", 3.5);
        assertThat(sheet.points(typed)).isZero();
        typed.put("ans8", 0.0); // right, but for the deduction
        assertThat(sheet.points(typed)).isCloseTo(2 * (1 - 0.5), within(1e-4));
    }

    @Test
    void a_degenerate_answer_earns_nothing_onward() {
        StackSheet sheet = sheet("2022ss-6");
        Map<String, Object> typed = Map.of("ans10", 0.0, "ans11", -0.5); // no gradient, w11 as it was

        assertThat(sheet.points(typed)).isZero();
    }

    @Test
    void the_students_own_gradient_is_followed() {
        StackSheet sheet = sheet("2022ss-6");

        assertThat(sheet.points(Map.of("ans10", 3.0, "ans11", -0.8))).isCloseTo(3, within(1e-4));
        assertThat(sheet.points(Map.of("ans10", 3.0, "ans11", -0.7))).isZero();
    }

    @Test
    void every_answer_has_a_fate() {
        for (Paper paper : List.of(Papers.ALL, Papers.KINDS)) {
            assertThat(exported(paper).fates().stream().map(fate -> fate.problem() + fate.answer()))
                    .containsExactlyInAnyOrderElementsOf(paper.items().stream()
                            .flatMap(item -> item.problem().ids().stream().map(id -> Posed.name(item) + id))
                            .toList());
        }
    }

    @Test
    void questions_have_the_elements_that_the_import_reads() {
        for (StackSheet sheet : sheets(Papers.ALL)) {
            String text = XmlReader.text(sheet.question(), "questiontext", "text");
            sheet.inputs()
                    .keySet()
                    .forEach(input -> assertThat(text)
                            .contains("[[input:" + input + "]]")
                            .contains("[[validation:" + input + "]]"));
            assertThat(XmlReader.children(sheet.question(), "prt")).isNotEmpty().allSatisfy(tree -> {
                assertThat(text).contains("[[feedback:" + XmlReader.text(tree, "name") + "]]");
                assertThat(XmlReader.children(tree, "node")).isNotEmpty();
            });
        }
    }
}
