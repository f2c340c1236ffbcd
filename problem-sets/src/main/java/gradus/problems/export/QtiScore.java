package gradus.problems.export;

import gradus.problems.exam.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How QTI declares answers with their keys, and adds up what they earn. */
record QtiScore(Xml xml, Item item) {
    void declaration(QtiItem.Response response) {
        Task task = response.task();
        if (task instanceof Task.Numeric numeric) {
            List<Field> fields = numeric.fields();
            for (int i = 0; i < fields.size(); i++) {
                declare(
                        QtiInteraction.field(response, i),
                        "single",
                        "float",
                        List.of(Field.text(fields.get(i).key())));
            }
        } else if (task instanceof Task.Words words) {
            words(response, words);
        } else if (task instanceof Task.TrueFalse truth) {
            declare(response.id(), "single", "identifier", List.of(truth.key() ? "TRUE" : "FALSE"));
        } else if (task instanceof Task.One one) {
            declare(response.id(), "single", "identifier", List.of(QtiInteraction.option(one.options(), one.key())));
        } else if (task instanceof Task.Several several) {
            declare(response.id(), "multiple", "identifier", options(several.options(), several.key()));
        } else if (task instanceof Task.Sorted sorted) {
            declare(
                    response.id(),
                    "ordered",
                    "identifier",
                    options(sorted.items(), sorted.orders().get(0)));
        } else if (task instanceof Task.Pairs pairs) {
            declare(
                    response.id(),
                    "multiple",
                    "directedPair",
                    pairs.key().keySet().stream().map(left -> pair(pairs, left)).toList());
        } else {
            declare(response.id(), "single", "string", List.of());
        }
    }

