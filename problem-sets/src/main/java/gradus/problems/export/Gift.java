package gradus.problems.export;

import gradus.problems.Figures;
import gradus.problems.Part;
import gradus.problems.Question;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions in GIFT, a text format that many platforms read. It knows no points: they stand in the text of a question. */
final class Gift implements Export {
    @Override
    public String name() {
        return "gift";
    }

    @Override
    public Bundle of(Paper paper) {
        List<Fate> fates = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        text.append("$CATEGORY: ")
                .append((paper.exam().title() + "/" + paper.id()).replace('\n', ' '))
                .append("\n\n");
        paper.items()
                .forEach(item -> item.problem()
                        .parts()
                        .forEach(part -> part.questions()
                                .forEach(question -> question(paper, item, part, question, text, fates))));
        return new Bundle(Map.of("gift.txt", text.toString()), fates);
    }

    private void question(Paper paper, Item item, Part part, Question question, StringBuilder text, List<Fate> fates) {
        Task task = Tasks.of(item.problem(), question);
        String as = "left out", remark = "a step without credits";
        if (task instanceof Task.Numeric numeric) {
            if (question.credits() > 0) {
                as = "numerical";
                remark = "nothing is carried forward"
                        + (numeric.fields().size() == 1
                                ? ""
                                : ", each of " + numeric.fields().size() + " numbers is a question");
                numeric.groups()
                        .forEach(group -> group.fields()
                                .forEach(field -> append(
                                        text,
                                        Posed.name(paper, item, field.label()),
                                        posed(
                                                item,
                                                part,
                                                question,
                                                field.label(),
                                                group.credits() / group.fields().size()),
                                        numbers(field))));
            }
        } else {
            as = as(task, question);
            remark = remark(as, task);
            append(
                    text,
                    Posed.name(paper, item, question.id()),
                    Stream.concat(
                                    posed(item, part, question, question.id(), question.credits()).stream(),
                                    shown(as, task).stream())
                            .toList(),
                    answers(as, task));
        }
        fates.add(Fate.of(name(), item, question, as, remark));
    }

    private static List<String> posed(Item item, Part part, Question question, String label, double credits) {
        List<String> text = new ArrayList<>(Posed.statement(item.problem()));
        item.problem().figure().ifPresent(figure -> text.add(figure.words()));
        text.add(Posed.part(part));
        part.figure().ifPresent(figure -> text.add(figure.words()));
        text.add(label + ": " + question.ask() + " (points: " + Figures.of(item.points(credits)) + ")");
        return text;
    }

    private static String as(Task task, Question question) {
        if (task instanceof Task.One) {
            return "multiple choice";
        }
        if (task instanceof Task.TrueFalse) {
            return "true or false";
        }
        if (task instanceof Task.Pairs pairs) {
            boolean whole = pairs.key().size() < 3 || pairs.each() * pairs.key().size() + 1e-9 < question.credits();
            return whole ? "short answer" : "matching";
        }
        return task instanceof Task.Essay ? "essay" : "short answer";
    }

    private static String remark(String as, Task task) {
        return switch (as) {
            case "essay" -> "marked by hand, points in the feedback";
            case "short answer" ->
                task instanceof Task.Words
                        ? "no typing error is forgiven"
                        : "letters are typed, so that all or nothing holds";
            default -> "";
        };
    }

    private static List<String> shown(String as, Task task) {
        if (!as.equals("short answer") || task instanceof Task.Words) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        if (task instanceof Task.Several several) {
            lines.addAll(Posed.options(several.options()));
            lines.add("Type the letters in alphabetical order, or none.");
        } else if (task instanceof Task.Sorted sorted) {
            lines.addAll(Posed.options(sorted.items()));
            lines.add("Type the letters in order.");
        } else if (task instanceof Task.Pairs pairs) {
            lines.addAll(Posed.options(pairs.shown()));
            lines.add("Type pairs, such as " + pairs.key().keySet().iterator().next() + ":"
                    + pairs.rights().get(0) + ".");
        }
        return lines;
    }

    private static String answers(String as, Task task) {
        if (task instanceof Task.One one) {
            return one.options().entrySet().stream()
                    .map(option -> (option.getKey().equals(one.key()) ? "=" : "~")
                            + escaped(option.getKey() + ") " + option.getValue()))
                    .collect(Collectors.joining(" "));
        }
        if (task instanceof Task.TrueFalse truth) {
            return truth.key() ? "TRUE" : "FALSE";
        }
        if (task instanceof Task.Essay essay) {
            return "####" + escaped(String.join("\n", essay.points()));
        }
        if (task instanceof Task.Pairs pairs && as.equals("matching")) {
            return pairs.key().entrySet().stream()
                    .map(pair -> "=" + side(pairs, pair.getKey()) + " -> " + side(pairs, pair.getValue()))
                    .collect(Collectors.joining(" "));
        }
        return words(typed(task));
    }

    private static String side(Task.Pairs pairs, String name) {
        return escaped(name + ") " + pairs.shown().get(name)).replace("->", "\u2192");
    }

    private static Task.Words typed(Task task) {
        if (task instanceof Task.Several several) {
            return Typed.letters(several);
        }
        if (task instanceof Task.Sorted sorted) {
            return Typed.orders(sorted);
        }
        return task instanceof Task.Pairs pairs ? Typed.pairs(pairs) : (Task.Words) task;
    }

    private static String words(Task.Words words) {
        return words.shares().entrySet().stream()
                .map(word -> "=%" + Fractions.of(word.getValue()) + "%"
                        + escaped(word.getKey().replace("*", "\\*")))
                .collect(Collectors.joining(" "));
    }

    private static String numbers(Field field) {
        String others = field.others().stream()
                .map(other -> " =%" + Fractions.of(other.share()) + "%" + Field.text(other.value()) + ":"
                        + Field.text(field.tolerance()))
                .collect(Collectors.joining());
        return "#=%100%" + Field.text(field.key()) + ":" + Field.text(field.tolerance()) + others;
    }

    private static void append(StringBuilder text, String name, List<String> posed, String answers) {
        text.append("::").append(escaped(name)).append("::[plain]").append(escaped(String.join("\n", posed)));
        text.append(" {").append(answers).append("}\n\n");
    }

    /** Escapes what means something to GIFT; a line break would end a question where a second follows. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replaceAll("([~=#{}:])", "\\\\$1")
                .replace("\r", "")
                .replace("\n", "\\n");
    }
}
