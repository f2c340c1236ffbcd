package gradus.problems.export;

import gradus.problems.Figures;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.exam.Item;
import gradus.problems.exam.Paper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Problems in words, as paragraphs without any markup. */
final class Posed {
    private Posed() {}

    /** The statement, the given numbers and the conventions. */
    static List<String> statement(Problem problem) {
        List<String> paragraphs = new ArrayList<>();
        Arrays.stream(problem.statement().split("\n\n", -1))
                .map(text -> text.strip().replace('\n', ' '))
                .forEach(paragraphs::add);
        String given = problem.given().values().stream()
                .flatMap(List::stream)
                .map(name -> name + " = " + Figures.of(problem.model().value(name)))
                .collect(Collectors.joining(", "));
        if (!given.isEmpty()) {
            paragraphs.add("Given: " + given + ".");
        }
        paragraphs.addAll(problem.conventions());
        return paragraphs;
    }

    static String part(Part part) {
        return part.id() + " " + part.ask();
    }

    /** {@code 3. 2022ss-6}. */
    static String name(Item item) {
        return item.number() + ". " + item.reference().text();
    }

    /** The name of a question in a list of all questions. */
    static String name(Paper paper, Item item, String answer) {
        return paper.id() + " " + name(item) + " " + answer;
    }

    /** Paragraphs as HTML. */
    static String html(List<String> paragraphs) {
        return paragraphs.stream().map(text -> "<p>" + html(text) + "</p>").collect(Collectors.joining("\n"));
    }

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Options, one a paragraph. */
    static List<String> options(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + ") " + option.getValue())
                .toList();
    }
}
