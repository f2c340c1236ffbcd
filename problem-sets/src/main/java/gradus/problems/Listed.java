package gradus.problems;

import java.util.List;

/**
 * A right or wrong answer that is known beforehand.
 *
 * @param answers ways of saying it
 * @param credits that it earns
 * @param slip id of the slip; empty where none has a name
 * @param note what the student is told; for a wrong answer it completes "This comes out when"
 */
public record Listed(List<String> answers, double credits, String slip, String note) {
    public Listed {
        answers = List.copyOf(answers);
    }
}
