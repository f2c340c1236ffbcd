package gradus.problems;

import gradus.problems.ProblemFile.AxesEntry;
import gradus.problems.ProblemFile.QuestionEntry;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads how a shape is marked. */
record AxesReader(String file, Credits numbers) {
    Axes axes(QuestionEntry entry, AxesEntry shape, Tensor key) {
        String axes = shape.axes();
        if (key.rank() != 1 || key.size() != axes.length()) {
            throw new ProblemException(
                    file, entry.ask(), "expected one axis for each entry of " + Figures.of(key) + " but got " + axes);
        }
        for (Text order : shape.orders()) {
            if (!order.value().chars().allMatch(axis -> axes.indexOf(axis) >= 0 || axis == 'N')) {
                throw new ProblemException(file, order, "expected the axes " + axes + " but got " + order.value());
            }
        }
        Map<String, Double> credits = new LinkedHashMap<>();
        Objects.requireNonNullElse(shape.credits(), Map.<String, Text>of())
                .forEach((group, text) -> credits.put(group, numbers.credits(text)));
        double sum = credits.values().stream().mapToDouble(x -> x).sum();
        if (!credits.isEmpty() && sum != numbers.credits(entry.credits())) {
            throw new ProblemException(
                    file,
                    entry.ask(),
                    "expected credits of the axes that add up to "
                            + entry.credits().value() + " but got " + Figures.of(sum));
        }
        return new Axes(axes, shape.orders().stream().map(Text::value).toList(), credits);
    }
}
