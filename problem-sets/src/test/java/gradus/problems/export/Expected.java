package gradus.problems.export;

import gradus.problems.Axes;
import gradus.problems.Problem;
import gradus.problems.Question;
import gradus.problems.exam.Paper;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an export of a paper must hold, taken from the problems themselves. */
final class Expected {
    private Expected() {}

    /** All numbers that are asked for and have credits, in order; of a shape by the groups that earn. */
    static List<Double> numbers(Problem problem) {
        List<Double> numbers = new ArrayList<>();
        for (Question question : problem.questions()) {
            if (question.isComputed() && question.credits() > 0) {
                Tensor key = problem.model().value(question.id());
                if (question.shape().filter(axes -> !axes.credits().isEmpty()).isPresent()) {
                    Axes axes = question.shape().orElseThrow();
                    axes.credits()
                            .keySet()
                            .forEach(group -> group.chars()
                                    .forEach(axis ->
                                            numbers.add(key.get(axes.axes().indexOf(axis)))));
                } else {
                    Arrays.stream(key.toArray())
                            .map(value -> value == 0 ? 0 : value)
                            .forEach(numbers::add);
                }
            }
        }
        return numbers;
    }

    /** Problem and answer of every question. */
    static List<String> fates(Paper paper) {
        return paper.items().stream()
                .flatMap(item -> item.problem().ids().stream().map(id -> Posed.name(item) + id))
                .toList();
    }
}
