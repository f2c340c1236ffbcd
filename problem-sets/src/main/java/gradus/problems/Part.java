package gradus.problems;

import java.util.List;

/**
 * A part of a problem.
 *
 * @param slip credits that a wrong value without credits of its own costs, at most what the part earned
 */
public record Part(String id, String ask, double slip, List<Question> questions) {
    public Part {
        questions = List.copyOf(questions);
    }

    /** Credits of all its answers. */
    public double credits() {
        return questions.stream().mapToDouble(Question::credits).sum();
    }
}
