package gradus.problems.exam;

import gradus.problems.Derived;
import gradus.problems.Form;
import gradus.problems.Listed;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.kind.Choice;
import gradus.problems.kind.Letters;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A problem with the options of its choices in another order, and lettered afresh. */
final class Shuffled {
    /** An option that speaks of the others stays where it is, and so do they. */
    private static final Pattern PLACED = Pattern.compile("(?i)\\b(above|below|all of|none of|both|neither)\\b");

    private Shuffled() {}

    static Problem of(Problem problem, Seed seed) {
        List<Part> parts = problem.parts().stream()
                .map(part -> part.asking(part.questions().stream()
                        .map(question -> question(question, seed.named(question.id())))
                        .toList()))
                .toList();
        return new Problem(
                        problem.id(),
                        problem.title(),
                        problem.source(),
                        problem.statement(),
                        problem.conventions(),
                        problem.given(),
                        problem.model(),
                        parts,
                        problem.listed(),
                        problem.errata())
                .drawn(problem.figure().orElse(null));
    }

    private static Question question(Question question, Seed seed) {
        return question.kind()
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .filter(choice -> choice.shown().values().stream()
                        .noneMatch(option -> PLACED.matcher(option).find()))
                .map(choice -> question(
                        question, choice, order(List.copyOf(choice.shown().keySet()), seed)))
                .orElse(question);
    }

    private static Question question(Question question, Choice choice, List<String> order) {
        UnaryOperator<String> translated = text -> Letters.translated(choice.letters(choice.read(text)), order);
        String letters = order.stream()
                .map(letter -> letter + " is " + Letters.at(order.indexOf(letter)))
                .sorted()
                .collect(Collectors.joining(", ", " (Letters of the bank; here ", ".)"));
        Derived derived = question.derived();
        return new Question(
                question.id(),
                question.ask(),
                question.credits(),
                question.published() == null ? null : translated.apply(question.published()),
                new Form.Direct(choice.ordered(order)),
                listed(question.accepted(), translated, letters),
                listed(question.wrong(), translated, letters),
                question.carries(),
                question.needs(),
                derived == null ? null : new Derived(derived.confidence(), derived.reasoning() + letters));
    }

    private static List<Listed> listed(List<Listed> all, UnaryOperator<String> translated, String letters) {
        return all.stream()
                .map(listed -> new Listed(
                        listed.answers().stream().map(translated).toList(),
                        listed.credits(),
                        listed.slip(),
                        listed.note() + letters))
                .toList();
    }

    /** The items in an order that the seed decides. */
    static <T> List<T> order(List<T> items, Seed seed) {
        List<T> left = new ArrayList<>(items), order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove((int) (seed.uniform(left.size()) * left.size())));
        }
        return order;
    }
}
