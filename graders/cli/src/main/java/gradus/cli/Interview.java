package gradus.cli;

import gradus.problems.AnswerSheet;
import gradus.problems.MarkSheetText;
import gradus.problems.Marking;
import gradus.problems.Part;
import gradus.problems.Problem;
import gradus.problems.ProblemText;
import gradus.problems.Question;
import gradus.problems.expression.ExpressionException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the answers to a problem, part by part.
 *
 * @param practice whether each part is marked as soon as it is answered
 * @param file keeps the answers, so that one may stop and go on later; null keeps nothing
 */
record Interview(
        Problem problem,
        AnswerSheet sheet,
        boolean practice,
        @Nullable Path file,
        Consumer<String> prompt) {
    /** Asks for all answers that are not on the sheet; ends early at a single dot or the end of the input. */
    void ask(BufferedReader in) throws IOException {
        prompt.accept("An empty line leaves a question out; a single dot ends the sheet.\n");
        for (Part part : problem.parts()) {
            prompt.accept("\n" + part.id() + "  " + part.ask() + "\n");
            part.figure().ifPresent(figure -> prompt.accept(figure.words() + "\n"));
            boolean asked = false;
            for (Question question : part.questions()) {
                if (!sheet.answers().containsKey(question.id())) {
                    asked = true;
                    if (!ask(question, in)) {
                        return;
                    }
                }
            }
            if (practice && asked) {
                prompt.accept(MarkSheetText.of(Marking.mark(problem, sheet.answers()), part));
            }
        }
    }

    /** Asks for one answer; an answer in words is written before its points are seen. False once the sheet is to end. */
    private boolean ask(Question question, BufferedReader in) throws IOException {
        if (ProblemText.isRubric(question)) {
            String written = line(question.id() + " (" + question.ask() + "), in words, or 'done' = ", in);
            if (written == null || written.isEmpty()) {
                return written != null;
            }
        }
        ProblemText.asked(problem, question)
                .forEach(option -> prompt.accept("  " + option.replace('\u00a0', ' ') + "\n"));
        return read(question, in);
    }

    /** Asks until the answer can be read. */
    private boolean read(Question question, BufferedReader in) throws IOException {
        while (true) {
            String line = line(question.id() + " (" + question.ask() + ") = ", in);
            if (line == null || line.isEmpty()) {
                return line != null;
            }
            Optional<ExpressionException> complaint = Marking.complaint(problem, question, line);
            if (complaint.isEmpty()) {
                sheet.add(question.id(), line);
                keep();
                return true;
            }
            complaint.ifPresent(e ->
                    prompt.accept("  " + line + "\n  " + " ".repeat(e.column() - 1) + "^ " + e.complaint() + "\n"));
        }
    }

    /** What is typed; empty if the question is left out, null if the sheet is to end. */
    private @Nullable String line(String question, BufferedReader in) throws IOException {
        prompt.accept(question);
        String line = in.readLine();
        if (line == null || line.strip().equals(".")) {
            prompt.accept("\n");
            return null;
        }
        return line.strip();
    }

    private void keep() throws IOException {
        if (file != null) {
            Files.writeString(file, sheet.file());
        }
    }
}
