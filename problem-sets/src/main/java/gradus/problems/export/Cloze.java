package gradus.problems.export;

import gradus.problems.Part;
import gradus.problems.Question;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of a problem as one question of Moodle with fields in its text; a single number as a numerical question. */
final class Cloze {
    private static final int FINEST = 1000;

    private record Asked(Part part, Task.Numeric task) {}

    private final Item item;
    private final Map<Question, Asked> asked = new LinkedHashMap<>();

    Cloze(Item item) {
        this.item = item;
    }

    void add(Part part, Question question, Task.Numeric task) {
        asked.put(question, new Asked(part, task));
    }

    List<Question> asked() {
        return List.copyOf(asked.keySet());
    }

    private List<Field> fields() {
        return asked.values().stream()
                .flatMap(each -> each.task().fields().stream())
                .toList();
    }

    MoodleXml.Written written(Question question) {
        int fields = fields(question).size();
        String remark =
                "nothing is carried forward" + (fields == 1 ? "" : ", each of " + fields + " numbers earns its share");
        return new MoodleXml.Written(fields().size() == 1 ? "numerical" : "cloze", remark);
    }

    private List<Field> fields(Question question) {
        Asked own = asked.get(question);
        return own == null ? List.of() : own.task().fields();
    }

    void write(Paper paper, Xml xml) {
        if (asked.isEmpty()) {
            return;
        }
        double points = item.points(
                asked.keySet().stream().mapToDouble(Question::credits).sum());
        boolean single = fields().size() == 1;
        Pictures pictures = new Pictures();
        String name = Posed.name(paper, item, single ? asked().get(0).id() : "numbers");
        xml.element(
                "question",
                () -> {
                    MoodleXml.head(
                            xml,
                            name,
                            single ? singly(pictures) : text(pictures),
                            pictures,
                            item.problem().source(),
                            points);
                    if (single) {
                        numerical(xml, fields().get(0));
                    }
                },
                "type",
                single ? "numerical" : "cloze");
    }

    private static void numerical(Xml xml, Field field) {
        number(xml, "100", field.key(), field.tolerance());
        field.others().forEach(other -> number(xml, Fractions.of(other.share()), other.value(), field.tolerance()));
        xml.text("unitgradingtype", "0");
        xml.text("unitpenalty", "0");
        xml.text("showunits", "3");
        xml.text("unitsleft", "0");
    }

    private static void number(Xml xml, String fraction, double value, double tolerance) {
        MoodleXml.answer(xml, fraction, Field.text(value), () -> xml.text("tolerance", Field.text(tolerance)));
    }

    private String singly(Pictures pictures) {
        Question question = asked().get(0);
        StringBuilder text = new StringBuilder(Posed.html(Posed.statement(item.problem())));
        text.append(pictures.html(item.problem().figure()));
        asked.values()
                .forEach(own -> text.append("\n")
                        .append(Posed.html(List.of(Posed.part(own.part()))))
                        .append(pictures.html(own.part().figure())));
        return text.append("\n")
                .append(Posed.html(List.of(question.id() + ": " + question.ask())))
                .toString();
    }

    private String text(Pictures pictures) {
        StringBuilder text = new StringBuilder(braced(Posed.html(Posed.statement(item.problem()))
                + pictures.html(item.problem().figure())));
        int scale = scale();
        @Nullable Part last = null;
        for (Map.Entry<Question, Asked> entry : asked.entrySet()) {
            Asked own = entry.getValue();
            if (!own.part().equals(last)) {
                last = own.part();
                text.append("\n<p><b>").append(escaped(Posed.part(own.part()))).append("</b></p>");
                text.append(braced(pictures.html(own.part().figure())));
            }
            text.append("\n<p>").append(escaped(entry.getKey().ask())).append(": ");
            text.append(own.task().groups().stream()
                    .flatMap(group -> group.fields().stream()
                            .map(field -> escaped(field.label()) + " = " + gap(field, weight(group, scale))))
                    .collect(Collectors.joining(", ")));
            text.append("</p>");
        }
        return text.toString();
    }

    /** Braces of the text are no gaps. */
    private static String escaped(String text) {
        return braced(Posed.html(text));
    }

    private static String braced(String html) {
        return html.replace("{", "&#123;").replace("}", "&#125;");
    }

    private static double weight(Task.Group group, double scale) {
        return scale * group.credits() / group.fields().size();
    }

    /** The smallest number by which all weights become whole. */
    private int scale() {
        for (int scale = 1; scale < FINEST; scale++) {
            int by = scale;
            boolean whole = asked.values().stream()
                    .flatMap(each -> each.task().groups().stream())
                    .map(group -> weight(group, by))
                    .allMatch(weight -> Math.abs(weight - Math.rint(weight)) < 1e-9);
            if (whole) {
                return scale;
            }
        }
        return FINEST;
    }

    private static String gap(Field field, double weight) {
        String others = field.others().stream()
                .map(other -> "~%" + Fractions.of(other.share()) + "%" + Field.text(other.value()) + ":"
                        + Field.text(field.tolerance()))
                .collect(Collectors.joining());
        return "{" + Math.max(1, Math.round(weight)) + ":NUMERICAL:=" + Field.text(field.key()) + ":"
                + Field.text(field.tolerance()) + others + "}";
    }
}
