package gradus.problems;

import gradus.problems.expression.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A student's answers to one problem by id, as text; each id at most once, and only ids that the problem asks. */
public final class AnswerSheet {
    private final Problem problem;
    private final Map<String, String> answers = new LinkedHashMap<>();

    public AnswerSheet(Problem problem) {
        this.problem = problem;
    }

    /** Adds an answer written as {@code id=answer}. */
    public void add(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "expected ID=ANSWER, such as " + problem.ids().get(0) + "=2, but got '" + assignment + "'.");
        }
        add(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
    }

    /** Adds an answer to a question. */
    public void add(String id, String answer) {
        complaint(id).ifPresent(complaint -> {
            throw new IllegalArgumentException(complaint + ".");
        });
        answers.put(id, answer);
    }

    /** Adds all answers of a YAML file that maps ids to answers. */
    public void addFile(String file, String text) {
        Yaml.answers(file, text).forEach((id, answer) -> {
            complaint(id).ifPresent(complaint -> {
                throw new ProblemException(file, answer, complaint);
            });
            answers.put(id, answer.value());
        });
    }

    /** The answers as a file that {@link #addFile} reads. */
    public String file() {
        StringBuilder file = new StringBuilder();
        answers.forEach((id, answer) -> file.append(MarkSheetJson.write(id))
                .append(": ")
                .append(MarkSheetJson.write(answer.strip()))
                .append('\n'));
        return file.toString();
    }

    /** The answers in the order they were added. */
    public Map<String, String> answers() {
        return answers;
    }

    private Optional<String> complaint(String id) {
        if (answers.containsKey(id)) {
            return Optional.of(id + " is answered twice");
        }
        return problem.ids().contains(id)
                ? Optional.empty()
                : Optional.of(problem.id() + " does not ask for '" + id + "'."
                        + Nearest.to(id, problem.ids())
                                .map(near -> " Did you mean " + near + "?")
                                .orElse("")
                        + " It asks for " + String.join(", ", problem.ids()));
    }
}
