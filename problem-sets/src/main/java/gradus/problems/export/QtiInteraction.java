package gradus.problems.export;

import gradus.problems.Figures;
import gradus.problems.exam.Item;
import java.util.List;
import java.util.Map;

/** Where an answer is given in QTI. Options are identified by their place: O1, O2, ... */
record QtiInteraction(Xml xml) {
    static String name(Task task) {
        return task instanceof Task.One || task instanceof Task.Several || task instanceof Task.TrueFalse
                ? "choiceInteraction"
                : task instanceof Task.Sorted
                        ? "orderInteraction"
                        : task instanceof Task.Pairs
                                ? "matchInteraction"
                                : task instanceof Task.Essay ? "extendedTextInteraction" : "textEntryInteraction";
    }

    static String remark(Task task) {
        if (task instanceof Task.Numeric) {
            return "nothing is carried forward";
        }
        if (task instanceof Task.Words) {
            return "no typing error is forgiven";
        }
        return task instanceof Task.Essay ? "marked by hand, points for the scorer" : "";
    }

    /** The identifier of an option. */
    static String option(Map<String, String> options, String name) {
        return "O" + (List.copyOf(options.keySet()).indexOf(name) + 1);
    }

    /** The responses of a numeric answer have a number each behind its identifier. */
    static String field(QtiItem.Response response, int place) {
        return response.id() + "_" + (place + 1);
    }

    void write(QtiItem.Response response, Item item) {
        String asked = response.question().id() + ": " + response.question().ask() + " ("
                + Figures.of(item.points(response.question().credits())) + ")";
        Task task = response.task();
        if (task instanceof Task.Numeric numeric) {
            xml.text("p", asked);
            List<Field> fields = numeric.fields();
            for (int i = 0; i < fields.size(); i++) {
                entry(fields.get(i).label() + " = ", field(response, i));
            }
        } else if (task instanceof Task.Words) {
            entry(asked + " ", response.id());
        } else if (task instanceof Task.TrueFalse) {
            choice(response.id(), asked, Map.of(), "1");
        } else if (task instanceof Task.One one) {
            choice(response.id(), asked, one.options(), "1");
        } else if (task instanceof Task.Several several) {
            choice(response.id(), asked, several.options(), "0");
        } else if (task instanceof Task.Sorted sorted) {
            order(response.id(), asked, sorted.items());
        } else if (task instanceof Task.Pairs pairs) {
            match(response.id(), asked, pairs);
        } else if (task instanceof Task.Essay essay) {
            essay(response.id(), asked, essay.points());
        }
    }

    private void entry(String label, String id) {
        xml.element("p", () -> {
            xml.text(label);
            xml.element("textEntryInteraction", () -> {}, "responseIdentifier", id, "expectedLength", "20");
        });
    }

    private void choice(String id, String asked, Map<String, String> options, String most) {
        xml.element(
                "choiceInteraction",
                () -> {
                    xml.text("prompt", asked);
                    if (options.isEmpty()) {
                        xml.text("simpleChoice", "true", "identifier", "TRUE");
                        xml.text("simpleChoice", "false", "identifier", "FALSE");
                    }
                    options.forEach((name, text) ->
                            xml.text("simpleChoice", name + ") " + text, "identifier", option(options, name)));
                },
                "responseIdentifier",
                id,
                "shuffle",
                "false",
                "maxChoices",
                most);
    }

    private void order(String id, String asked, Map<String, String> items) {
        xml.element(
                "orderInteraction",
                () -> {
                    xml.text("prompt", asked);
                    items.forEach((name, text) ->
                            xml.text("simpleChoice", name + ") " + text, "identifier", option(items, name)));
                },
                "responseIdentifier",
                id,
                "shuffle",
                "false");
    }

    private void match(String id, String asked, Task.Pairs pairs) {
        xml.element(
                "matchInteraction",
                () -> {
                    xml.text("prompt", asked);
                    set(pairs, List.copyOf(pairs.key().keySet()), "1");
                    set(pairs, pairs.rights(), "0");
                },
                "responseIdentifier",
                id,
                "shuffle",
                "false",
                "maxAssociations",
                "0");
    }

    private void set(Task.Pairs pairs, List<String> names, String most) {
        xml.element(
                "simpleMatchSet",
                () -> names.forEach(name -> xml.text(
                        "simpleAssociableChoice",
                        name + ") " + pairs.shown().get(name),
                        "identifier",
                        option(pairs.shown(), name),
                        "matchMax",
                        most)));
    }

    private void essay(String id, String asked, List<String> points) {
        xml.element(
                "extendedTextInteraction",
                () -> xml.text("prompt", asked),
                "responseIdentifier",
                id,
                "expectedLines",
                "8");
        xml.element("rubricBlock", () -> points.forEach(point -> xml.text("p", point)), "view", "scorer");
    }
}
