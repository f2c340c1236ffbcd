package gradus.problems.export;

import gradus.problems.exam.ExamSpec;
import gradus.problems.exam.Keys;
import gradus.problems.exam.Paper;
import gradus.problems.exam.Print;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes an exam: {@code keys.json}, and for each paper a folder of its id with the paper, the solution, the exports and
 * {@code exports.txt}, which says what became of every answer.
 */
public final class ExamFolder {
    /** The file that {@code check} reads. */
    public static final String KEYS = "keys.json";

    private final Path folder;
    private final Print print = new Print();

    public ExamFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes all papers. */
    public void write(ExamSpec spec, List<Paper> papers) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(KEYS), Keys.of(spec, papers).json());
        for (Paper paper : papers) {
            write(paper);
        }
    }

    private void write(Paper paper) throws IOException {
        Path own = folder.resolve(paper.id());
        write(
                own,
                Map.of(
                        "paper.html", print.html(paper, false),
                        "solution.html", print.html(paper, true),
                        "paper.tex", print.latex(paper, false),
                        "solution.tex", print.latex(paper, true)));
        StringBuilder report = new StringBuilder();
        for (Export export : Export.ALL) {
            Bundle bundle = export.of(paper);
            write(own.resolve(export.name()), bundle.files());
            report.append(
                    bundle.fates().stream().map(fate -> fate.text() + "\n").collect(Collectors.joining()));
        }
        write(own, Map.of("exports.txt", report.toString()));
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
