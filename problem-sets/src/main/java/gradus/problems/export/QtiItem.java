package gradus.problems.export;

import gradus.problems.Part;
import gradus.problems.Question;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import gradus.problems.figure.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem as an item of QTI: the answers declared, the body with a place for each, and how they add up to SCORE. */
final class QtiItem {
    /** An answer with the identifier that its responses begin with. */
    record Response(String id, Part part, Question question, Task task) {}

    private final Paper paper;
    private final Item item;
    private final List<Response> responses = new ArrayList<>();

    QtiItem(Paper paper, Item item, List<Fate> fates) {
        this.paper = paper;
        this.item = item;
        for (Part part : item.problem().parts()) {
            for (Question question : part.questions()) {
                response(part, question, fates);
            }
        }
    }

    private void response(Part part, Question question, List<Fate> fates) {
        Task task = Tasks.of(item.problem(), question);
        boolean step = task instanceof Task.Numeric && question.credits() == 0;
        if (!step) {
            responses.add(new Response("R" + (responses.size() + 1), part, question, task));
        }
        fates.add(Fate.of(
                "qti",
                item,
                question,
                step ? "left out" : QtiInteraction.name(task),
                step ? "a step without credits" : QtiInteraction.remark(task)));
    }

    String document() {
        Xml xml = new Xml();
        QtiInteraction body = new QtiInteraction(xml);
        QtiScore score = new QtiScore(xml, item);
        xml.element(
                "assessmentItem",
                () -> {
                    responses.forEach(score::declaration);
                    score.outcomes();
                    xml.element("itemBody", () -> body(xml, body));
                    xml.element("responseProcessing", () -> responses.forEach(score::rule));
                },
                "xmlns",
                Qti.NAMESPACE,
                "identifier",
                paper.id() + "-" + item.number(),
                "title",
                Posed.name(item) + " " + item.problem().title(),
                "adaptive",
                "false",
                "timeDependent",
                "false");
        return xml.document();
    }

    /** The figures by the names of their files. */
    Map<String, Figure> figures() {
        Map<String, Figure> files = new LinkedHashMap<>();
        item.problem().figures().forEach(figure -> files.put(file(figure), figure));
        return files;
    }

    private String file(Figure figure) {
        return "figure-" + item.number() + "-" + (item.problem().figures().indexOf(figure) + 1) + ".svg";
    }

    private void figure(Xml xml, Figure figure) {
        xml.element("p", () -> xml.text("object", figure.description(), "data", file(figure), "type", "image/svg+xml"));
        if (!figure.caption().isEmpty()) {
            xml.text("p", figure.caption());
        }
    }

    private void body(Xml xml, QtiInteraction body) {
        Posed.statement(item.problem()).forEach(text -> xml.text("p", text));
        item.problem().figure().ifPresent(figure -> figure(xml, figure));
        @Nullable Part last = null;
        for (Response response : responses) {
            if (!response.part().equals(last)) {
                last = response.part();
                xml.text("h3", Posed.part(response.part()));
                response.part().figure().ifPresent(figure -> figure(xml, figure));
            }
            body.write(response, item);
        }
    }
}
