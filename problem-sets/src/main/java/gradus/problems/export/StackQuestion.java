package gradus.problems.export;

import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A problem as a question of STACK. */
final class StackQuestion {
    private final Paper paper;
    private final Item item;
    private final Map<Part, List<StackAnswer>> parts = new LinkedHashMap<>();

    StackQuestion(Paper paper, Item item) {
        this.paper = paper;
        this.item = item;
        StackAnswers answers = new StackAnswers(item.problem());
        for (Part part : item.problem().parts()) {
            List<StackAnswer> own = part.questions().stream()
                    .flatMap(question -> answers.next(question, Tasks.of(item.problem(), question)).stream())
                    .toList();
            if (!own.isEmpty()) {
                parts.put(part, own);
            }
        }
    }

    private Stream<StackAnswer> answers() {
        return parts.values().stream().flatMap(List::stream);
    }

    private @Nullable StackAnswer answer(String id) {
        return answers()
                .filter(answer -> answer.question().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    String as(String id) {
        StackAnswer answer = answer(id);
        return answer == null || credits() == 0 ? "left out" : answer.type();
    }

    String remark(String id) {
        StackAnswer answer = answer(id);
        return answer == null || credits() == 0 ? "nothing in its problem has credits" : answer.remark();
    }

    private static boolean isMarked(List<StackAnswer> answers) {
        return answers.stream().anyMatch(answer -> answer.question().credits() > 0);
    }

    private double credits() {
        return answers()
                .map(StackAnswer::question)
                .mapToDouble(Question::credits)
                .sum();
    }

    void write(Xml xml) {
        if (credits() == 0) {
            return;
        }
        Pictures pictures = new Pictures();
        xml.element(
                "question",
                () -> {
                    MoodleXml.head(
                            xml,
                            Posed.name(paper, item, "STACK"),
                            text(pictures),
                            pictures,
                            item.problem().source(),
                            item.points(credits()));
                    options(xml);
                    answers().forEach(answer -> answer.inputs().forEach(input -> input(xml, answer, input)));
                    int number = 0;
                    for (Map.Entry<Part, List<StackAnswer>> part : parts.entrySet()) {
                        number++;
                        if (isMarked(part.getValue())) {
                            new StackTree(item, part.getKey(), part.getValue()).write(xml, "prt" + number);
                        }
                    }
                },
                "type",
                "stack");
    }

    /** The double brackets of STACK's own marks; those of the text are no marks. */
    private static String escaped(String text) {
        return marked(Posed.html(text));
    }

    private static String marked(String html) {
        return html.replace("[[", "[&#91;").replace("{@", "&#123;@");
    }

    private String text(Pictures pictures) {
        StringBuilder text = new StringBuilder();
        Posed.statement(item.problem())
                .forEach(line -> text.append("<p>").append(escaped(line)).append("</p>\n"));
        text.append(marked(pictures.html(item.problem().figure())));
        int number = 0;
        for (Map.Entry<Part, List<StackAnswer>> part : parts.entrySet()) {
            number++;
            text.append("<p><b>").append(escaped(Posed.part(part.getKey()))).append("</b></p>\n");
            text.append(marked(pictures.html(part.getKey().figure())));
            part.getValue().forEach(answer -> text.append(asked(answer)));
            text.append(isMarked(part.getValue()) ? "<div>[[feedback:prt" + number + "]]</div>\n" : "");
        }
        return text.toString();
    }

    private static String asked(StackAnswer answer) {
        String fields = answer.inputs().stream()
                .map(input -> escaped(input.label()) + (answer.type().equals("numerical") ? " = " : " ") + "[[input:"
                        + input.name() + "]] [[validation:" + input.name() + "]]")
                .collect(Collectors.joining("<br>"));
        return "<p>" + escaped(answer.question().id() + ": " + answer.question().ask()) + "<br>" + fields + "</p>\n";
    }

    /** Functions, and the given numbers. */
    private String variables() {
        Problem problem = item.problem();
        List<String> lines = new ArrayList<>(Maxima.FUNCTIONS);
        problem.given().values().stream()
                .flatMap(List::stream)
                .filter(name -> problem.model().value(name).rank() == 0)
                .map(name -> Maxima.name(name) + ": "
                        + Field.text(problem.model().value(name).sum()))
                .forEach(lines::add);
        return lines.stream().map(line -> line + ";").collect(Collectors.joining("\n"));
    }

    private void options(Xml xml) {
        xml.element("stackversion", () -> xml.text("text", ""));
        xml.element("questionvariables", () -> xml.text("text", variables()));
        MoodleXml.html(xml, "specificfeedback", "");
        MoodleXml.html(
                xml,
                "questionnote",
                Posed.html(paper.id() + " " + item.reference().text()));
        xml.text("questionsimplify", "1");
        xml.text("assumepositive", "0");
        xml.text("assumereal", "0");
        MoodleXml.html(xml, "prtcorrect", "<p>Right.</p>");
        MoodleXml.html(xml, "prtpartiallycorrect", "<p>Partly right.</p>");
        MoodleXml.html(xml, "prtincorrect", "<p>Not right.</p>");
        xml.text("multiplicationsign", "dot");
        xml.text("sqrtsign", "1");
        xml.text("complexno", "i");
        xml.text("inversetrig", "cos-1");
        xml.text("matrixparens", "[");
        xml.text("variantsselectionseed", "");
    }

    private static void input(Xml xml, StackAnswer answer, StackAnswer.Input input) {
        xml.element("input", () -> {
            xml.text("name", input.name());
            xml.text("type", answer.type());
            xml.text("tans", input.key());
            xml.text("boxsize", "12");
            xml.text("strictsyntax", "1");
            xml.text("insertstars", "0");
            xml.text("syntaxhint", "");
            xml.text("syntaxattribute", "0");
            xml.text("forbidwords", "");
            xml.text("allowwords", "");
            xml.text("forbidfloat", "0");
            xml.text("requirelowestterms", "0");
            xml.text("checkanswertype", "0");
            xml.text("mustverify", "0");
            xml.text("showvalidation", "0");
            xml.text("options", "allowempty");
        });
    }
}
