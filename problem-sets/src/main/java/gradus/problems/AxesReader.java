package gradus.problems;

import gradus.problems.ProblemFile.AxesEntry;
import gradus.problems.ProblemFile.QuestionEntry;
import gradus.problems.expression.ExpressionException;
import gradus.problems.kind.Layout;
import gradus.problems.kind.Sides;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads how a shape is marked. */
record AxesReader(String file, Credits numbers) {
    /** The shape of a computed value. */
    Axes axes(QuestionEntry entry, AxesEntry shape, Tensor key) {
        if (key.rank() != 1 || key.size() != shape.axes().length()) {
            throw new ProblemException(
                    file,
                    entry.ask(),
                    "expected one axis for each entry of " + Figures.of(key) + " but got " + shape.axes());
        }
        if (shape.names() != null) {
            throw new ProblemException(file, entry.ask(), "expected names only where a shape has sides of its own");
        }
        Layout layout = layout(entry, shape);
        return new Axes(layout.axes(), layout.orders(), layout.credits());
    }

    /** A shape whose sides the file gives, as names. */
    Sides sides(QuestionEntry entry, AxesEntry shape, List<String> sides) {
        try {
            return new Sides(layout(entry, shape), sides, Objects.requireNonNullElse(shape.names(), List.<String>of()));
        } catch (ExpressionException | IllegalArgumentException e) {
            throw new ProblemException(file, entry.ask(), String.valueOf(e.getMessage()));
        }
    }

    private Layout layout(QuestionEntry entry, AxesEntry shape) {
        String axes = shape.axes();
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
        return new Layout(axes, shape.orders().stream().map(Text::value).toList(), credits);
    }
}
