package gradus.problems.export;

import gradus.problems.Figures;
import gradus.problems.Part;
import gradus.problems.Question;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Questions for Moodle. The numbers of a problem are one cloze question, a single one is a numerical question; all other
 * answers are questions of their own.
 */
final class MoodleXml implements Export {
    @Override
    public String name() {
        return "moodle";
    }

    @Override
    public Bundle of(Paper paper) {
        List<Fate> fates = new ArrayList<>();
        Xml xml = new Xml();
        xml.element("quiz", () -> {
            xml.element(
                    "question",
                    () -> xml.element(
                            "category",
                            () -> xml.text(
                                    "text",
                                    "$course$/top/" + category(paper.exam().title()) + "/" + paper.id())),
                    "type",
                    "category");
            paper.items().forEach(item -> problem(paper, item, xml, fates));
        });
        return new Bundle(Map.of("moodle.xml", xml.document()), fates);
    }

    /** A slash would begin a category below. */
    private static String category(String title) {
        return title.replace("/", "//");
    }

    private void problem(Paper paper, Item item, Xml xml, List<Fate> fates) {
        Cloze cloze = new Cloze(item);
        for (Part part : item.problem().parts()) {
            for (Question question : part.questions()) {
                Task task = Tasks.of(item.problem(), question);
                if (!(task instanceof Task.Numeric numeric)) {
                    MoodleQuestion asked = new MoodleQuestion(paper, item, part, question, xml);
                    fates.add(fate(item, question, asked.write(task)));
                } else if (question.credits() == 0) {
                    fates.add(fate(item, question, new Written("left out", "a step without credits")));
                } else {
                    cloze.add(part, question, numeric);
                }
            }
        }
        cloze.asked().forEach(question -> fates.add(fate(item, question, cloze.written(question))));
        cloze.write(paper, xml);
    }

    /** How a question was written, and what is lost. */
    record Written(String as, String remark) {}

    private Fate fate(Item item, Question question, Written written) {
        return Fate.of(name(), item, question, written.as(), written.remark());
    }

    /** What all questions begin with. */
    static void head(Xml xml, String name, String text, Pictures pictures, String feedback, double points) {
        xml.element("name", () -> xml.text("text", name));
        xml.element(
                "questiontext",
                () -> {
                    xml.text("text", text);
                    pictures.write(xml);
                },
                "format",
                "html");
        html(xml, "generalfeedback", feedback.isEmpty() ? "" : "<p>" + Posed.html(feedback) + "</p>");
        xml.text("defaultgrade", Figures.of(points));
        xml.text("penalty", "0");
        xml.text("hidden", "0");
    }

    static void html(Xml xml, String element, String content) {
        xml.element(element, () -> xml.text("text", content), "format", "html");
    }

    /** An answer with its share of the grade, in percent. */
    static void answer(Xml xml, String fraction, String text, Runnable more) {
        xml.element(
                "answer",
                () -> {
                    xml.text("text", text);
                    more.run();
                    xml.element("feedback", () -> xml.text("text", ""), "format", "html");
                },
                "fraction",
                fraction,
                "format",
                "moodle_auto_format");
    }
}
