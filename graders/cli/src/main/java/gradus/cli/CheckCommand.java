package gradus.cli;

import gradus.problems.AnswerSheet;
import gradus.problems.Lines;
import gradus.problems.MarkSheet;
import gradus.problems.MarkSheetJson;
import gradus.problems.MarkSheetText;
import gradus.problems.Marking;
import gradus.problems.Problem;
import gradus.problems.ProblemBank;
import gradus.problems.ProblemException;
import gradus.problems.exam.Bank;
import gradus.problems.exam.Keys;
import gradus.problems.exam.Reference;
import gradus.problems.export.ExamFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Marks answers to an exam problem. Exits 0 with full marks, 3 below, 2 if nothing could be marked. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Marks your answers to an exam problem: credits, errors carried forward, slips named.",
        footer = {
            "",
            "Answers are numbers (0.5, 0,5, 1/2, 5e-1), expressions (sqrt(3)/2), vectors and",
            "matrices ([[1, 2], [3, 4]]), shapes (15x15x8), formulas (dout W^T), letters of",
            "choices (ac), terms, or letters of the points that you met. For example:",
            "  gradus check 2022ss-6 h1=2 yhat1=2 mse=1"
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int FINE = 0, USAGE = 2, SHORT = 3;
    private static final Pattern VARIED = Pattern.compile("(.+)@(-?\\d{1,18})");
    private static final long LARGEST = 1 << 20; // bytes

    @Parameters(
            index = "0",
            paramLabel = "PROBLEM",
            description = {
                "Id of the problem, with its variant as in 2022ss-6@17; 'problems list' shows all.",
                "With --exam, a paper's id and the number of the problem there: 7K3Q-9FXM/2."
            })
    private String id = "";

    @Parameters(index = "1..*", paramLabel = "ID=ANSWER", description = "Answers, each with the id of its question.")
    private List<String> assignments = List.of();

    @Option(
            names = "--answers",
            paramLabel = "FILE.yaml",
            description = "A file with a line 'id: answer' for each answer.")
    private @Nullable Path file;

    @Option(
            names = "--exam",
            paramLabel = "DIR",
            description = "The folder of an exam: PROBLEM is one of a paper there.")
    private @Nullable Path exam;

    @Option(names = "--variant", paramLabel = "SEED", description = "Marks the variant of this seed.")
    private @Nullable Long variant;

    @Option(names = "--json", description = "Prints the marks as JSON (gradus.marks/1).")
    private boolean json;

    @Option(names = "--interactive", description = "Asks for each answer that is not given yet.")
    private boolean interactive;

    @Option(names = "--practice", description = "With --interactive: marks each part once it is answered.")
    private boolean practice;

    @Option(
            names = "--sheet",
            paramLabel = "FILE.yaml",
            description = "With --interactive: keeps the answers, to stop and go on later.")
    private @Nullable Path kept;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Problem problem = problem();
        if (!interactive && (practice || kept != null)) {
            throw usage((practice ? "--practice" : "--sheet") + " goes with --interactive.");
        }
        AnswerSheet sheet = sheet(problem);
        if (sheet.answers().isEmpty()) {
            throw usage("no answer to mark. Give some as ID=ANSWER, with --answers FILE.yaml or with --interactive; "
                    + id + " asks for " + String.join(", ", problem.ids()) + ".");
        }
        MarkSheet marks = Marking.mark(problem, sheet.answers());
        print(json ? MarkSheetJson.of(marks) + "\n" : MarkSheetText.of(marks));
        if (!marks.readable()) {
            return USAGE;
        }
        return marks.earned() < marks.possible() ? SHORT : FINE;
    }

    private Problem problem() throws IOException {
        if (exam != null) {
            return resolved(placed(exam).reference());
        }
        Matcher varied = VARIED.matcher(id);
        if (varied.matches() && variant == null) {
            id = varied.group(1);
            variant = Long.valueOf(varied.group(2));
        }
        Problem problem = ProblemBank.find(id).orElseThrow(() -> usage(unknown()));
        if (variant == null) {
            return problem;
        }
        return problem.variation()
                .orElseThrow(() -> usage("the numbers of " + id + " do not vary. Leave --variant out."))
                .variant(variant);
    }

    /** The problem of a paper that the keys of an exam name. */
    private Keys.Place placed(Path folder) throws IOException {
        Path keys = folder.resolve(ExamFolder.KEYS);
        if (!Files.isRegularFile(keys)) {
            throw usage("there is no file '" + keys + "'. Expected the folder that 'exam build' wrote.");
        }
        try {
            return Keys.read(Files.readString(keys))
                    .find(id)
                    .orElseThrow(() -> usage(
                            "no paper there has a problem '" + id + "'. Expected a paper's id, a slash and a number."));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Problem resolved(Reference reference) {
        try {
            return reference.resolve(Bank.OWN);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private String unknown() {
        return "there is no problem '" + id + "'."
                + ProblemBank.nearest(id)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse("")
                + " 'gradus problems list' shows all.";
    }

    private AnswerSheet sheet(Problem problem) throws IOException {
        AnswerSheet sheet = new AnswerSheet(problem);
        try {
            assignments.forEach(sheet::add);
            if (file != null) {
                sheet.addFile(file.toString(), read(file));
            }
            if (kept != null && Files.exists(kept)) {
                sheet.addFile(kept.toString(), read(kept));
            }
        } catch (IllegalArgumentException | ProblemException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        if (interactive) {
            ask(problem, sheet);
        }
        return sheet;
    }

    private String read(Path answers) throws IOException {
        if (!Files.isRegularFile(answers)) {
            throw usage("there is no file '" + answers + "'. Expected YAML with a line 'id: answer' for each answer.");
        }
        if (Files.size(answers) > LARGEST) {
            throw usage("'" + answers + "' is larger than 1 MiB; an answer sheet is a few lines.");
        }
        return Files.readString(answers);
    }

    private void ask(Problem problem, AnswerSheet sheet) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        new Interview(problem, sheet, practice, kept, this::prompt).ask(in);
    }

    /** Questions go beside the output, so that it stays JSON where that was asked for. */
    private void prompt(String text) {
        PrintWriter writer =
                json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        writer.print(text);
        writer.flush();
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), Lines.after(spec.name() + ": ", message));
    }
}
