package gradus.problems.export;

import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.exam.Bank;
import gradus.problems.exam.Exam;
import gradus.problems.exam.ExamSpec;
import gradus.problems.exam.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A paper of all problems of the bank, and one of every kind of question. */
final class Papers {
    /** The whole bank; its points differ from its credits. */
    static final Paper ALL = paper(ProblemBank.all());

    /** The example of the README, with a question of each kind. */
    static final Paper KINDS = paper(List.of(kinds()));

    private Papers() {}

    static Paper paper(List<Problem> problems) {
        Bank bank = id -> problems.stream()
                .filter(problem -> problem.id().equals(id))
                .findFirst()
                .or(Optional::empty);
        List<ExamSpec.Choice> chosen = problems.stream()
                .map(problem -> new ExamSpec.Choice(
                        problem.id(), problem.credits() == 0 ? null : 2 * problem.credits(), null, null))
                .toList();
        return Exam.papers(new ExamSpec("Exam <1> & more", "c", "d", Set.of(), chosen, List.of()), 1, bank)
                .get(0);
    }

    private static Problem kinds() {
        try {
            String text = Files.readString(Path.of("README.md"));
            int start = text.indexOf("```yaml\nid: kinds") + 8;
            Path file = Files.createTempFile("kinds", ".yaml");
            Files.writeString(file, text.substring(start, text.indexOf("```", start)));
            return ProblemBank.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
