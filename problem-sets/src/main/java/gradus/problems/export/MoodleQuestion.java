package gradus.problems.export;

import gradus.problems.Part;
import gradus.problems.Question;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One question of Moodle's own kinds. */
record MoodleQuestion(Paper paper, Item item, Part part, Question question, Xml xml) {
    MoodleXml.Written write(Task task) {
        if (task instanceof Task.One one) {
            options("multichoice", one.options(), one.key());
            return new MoodleXml.Written("multichoice", "");
        }
        if (task instanceof Task.TrueFalse truth) {
            truth(truth.key());
            return new MoodleXml.Written("truefalse", "");
        }
        if (task instanceof Task.Several several) {
            words(
                    Typed.letters(several),
                    Posed.options(several.options()),
                    "Type the letters in alphabetical order, or none.");
            return new MoodleXml.Written("shortanswer", "letters are typed, so that all or nothing holds");
        }
        if (task instanceof Task.Sorted sorted) {
            words(Typed.orders(sorted), Posed.options(sorted.items()), "Type the letters in order.");
            return new MoodleXml.Written("shortanswer", "letters are typed in order");
        }
        if (task instanceof Task.Pairs pairs) {
            return pairs(pairs);
        }
        if (task instanceof Task.Words words) {
            words(words, List.of(), "");
            return new MoodleXml.Written("shortanswer", "no typing error is forgiven");
        }
        essay(task instanceof Task.Essay essay ? essay.points() : List.of());
        return new MoodleXml.Written("essay", "marked by hand, points in the marker's information");
    }

    private MoodleXml.Written pairs(Task.Pairs pairs) {
        if (pairs.key().size() < 2 || pairs.each() * pairs.key().size() + 1e-9 < question.credits()) {
            words(
                    Typed.pairs(pairs),
                    Posed.options(pairs.shown()),
                    "Type pairs, such as " + pairs.key().keySet().iterator().next() + ":"
                            + pairs.rights().get(0) + ".");
            return new MoodleXml.Written("shortanswer", "pairs are typed, so that all or nothing holds");
        }
        question("matching", List.of(), () -> {
            xml.text("shuffleanswers", "true");
            pairs.key()
                    .forEach((left, right) -> subquestion(
                            left + ") " + pairs.shown().get(left),
                            right + ") " + pairs.shown().get(right)));
            pairs.rights().stream()
                    .filter(right -> !pairs.key().containsValue(right))
                    .forEach(right ->
                            subquestion("", right + ") " + pairs.shown().get(right)));
        });
        return new MoodleXml.Written("matching", "");
    }

    private void subquestion(String text, String answer) {
        xml.element(
                "subquestion",
                () -> {
                    xml.text("text", Posed.html(text));
                    xml.element("answer", () -> xml.text("text", answer));
                },
                "format",
                "html");
    }

    private void options(String type, Map<String, String> options, String key) {
        question(type, List.of(), () -> {
            xml.text("single", "true");
            xml.text("shuffleanswers", "false");
            xml.text("answernumbering", "none");
            options.forEach((name, text) ->
                    MoodleXml.answer(xml, name.equals(key) ? "100" : "0", Posed.html(name + ") " + text), () -> {}));
        });
    }

    private void truth(boolean key) {
        question("truefalse", List.of(), () -> {
            MoodleXml.answer(xml, key ? "100" : "0", "true", () -> {});
            MoodleXml.answer(xml, key ? "0" : "100", "false", () -> {});
        });
    }

    /** A star would stand for any text. */
    private void words(Task.Words words, List<String> options, String how) {
        List<String> more = new ArrayList<>(options);
        if (!how.isEmpty()) {
            more.add(how);
        }
        question("shortanswer", more, () -> {
            xml.text("usecase", "0");
            words.shares()
                    .forEach((word, share) ->
                            MoodleXml.answer(xml, Fractions.of(share), word.replace("*", "\\*"), () -> {}));
        });
    }

    private void essay(List<String> points) {
        question("essay", List.of(), () -> {
            xml.text("responseformat", "editor");
            xml.text("responserequired", "1");
            xml.text("responsefieldlines", "10");
            xml.text("attachments", "0");
            xml.text("attachmentsrequired", "0");
            MoodleXml.html(xml, "graderinfo", Posed.html(points));
            MoodleXml.html(xml, "responsetemplate", "");
        });
    }

    private void question(String type, List<String> more, Runnable inside) {
        List<String> asked = new ArrayList<>(List.of(question.id() + ": " + question.ask()));
        asked.addAll(more);
        Pictures pictures = new Pictures();
        String text = Posed.html(Posed.statement(item.problem()))
                + pictures.html(item.problem().figure())
                + "\n" + Posed.html(List.of(Posed.part(part)))
                + pictures.html(part.figure())
                + "\n" + Posed.html(asked);
        xml.element(
                "question",
                () -> {
                    MoodleXml.head(
                            xml,
                            Posed.name(paper, item, question.id()),
                            text,
                            pictures,
                            item.problem().source(),
                            item.points(question.credits()));
                    inside.run();
                },
                "type",
                type);
    }
}
