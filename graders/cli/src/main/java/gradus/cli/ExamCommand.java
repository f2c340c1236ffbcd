package gradus.cli;

import gradus.problems.Lines;
import gradus.problems.ProblemException;
import gradus.problems.exam.Bank;
import gradus.problems.exam.Exam;
import gradus.problems.exam.ExamSpec;
import gradus.problems.exam.Paper;
import gradus.problems.export.ExamFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Builds exam papers out of problems. */
@Command(
        name = "exam",
        mixinStandardHelpOptions = true,
        description = "Builds exam papers with solutions, and exports them for learning platforms.",
        synopsisSubcommandLabel = "build")
public final class ExamCommand implements Runnable {
    private static final long LARGEST = 1 << 20; // bytes

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw usage("expected build.");
    }

    /** A folder of papers. */
    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description = "Writes a paper for each student, its solution, its exports, and the keys of all papers.",
            footer = {
                "",
                "The spec is YAML:",
                "  title: Introduction to Deep Learning",
                "  course: winter term 2026      # these two may be left out",
                "  date: 1 December 2026",
                "  shuffle: [problems, options]  # in an order of each paper's own; may be left out",
                "  problems:",
                "    - {id: 2022ss-6, points: 12}",
                "    - {id: md-4.2}",
                "  students:                     # one paper without a name where there are none",
                "    - {id: s01, name: Ada}"
            })
    int build(
            @Parameters(paramLabel = "SPEC.yaml", description = "What the exam consists of.") Path file,
            @Option(
                            names = "--seed",
                            paramLabel = "SEED",
                            defaultValue = "1",
                            description = "Decides all that varies; 1 by default.")
                    long seed,
            @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the papers go.")
                    Path out)
            throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw usage("'" + out + "' is no folder.");
        }
        List<Paper> papers;
        ExamSpec exam;
        try {
            exam = ExamSpec.read(file.toString(), read(file));
            papers = Exam.papers(exam, seed, Bank.OWN);
        } catch (ProblemException | IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        new ExamFolder(out).write(exam, papers);
        papers.forEach(paper -> print(paper.id() + "  "
                + (paper.student() == null ? "" : paper.student().id())));
        print(papers.size() + (papers.size() == 1 ? " paper in " : " papers in ") + out);
        return 0;
    }

    private String read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw usage("there is no file '" + file + "'.");
        }
        if (Files.size(file) > LARGEST) {
            throw usage("'" + file + "' is larger than 1 MiB.");
        }
        return Files.readString(file);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line.strip());
        spec.commandLine().getOut().flush();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), Lines.after(spec.name() + ": ", message));
    }
}
