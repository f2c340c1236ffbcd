package gradus.problems;

import gradus.problems.kind.Kind;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to a question, and the key.
 *
 * @param key the computed value; of a direct answer, nothing that counts
 */
record Answer(String part, Question question, String given, Tensor key) {
    private static final Tensor NONE = Tensor.of(0);

    static Answer of(Problem problem, String part, Question question, String given) {
        return new Answer(
                part, question, given, question.isComputed() ? problem.model().value(question.id()) : NONE);
    }

    String id() {
        return question.id();
    }

    String expected() {
        return question.kind().map(Kind::key).orElseGet(this::value);
    }

    private String value() {
        return question.shape().isPresent()
                ? Figures.of(key).replaceAll("[\\[\\]]", "").replace(", ", "x")
                : Figures.of(key);
    }

    /** Whether an answer stands for a value of this question, in any order that is accepted for a shape. */
    boolean fits(Written written, Tensor value) {
        return question.shape()
                .map(axes -> axes.readings(value).stream().anyMatch(written::standsFor))
                .orElseGet(() -> written.standsFor(value));
    }

    /** Whether the answer has as many numbers as the question asks for, laid out in the same way. */
    boolean hasRightShape(Written written) {
        return question.shape()
                .map(axes -> axes.readings(key).stream()
                        .anyMatch(reading -> reading.shape().equals(written.shape())))
                .orElseGet(() -> written.shape().equals(key.shape()));
    }

    /** A row or a column read as the vector that is asked for, and the like; otherwise the answer as it is. */
    Written shaped(Written written) {
        boolean same = question.shape().isEmpty() && Arrays.equals(sides(written.shape()), sides(key.shape()));
        Written shaped = same ? written.as(key.shape()) : written;
        return question.counts() ? shaped.exact() : shaped;
    }

    private static int[] sides(Shape shape) {
        return Arrays.stream(shape.toArray()).filter(length -> length != 1).toArray();
    }

    /** The credits of the parts of a shape that are right. */
    double partly(Written written) {
        return question.shape().map(axes -> axes.earned(written, key)).orElse(0.0);
    }

    /** What is wrong with a shape; empty text for anything else. */
    String misfit(Written written) {
        return question.shape().map(axes -> axes.misfit(written, key)).orElse("");
    }

    /** A wrong answer that is known, with what it earns all the same. */
    Mark mark(Listed known, double least) {
        Mark wrong = mark(MarkStatus.WRONG, null, known.slip().isEmpty() ? null : known.slip(), known.note());
        return partly(wrong, Math.max(known.credits(), least));
    }

    /** The mark with some credits, if there are any. */
    Mark partly(Mark wrong, double earned) {
        return earned > wrong.earned() ? wrong.as(MarkStatus.PARTIAL).earning(earned) : wrong;
    }

    Mark mark(MarkStatus status, String message) {
        return mark(status, null, null, message);
    }

    Mark mark(MarkStatus status, @Nullable String carried, @Nullable String slips, String message) {
        boolean full = status == MarkStatus.CORRECT || status == MarkStatus.CARRIED_FORWARD;
        return new Mark(
                id(),
                part,
                given.isBlank() ? null : given.strip(),
                status,
                full ? question.credits() : 0,
                question.credits(),
                expected(),
                carried,
                slips,
                message);
    }
}
