package gradus.problems;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sheets of students who compute exactly: by the key, or with one slip. Only computed answers stand on them. */
public final class Sheets {
    private static final MathContext PRECISION = new MathContext(12);

    private Sheets() {}

    /** The key of every computed answer. */
    public static Map<String, String> key(Problem problem) {
        return sheet(problem, problem.model());
    }

    /** The key of every other answer without which a computed one earns nothing. */
    static Map<String, String> needed(Problem problem) {
        Map<String, String> needed = new LinkedHashMap<>();
        problem.questions().stream()
                .filter(Question::isComputed)
                .flatMap(question -> question.needs().stream())
                .forEach(id ->
                        problem.question(id).flatMap(Question::kind).ifPresent(kind -> needed.put(id, kind.key())));
        return needed;
    }

    /** What somebody writes who slips so, and goes on consistently. */
    public static Map<String, String> slipped(Problem problem, Slip slip) {
        return sheet(problem, problem.library().slipped(slip));
    }

    private static Map<String, String> sheet(Problem problem, Model model) {
        Map<String, String> sheet = new LinkedHashMap<>();
        for (Question question : problem.questions()) {
            if (question.isComputed()) {
                try {
                    sheet.put(question.id(), text(question, model.value(question.id())));
                } catch (ShapeException e) {
                    break; // here nobody can go on
                }
            }
        }
        return sheet;
    }

    static String text(Question question, Tensor value) {
        return question.shape().isPresent()
                ? Arrays.stream(value.toArray()).mapToObj(Sheets::text).collect(Collectors.joining("x"))
                : text(value);
    }

    private static String text(Tensor value) {
        return value.rank() == 0
                ? text(value.sum())
                : IntStream.range(0, value.dim(0))
                        .mapToObj(i -> text(value.select(0, i)))
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(PRECISION).stripTrailingZeros().toPlainString()
                : "nan";
    }
}
