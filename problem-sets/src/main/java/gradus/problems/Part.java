package gradus.problems;

import gradus.problems.figure.Figure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a problem.
 *
 * @param slip credits that a wrong value without credits of its own costs, at most what the part earned
 * @param drawing the figure that belongs to it, if there is one
 */
public record Part(
        String id,
        String ask,
        double slip,
        List<Question> questions,
        @Nullable Figure drawing) {
    /** A part without a figure. */
    public Part(String id, String ask, double slip, List<Question> questions) {
        this(id, ask, slip, questions, null);
    }

    public Part {
        questions = List.copyOf(questions);
    }

    /** The figure that belongs to this part. */
    public Optional<Figure> figure() {
        return Optional.ofNullable(drawing);
    }

    /** The same part with other questions. */
    public Part asking(List<Question> others) {
        return new Part(id, ask, slip, others, drawing);
    }

    /** Credits of all its answers. */
    public double credits() {
        return questions.stream().mapToDouble(Question::credits).sum();
    }
}
