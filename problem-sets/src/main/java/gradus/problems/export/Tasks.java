package gradus.problems.export;

import gradus.problems.Axes;
import gradus.problems.Figures;
import gradus.problems.Listed;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.formula.Numbers;
import gradus.problems.kind.Choice;
import gradus.problems.kind.Kind;
import gradus.problems.kind.Match;
import gradus.problems.kind.Order;
import gradus.problems.kind.Pick;
import gradus.problems.kind.Rubric;
import gradus.problems.kind.Sides;
import gradus.problems.kind.Term;
import gradus.problems.kind.Truth;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says questions in the terms that learning platforms share. */
final class Tasks {
    private Tasks() {}

    static Task of(Problem problem, Question question) {
        return question.kind().map(kind -> direct(question, kind)).orElseGet(() -> numeric(problem, question));
    }

    private static Task direct(Question question, Kind kind) {
        if (kind instanceof Choice choice) {
            List<Set<String>> others = answers(question.accepted().stream())
                    .map(answer -> choice.letters(choice.read(answer)))
                    .toList();
            return new Task.Several(choice.shown(), choice.letters(), choice.ignored(), others);
        }
        if (kind instanceof Pick pick && question.accepted().isEmpty()) {
            return new Task.One(pick.shown(), pick.key());
        }
        if (kind instanceof Truth truth) {
            return new Task.TrueFalse(truth.isTrue());
        }
        if (kind instanceof Order order) {
            List<List<String>> orders = Orders.of(order);
            return orders.isEmpty() ? essay(question, kind) : new Task.Sorted(order.shown(), orders);
        }
        if (kind instanceof Match match) {
            return new Task.Pairs(match.shown(), match.rights(), match.pairs(), match.each());
        }
        if (kind instanceof Sides sides) {
            return words(question, List.of(sides.spellings()));
        }
        return kind instanceof Term term && term.count() == 1 ? words(question, term.groups()) : essay(question, kind);
    }

    private static Stream<String> answers(Stream<Listed> listed) {
        return listed.flatMap(each -> each.answers().stream());
    }

    private static Task words(Question question, List<List<String>> right) {
        Map<String, Double> shares = new LinkedHashMap<>();
        right.forEach(group -> group.forEach(word -> shares.put(word, 1.0)));
        answers(question.accepted().stream()).forEach(word -> shares.put(word, 1.0));
        for (Listed wrong : question.wrong()) {
            if (wrong.credits() > 0 && question.credits() > 0) {
                wrong.answers().forEach(word -> shares.putIfAbsent(word, wrong.credits() / question.credits()));
            }
        }
        return new Task.Words(shares);
    }

    /** What somebody who marks has to know. */
    static Task.Essay essay(Question question, Kind kind) {
        List<String> points = new ArrayList<>();
        if (kind instanceof Rubric rubric) {
            rubric.points()
                    .values()
                    .forEach(point -> points.add(point.text() + " (" + Figures.of(point.credits()) + ")"));
        } else {
            points.add("Key: " + kind.key());
        }
        question.accepted()
                .forEach(listed ->
                        points.add("Also right: " + String.join(" or ", listed.answers()) + ". " + listed.note()));
        question.wrong()
                .forEach(listed -> points.add("Earns " + Figures.of(listed.credits()) + ": "
                        + String.join(" or ", listed.answers()) + ". " + listed.note()));
        return new Task.Essay(points);
    }

    private static Task numeric(Problem problem, Question question) {
        Tensor key = problem.model().value(question.id());
        if (question.shape().isPresent()) {
            return shape(question, key);
        }
        List<Field> fields = new ArrayList<>();
        fields(question, key, question.id(), key.rank() == 0 ? others(problem, question) : List.of(), fields);
        return new Task.Numeric(List.of(new Task.Group(question.credits(), fields)));
    }

    private static void fields(
            Question question, Tensor key, String label, List<Field.Worth> others, List<Field> fields) {
        if (key.rank() == 0) {
            fields.add(Field.of(label, key.sum(), question.counts(), others));
            return;
        }
        IntStream.range(0, key.dim(0))
                .forEach(i -> fields(question, key.select(0, i), label + "[" + (i + 1) + "]", others, fields));
    }

    private static Task shape(Question question, Tensor key) {
        Axes axes = question.shape().orElseThrow();
        List<Field> fields = IntStream.range(0, axes.axes().length())
                .mapToObj(i -> Field.of(question.id() + "[" + axes.axes().charAt(i) + "]", key.get(i), true, List.of()))
                .toList();
        if (axes.credits().isEmpty()) {
            return new Task.Numeric(List.of(new Task.Group(question.credits(), fields)));
        }
        List<Task.Group> groups = new ArrayList<>();
        axes.credits()
                .forEach((letters, credits) -> groups.add(new Task.Group(
                        credits,
                        letters.chars()
                                .mapToObj(axis -> fields.get(axes.axes().indexOf(axis)))
                                .toList())));
        return new Task.Numeric(groups);
    }

    private static List<Field.Worth> others(Problem problem, Question question) {
        List<Field.Worth> worths = new ArrayList<>();
        question.accepted()
                .forEach(listed -> values(problem, listed).forEach(value -> worths.add(new Field.Worth(value, 1))));
        for (Listed wrong : question.wrong()) {
            if (wrong.credits() > 0) {
                values(problem, wrong)
                        .forEach(value -> worths.add(new Field.Worth(value, wrong.credits() / question.credits())));
            }
        }
        return worths;
    }

    private static List<Double> values(Problem problem, Listed listed) {
        Map<String, Tensor> given = new LinkedHashMap<>();
        problem.given()
                .values()
                .forEach(names ->
                        names.forEach(name -> given.put(name, problem.model().value(name))));
        return listed.answers().stream()
                .map(answer -> value(answer, given))
                .flatMap(value -> value.stream().boxed())
                .toList();
    }

    private static OptionalDouble value(String answer, Map<String, Tensor> given) {
        try {
            Tensor value = Numbers.value(ExpressionParser.answer(answer, given.keySet()), given);
            return value.shape().equals(Shape.of()) ? OptionalDouble.of(value.sum()) : OptionalDouble.empty();
        } catch (ExpressionException e) {
            return OptionalDouble.empty();
        }
    }
}