    private static List<String> options(Map<String, String> options, Iterable<String> names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(QtiInteraction.option(options, name)));
        return all;
    }

    private static String pair(Task.Pairs pairs, String left) {
        String right = pairs.key().getOrDefault(left, "");
        return QtiInteraction.option(pairs.shown(), left) + " " + QtiInteraction.option(pairs.shown(), right);
    }

    private void declare(String id, String cardinality, String type, List<String> values) {
        xml.element(
                "responseDeclaration",
                () -> correct(values),
                "identifier",
                id,
                "cardinality",
                cardinality,
                "baseType",
                type);
    }

    private void correct(List<String> values) {
        if (!values.isEmpty()) {
            xml.element("correctResponse", () -> values.forEach(value -> xml.text("value", value)));
        }
    }

    private void words(QtiItem.Response response, Task.Words words) {
        xml.element(
                "responseDeclaration",
                () -> {
                    correct(List.of(words.shares().keySet().iterator().next()));
                    xml.element(
                            "mapping",
                            () -> words.shares()
                                    .forEach((word, share) -> xml.element(
                                            "mapEntry",
                                            () -> {},
                                            "mapKey",
                                            word,
                                            "mappedValue",
                                            Field.text(share * points(response)),
                                            "caseSensitive",
                                            "false")),
                            "defaultValue",
                            "0");
                },
                "identifier",
                response.id(),
                "cardinality",
                "single",
                "baseType",
                "string");
    }

    void outcomes() {
        for (String name : List.of("SCORE", "MAXSCORE")) {
            xml.element(
                    "outcomeDeclaration",
                    () -> xml.element(
                            "defaultValue",
                            () -> xml.text("value", name.equals("SCORE") ? "0" : Field.text(item.points()))),
                    "identifier",
                    name,
                    "cardinality",
                    "single",
                    "baseType",
                    "float");
        }
    }

    private double points(QtiItem.Response response) {
        return item.points(response.question().credits());
    }

    void rule(QtiItem.Response response) {
        Task task = response.task();
        if (task instanceof Task.Numeric numeric) {
            numeric(response, numeric);
        } else if (task instanceof Task.Words) {
            xml.element(
                    "setOutcomeValue",
                    () -> sum(() -> xml.element("mapResponse", () -> {}, "identifier", response.id())),
                    "identifier",
                    "SCORE");
        } else if (task instanceof Task.Several several) {
            when(
                    () -> anyOf(several.others().size() + 1, () -> {
                        subset(response.id(), several, several.key());
                        several.others().forEach(other -> subset(response.id(), several, other));
                    }),
                    points(response));
        } else if (task instanceof Task.Sorted sorted) {
            when(
                    () -> anyOf(
                            sorted.orders().size(),
                            () -> sorted.orders()
                                    .forEach(order -> xml.element("match", () -> {
                                        variable(response.id());
                                        xml.element(
                                                "ordered",
                                                () -> options(sorted.items(), order)
                                                        .forEach(option -> value("identifier", option)));
                                    }))),
                    points(response));
        } else if (task instanceof Task.Pairs pairs && pairs.each() > 0) {
            pairs.key()
                    .keySet()
                    .forEach(left -> when(
                            () -> xml.element("member", () -> {
                                value("directedPair", pair(pairs, left));
                                variable(response.id());
                            }),
                            item.points(pairs.each())));
        } else if (!(task instanceof Task.Essay)) {
            when(
                    () -> xml.element("match", () -> {
                        variable(response.id());
                        xml.element("correct", () -> {}, "identifier", response.id());
                    }),
                    points(response));
        }
    }

    private void numeric(QtiItem.Response response, Task.Numeric numeric) {
        List<Field> fields = numeric.fields();
        numeric.groups()
                .forEach(group -> xml.element("responseCondition", () -> {
                    xml.element("responseIf", () -> {
                        xml.element(
                                "and",
                                () -> group.fields().forEach(field -> {
                                    String id = QtiInteraction.field(response, fields.indexOf(field));
                                    equal(field, id, () -> xml.element("correct", () -> {}, "identifier", id));
                                }));
                        score(item.points(group.credits()));
                    });
                    group.fields()
                            .forEach(field -> field.others()
                                    .forEach(other -> xml.element("responseElseIf", () -> {
                                        String id = QtiInteraction.field(response, fields.indexOf(field));
                                        equal(field, id, () -> value("float", Field.text(other.value())));
                                        score(item.points(group.credits()) * other.share());
                                    })));
                }));
    }

    private void equal(Field field, String id, Runnable to) {
        String tolerance = Field.text(field.tolerance());
        Runnable both = () -> {
            variable(id);
            to.run();
        };
        if (field.tolerance() == 0) {
            xml.element("equal", both, "toleranceMode", "exact");
        } else {
            xml.element("equal", both, "toleranceMode", "absolute", "tolerance", tolerance + " " + tolerance);
        }
    }

    /** Exactly these of the options that count; where none is, no answer at all will do, too. */
    private void subset(String id, Task.Several several, Set<String> key) {
        Runnable members = () -> xml.element(
                "and",
                () -> several.options().keySet().stream()
                        .filter(name -> !several.ignored().contains(name))
                        .forEach(name -> {
                            Runnable member = () -> xml.element("member", () -> {
                                value("identifier", QtiInteraction.option(several.options(), name));
                                variable(id);
                            });
                            if (key.contains(name)) {
                                member.run();
                            } else {
                                xml.element("not", member);
                            }
                        }));
        if (key.isEmpty()) {
            xml.element("or", () -> {
                xml.element("isNull", () -> variable(id));
                members.run();
            });
        } else {
            members.run();
        }
    }

    private void anyOf(int count, Runnable inside) {
        if (count == 1) {
            inside.run();
        } else {
            xml.element("or", inside);
        }
    }

    private void when(Runnable condition, double points) {
        xml.element(
                "responseCondition",
                () -> xml.element("responseIf", () -> {
                    condition.run();
                    score(points);
                }));
    }

    private void score(double points) {
        xml.element("setOutcomeValue", () -> sum(() -> value("float", Field.text(points))), "identifier", "SCORE");
    }

    private void sum(Runnable more) {
        xml.element("sum", () -> {
            variable("SCORE");
            more.run();
        });
    }

    private void variable(String id) {
        xml.element("variable", () -> {}, "identifier", id);
    }

    private void value(String type, String text) {
        xml.text("baseValue", text, "baseType", type);
    }
}
