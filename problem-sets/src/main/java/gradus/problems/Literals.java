package gradus.problems;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers in the texts of a problem that its variants would contradict. Numbers of inputs, weights, biases and targets
 * of at most 2 count only right behind their name: texts are full of ones and twos.
 */
final class Literals {
    private static final Set<String> TEXTS = Set.of(
            "title",
            "statement",
            "ask",
            "when",
            "note",
            "text",
            "reasoning",
            "key",
            "holds",
            "otherwise",
            "caption",
            "description",
            "label");
    private static final Set<String> LISTS =
            Set.of("conventions", "options", "items", "left", "right", "before", "rounds", "boxes", "texts", "edges");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}_.,/^])(\\d+(?:[.,]\\d+)?(?:/\\d+)?)(?![\\p{L}\\p{N}_/]|[.,]\\d)");
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private final Problem problem;
    private final Set<String> varied, keep;
    private final Set<String> found = new LinkedHashSet<>();

    private Literals(Problem problem, Set<String> varied, Set<String> keep) {
        this.problem = problem;
        this.varied = varied;
        this.keep = keep;
    }

    /** One sentence for each number that is shown although it varies. */
    static List<String> of(JsonNode tree, Problem problem, Set<String> varied, List<Text> keep) {
        Set<String> kept = new LinkedHashSet<>();
        keep.forEach(each -> kept.add(each.value()));
        Literals literals = new Literals(problem, varied, kept);
        for (String field : List.of("title", "statement", "figure", "conventions", "parts", "slips")) {
            literals.look(field, tree.path(field));
        }
        return new ArrayList<>(literals.found);
    }

    private void look(String field, JsonNode node) {
        if (node.isTextual()) {
            if (TEXTS.contains(field) || LISTS.contains(field)) {
                read(field, node.textValue());
            }
        } else if (node.isArray()) {
            node.forEach(child -> look(field, child));
        } else {
            node.properties().forEach(child -> look(LISTS.contains(field) ? field : child.getKey(), child.getValue()));
        }
    }

    private void read(String field, String text) {
        String plain = text.replaceAll("\\s+", " ");
        Matcher numbers = NUMBER.matcher(plain);
        while (numbers.find()) {
            String number = numbers.group(1);
            if (!keep.contains(number)) {
                double value = value(number);
                String before = plain.substring(0, numbers.start());
                varied.stream()
                        .filter(name -> shows(name, value, before))
                        .findFirst()
                        .ifPresent(name -> report(field, number, name));
            }
        }
        for (int i = 2; i < WORDS.size(); i++) {
            String word = WORDS.get(i);
            int value = i;
            if (!keep.contains(word)
                    && Pattern.compile("(?i)\\b" + word + "\\b").matcher(plain).find()) {
                varied.stream()
                        .filter(name ->
                                problem.role(name).filter(Role.CONSTANT::equals).isPresent())
                        .filter(name -> is(name, value))
                        .findFirst()
                        .ifPresent(name -> report(field, word, name));
            }
        }
    }

    private boolean shows(String name, double value, String before) {
        boolean named = Pattern.compile("\\b" + name + "( is|:)?[ =(]*-?$")
                .matcher(before)
                .find();
        boolean telling = value > 2 || value != Math.rint(value);
        boolean constant = problem.role(name).filter(Role.CONSTANT::equals).isPresent();
        return is(name, value) && (named || telling || constant);
    }

    private boolean is(String name, double value) {
        Tensor given = problem.model().value(name);
        return given.rank() == 0 && Math.abs(Math.abs(given.sum()) - value) < 1e-12;
    }

    private void report(String field, String number, String name) {
        found.add(field + " shows " + number + ", the value of " + name + ", which varies; write {" + name
                + "}, or list " + number + " under 'keep' if it is another number");
    }

    private static double value(String number) {
        String[] parts = number.replace(',', '.').split("/", -1);
        return parts.length == 1
                ? Double.parseDouble(parts[0])
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }
}
