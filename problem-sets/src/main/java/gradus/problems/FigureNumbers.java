package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.figure.Plot;
import gradus.problems.figure.Point;
import gradus.problems.formula.Numbers;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The numbers of figures: formulas over the given numbers that a student sees. All of them are finite. */
final class FigureNumbers {
    private static final int STEPS = 120;
    private static final String X = "x";

    private final String file;
    private final Map<String, Tensor> given = new LinkedHashMap<>();

    FigureNumbers(String file, Model model, Map<Role, List<String>> given) {
        this.file = file;
        given.forEach((role, names) -> {
            if (role != Role.HIDDEN) {
                names.forEach(name -> this.given.put(name, model.value(name)));
            }
        });
    }

    /** Points of a formula over x, from one end of the axis to the other. */
    List<Point> sampled(String field, Text text, Plot.Axis x) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> {
                    double at = x.from() + (x.to() - x.from()) * i / STEPS;
                    Map<String, Tensor> values = new LinkedHashMap<>(given);
                    values.put(X, Tensor.of(Shape.of(), at));
                    Tensor value = value(field, text, values);
                    if (value.rank() != 0 || !Double.isFinite(value.sum())) {
                        throw wrong(
                                text,
                                field + ": expected a number for x = " + Figures.of(at) + " but got "
                                        + Figures.of(value));
                    }
                    return new Point(at, value.sum());
                })
                .toList();
    }

    /** Points as pairs. */
    List<Point> listed(String field, Text text) {
        return rows(field, text).stream()
                .map(row -> {
                    if (row.length != 2) {
                        throw wrong(text, field + ": expected pairs [x, y] but got rows of " + row.length);
                    }
                    return new Point(row[0], row[1]);
                })
                .toList();
    }

    /** A single number. */
    double number(String field, Text text) {
        return row(field, text, 1)[0];
    }

    /** A number or a list of numbers, as many as expected if that is not 0. */
    double[] row(String field, Text text, int length) {
        List<double[]> rows = rows(field, text);
        if (rows.size() != 1 || (length > 0 && rows.get(0).length != length)) {
            throw wrong(
                    text,
                    field + ": expected " + (length == 1 ? "a number" : "a list of numbers") + " but got "
                            + text.value());
        }
        return rows.get(0);
    }

    /** A number, a list or a matrix as rows of finite numbers. */
    List<double[]> rows(String field, Text text) {
        Tensor value = value(field, text, given);
        for (double number : value.toArray()) {
            if (!Double.isFinite(number)) {
                throw wrong(text, field + ": expected finite numbers but got " + Figures.of(number));
            }
        }
        if (value.rank() > 2) {
            throw wrong(text, field + ": expected at most rows of numbers but got " + text.value());
        }
        return value.rank() < 2
                ? List.of(value.toArray())
                : IntStream.range(0, value.dim(0))
                        .mapToObj(i -> value.select(0, i).toArray())
                        .toList();
    }

    private Tensor value(String field, Text text, Map<String, Tensor> values) {
        try {
            Expression formula = ExpressionParser.formula(text.value(), values.keySet());
            return Numbers.value(formula, values);
        } catch (ExpressionException e) {
            throw new ProblemException(file, text.line(), text.column() + e.column() - 1, field + ": " + e.complaint());
        } catch (ShapeException e) {
            throw wrong(text, field + ": " + e.getMessage());
        }
    }

    private ProblemException wrong(Text place, String message) {
        return new ProblemException(file, place, message);
    }
}
